using Platform.Companions;
using Platform.Idempotency;

namespace Platform.Tests.Companions;

/// <summary>A message whose request may be sent again is said once and answered once, whatever came in between.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class RepeatedMessageTests(PlatformCluster cluster) : LunaTests(cluster)
{
    private readonly RequestKey _request = new(Guid.NewGuid(), Guid.NewGuid());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_request_gets_the_same_exchange_also_from_a_new_activation(bool isNew)
    {
        await Luna.Say(Owner, "First of all");
        var first = (await SayAsync("You are wonderful!")).Value!;
        await Luna.Say(Owner, "And another");
        if (isNew) await Cluster.Cluster.DeactivateAsync(Luna);
        var again = (await SayAsync("You are wonderful!")).Value!;

        Assert.False(first.IsReplay);
        Assert.Equal(first with { IsReplay = true }, again);
        Assert.Equal(6, await CountAsync());
    }

    [Fact]
    public async Task Of_eight_twins_at_once_one_is_said()
    {
        var exchanges = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SayAsync("Hello")));
        Assert.Single(exchanges, exchange => !exchange.Value!.IsReplay);
        Assert.Single(exchanges.Select(exchange => exchange.Value!.Reply.Id).Distinct());
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Another_body_under_the_same_name_is_refused()
    {
        await SayAsync("Hello");
        var other = await Luna.Say(Owner, new NewMessage(NewId(), "Bye", _request with { Fingerprint = Guid.NewGuid() }));
        Assert.Equal(RefusalKind.RequestReused, other.Refusal!.Kind);
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_that_failed_is_owed_and_the_message_is_not_said_again(bool isNew)
    {
        Cluster.Engine.Next(() => throw new HttpRequestException("down"));
        Assert.Equal(RefusalKind.ReplyFailed, (await SayAsync("Are you there?")).Refusal!.Kind);
        if (isNew) await Cluster.Cluster.DeactivateAsync(Luna);

        var answered = (await SayAsync("Are you there?")).Value!;
        Assert.Equal((1L, 2L), (answered.UserMessage.Seq, answered.Reply.Seq));
        Assert.Equal(answered with { IsReplay = true }, (await SayAsync("Are you there?")).Value);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_reply_that_failed_is_lost_once_something_else_was_said()
    {
        Cluster.Engine.Next(() => throw new HttpRequestException("down"));
        await SayAsync("Are you there?");
        await Luna.Say(Owner, "Never mind");
        Assert.Equal(RefusalKind.ReplyFailed, (await SayAsync("Are you there?")).Refusal!.Kind);
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task After_a_day_the_name_is_new_again()
    {
        await SayAsync("Hello");
        Cluster.Clock.Advance(TimeSpan.FromHours(23.9));
        Assert.True((await SayAsync("Hello")).Value!.IsReplay);
        Cluster.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.False((await SayAsync("Hello")).Value!.IsReplay);
        Assert.True((await SayAsync("Hello")).Value!.IsReplay);
        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task What_was_taken_back_is_neither_shown_nor_said_again()
    {
        await SayAsync("Hello");
        await Luna.Clear(Owner);
        Assert.Equal(RefusalKind.NotFound, (await SayAsync("Hello")).Refusal!.Kind);
        Assert.Equal(0, await CountAsync());
    }

    private Task<Outcome<Exchange>> SayAsync(string text) => Luna.Say(Owner, new NewMessage(NewId(), text, _request));

    private async Task<long> CountAsync() => (await Luna.History(Owner, 1, 50)).Value!.Total;
}
