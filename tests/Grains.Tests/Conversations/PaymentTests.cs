using FsCheck;
using FsCheck.Xunit;
using Platform.Conversations;
using Platform.Identity;
using Platform.Storage;

namespace Platform.Tests.Conversations;

[Collection(nameof(UnreliableCluster))]
public sealed class PaymentTests(UnreliableCluster cluster) : IAsyncLifetime
{
    private readonly string _owner = Guid.NewGuid().ToString();

    private ITokenPaymentsGrain Payments => cluster.Grains.GetGrain<ITokenPaymentsGrain>(_owner);

    public Task InitializeAsync() => cluster.OpenAccountAsync(_owner, Products.ByteForge);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_payment_raises_the_limit_and_moves_the_conversation_to_the_top()
    {
        var actor = await CreateAsync();
        var before = (await actor.Get(_owner)).Value!;
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));

        var payment = (await PayAsync(actor, 201)).Value!;

        var after = (await actor.Get(_owner)).Value!;
        Assert.Equal((201, 2_010, 22_010), (payment.Cents, payment.Tokens, payment.TokenLimit));
        Assert.Equal((before.Number, before.OwnerNumber, $"{_owner}@example.com"), (payment.Conversation, payment.OwnerNumber, payment.OwnerEmail));
        Assert.Equal(before with { TokenLimit = 22_010, UpdatedAt = before.UpdatedAt.AddMinutes(1) }, after);
        Assert.Equal(after.UpdatedAt, payment.CreatedAt);
        await cluster.Cluster.DeactivateAsync(actor);
        Assert.Equal(after, (await actor.Get(_owner)).Value);
        Assert.Equal([payment], await Payments.List());
    }

    [Fact]
    public async Task An_operation_pays_once_also_at_once_and_after_a_new_activation_and_for_a_conversation_that_is_gone()
    {
        var actor = await CreateAsync();
        var paid = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PayAsync(actor, 100, "one" + _owner)));
        var payment = Assert.Single(paid.Select(one => one.Value!).Distinct());
        await cluster.Cluster.DeactivateAsync(actor);
        Assert.Equal(payment, (await PayAsync(actor, 100, "one" + _owner)).Value);
        Assert.Equal(21_000, (await actor.Get(_owner)).Value!.TokenLimit);
        Assert.Equal(26_000, (await PayAsync(actor, 500)).Value!.TokenLimit);

        await actor.Delete(_owner);

        Assert.Equal(payment, (await PayAsync(actor, 100, "one" + _owner)).Value);
        Assert.Equal(RefusalKind.NotFound, (await PayAsync(actor, 100)).Refusal!.Kind);
        Assert.Equal(2, (await Payments.List()).Count);
    }

    [Fact]
    public async Task An_account_sees_its_own_payments_the_newest_first()
    {
        var other = Guid.NewGuid().ToString();
        await cluster.OpenAccountAsync(other, Products.ByteForge);
        var (first, second) = (await CreateAsync(), await CreateAsync());
        var payments = new List<TokenPayment>();
        foreach (var actor in (IConversationGrain[])[first, second, first])
        {
            cluster.Clock.Advance(TimeSpan.FromSeconds(1));
            payments.Insert(0, (await PayAsync(actor, 100)).Value!);
        }

        Assert.Equal(payments, await Payments.List());
        Assert.Empty(await cluster.Grains.GetGrain<ITokenPaymentsGrain>(other).List());
        Assert.Equal(RefusalKind.NotFound, (await first.Pay(other, 100, Guid.NewGuid().ToString())).Refusal!.Kind);
    }

    [Fact]
    public async Task What_is_paid_while_the_account_goes_does_not_stay_behind()
    {
        var actor = await CreateAsync();
        var paying = Enumerable.Range(0, 10).Select(_ => PayAsync(actor, 100)).ToList();
        var deleting = cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PayAsync(actor, 100)).Concat(paying));
        await deleting;

        Assert.Equal(RefusalKind.NotFound, (await PayAsync(actor, 100)).Refusal!.Kind);
        Assert.Empty(await Payments.List());
    }

    [Theory]
    [InlineData(99)]
    [InlineData(10_001)]
    [InlineData(-100)]
    public async Task No_other_amount_is_taken(long cents)
    {
        var actor = await CreateAsync();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PayAsync(actor, cents));
    }

    [Property(MaxTest = 15)]
    public async Task Whatever_fails_each_operation_pays_once(NonNegativeInt[] tries)
    {
        var actor = await CreateAsync();
        var operations = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid().ToString()).ToList();
        var all = tries.Select(one => one.Get % 4).Concat([0, 1, 2, 3, 0, 1, 2, 3]).ToList();
        var paid = await cluster.WhileFailingAsync(40, () => Task.WhenAll(
            all.Select(async i => (Operation: i, Payment: await UntilPaidAsync(actor, 100 + i, operations[i])))));

        foreach (var operation in paid.GroupBy(one => one.Operation, one => one.Payment))
            Assert.Equal(100 + operation.Key, Assert.Single(operation.Distinct())?.Cents);
        var kept = (await Payments.List()).Where(payment => payment.Conversation == paid[0].Payment.Conversation).ToList();
        Assert.Equal(paid.Select(one => one.Payment).Distinct().OrderBy(payment => payment.Number), kept.OrderBy(payment => payment.Number));
        Assert.Equal(20_000 + kept.Sum(payment => payment.Tokens), (await actor.Get(_owner)).Value!.TokenLimit);
    }

    private async Task<TokenPayment> UntilPaidAsync(IConversationGrain actor, long cents, string operation)
    {
        while (true)
        {
            try
            {
                return (await PayAsync(actor, cents, operation)).Value!;
            }
            catch (Exception error) when (error is StoreException or OrleansException)
            {
                // Whether it was paid is not known, so it is sent again.
            }
        }
    }

    private async Task<IConversationGrain> CreateAsync()
    {
        var made = await cluster.Grains.GetGrain<IConversationsGrain>(_owner).Create(Conversation.DefaultTitle, Guid.NewGuid().ToString());
        return cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(made.Value!.Number));
    }

    private Task<Outcome<TokenPayment>> PayAsync(IConversationGrain actor, long cents, string? operation = null) =>
        actor.Pay(_owner, cents, operation ?? Guid.NewGuid().ToString());
}
