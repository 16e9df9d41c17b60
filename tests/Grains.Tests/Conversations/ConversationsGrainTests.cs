using Dapper;
using Platform.Conversations;
using Platform.Identity;

namespace Platform.Tests.Conversations;

[Collection(nameof(PlatformCluster))]
public sealed class ConversationsGrainTests(PlatformCluster cluster) : IAsyncLifetime
{
    private const string Title = Conversation.DefaultTitle;

    private readonly string _owner = Guid.NewGuid().ToString();

    private IConversationsGrain Shelf => cluster.Grains.GetGrain<IConversationsGrain>(_owner);

    public Task InitializeAsync() => cluster.OpenAccountAsync(_owner);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_list_has_the_last_updated_first_and_is_what_the_actors_show()
    {
        var first = await CreateAsync();
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync();
        Assert.Equal([second.Number, first.Number], (await Shelf.List()).Select(one => one.Number));

        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        var sent = (await Actor(first).Send(_owner, new string('x', 150), "op" + _owner)).Value!;

        var list = await Shelf.List();
        Assert.Equal([sent.Conversation, second], list);
        Assert.Equal("ok", list[0].LastMessage!.Content);
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        await Actor(second).Rename(_owner, "Trains");
        Assert.Equal(["Trains", sent.Conversation.Title], (await Shelf.List()).Select(one => one.Title));
    }

    [Fact]
    public async Task The_last_message_is_cut_to_a_hundred_characters()
    {
        var one = await CreateAsync();
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));
        await Actor(one).Send(_owner, string.Concat(Enumerable.Repeat("🦊", 101)), "op" + _owner);
        Assert.Equal(string.Concat(Enumerable.Repeat("🦊", 100)), (await Shelf.List())[0].LastMessage!.Content);
    }

    [Fact]
    public async Task Creating_again_under_the_same_operation_gives_the_same_conversation_also_at_once()
    {
        var operation = Guid.NewGuid().ToString();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shelf.Create(Title, operation)));
        Assert.Single(made.Select(one => one.Value!.Number).Distinct());
        Assert.Single(await Shelf.List());
    }

    [Fact]
    public async Task An_account_has_at_most_a_thousand()
    {
        var store = new ConversationStore(cluster.Database);
        var now = cluster.Clock.GetUtcNow();
        await Task.WhenAll(Enumerable.Range(0, 999).Select(i => store.AddAsync(
            _owner, Guid.NewGuid().ToString(), new Conversation(long.MaxValue - 1 - i, 0, Title, 0, 1, 0, null, now, now))));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Shelf.Create(Title, Guid.NewGuid().ToString())));

        Assert.Single(outcomes, one => one.Value is not null);
        Assert.All(outcomes.Where(one => one.Value is null), one => Assert.Equal(RefusalKind.LimitReached, one.Refusal!.Kind));
        await Shelf.DeleteAll();
        Assert.Empty(await Shelf.List());
    }

    [Fact]
    public async Task Everything_goes_with_the_account()
    {
        var one = await CreateAsync();
        await Actor(one).Send(_owner, "Remember me", "op" + _owner);
        await Actor(one).Pay(_owner, TokenPrice.MinCents, "pay" + _owner);
        Assert.Single(await cluster.Grains.GetGrain<ITokenPaymentsGrain>(_owner).List());

        await cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();

        Assert.Empty(await Shelf.List());
        Assert.Empty(await cluster.Grains.GetGrain<ITokenPaymentsGrain>(_owner).List());
        Assert.Equal(RefusalKind.NotFound, (await Actor(one).Get(_owner)).Refusal!.Kind);
        Assert.Equal(0, await cluster.Database.ReadAsync(connection => connection.QuerySingleAsync<long>(
            "SELECT COUNT(*) FROM conversation_messages WHERE conversation = @Number", new { one.Number })));
    }

    [Fact]
    public async Task A_conversation_that_is_created_while_the_account_goes_does_not_stay_behind()
    {
        var creating = Enumerable.Range(0, 20).Select(_ => Shelf.Create(Title, Guid.NewGuid().ToString())).ToList();
        var deleting = cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Shelf.Create(Title, Guid.NewGuid().ToString())).Concat(creating));
        await deleting;

        Assert.Equal(RefusalKind.NotFound, (await Shelf.Create(Title, Guid.NewGuid().ToString())).Refusal!.Kind);
        Assert.Empty(await Shelf.List());
    }

    private async Task<Conversation> CreateAsync() => (await Shelf.Create(Title, Guid.NewGuid().ToString())).Value!;

    private IConversationGrain Actor(Conversation one) => cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(one.Number));
}
