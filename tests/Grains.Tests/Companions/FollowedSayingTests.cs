using Platform.Companions;
using Platform.Conversations;
using Progress = Platform.Conversations.ReplyProgress<Platform.Conversations.Message, Platform.Companions.Exchange>;

namespace Platform.Tests.Companions;

/// <summary>A companion's replies, followed while they are written, and written again.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class FollowedSayingTests(PlatformCluster cluster) : LunaTests(cluster)
{
    private readonly string _id = Guid.CreateVersion7().ToString();

    private ICompanionFeedGrain Feed => Cluster.Grains.GetGrain<ICompanionFeedGrain>(LunaId);

    [Fact]
    public async Task A_reply_is_followed_piece_by_piece_and_is_what_is_kept()
    {
        var pieces = Cluster.Engine.NextPieces();
        await StartAsync("Count");
        var kept = await FollowAsync(_id, ReplyOffset.Message);
        Assert.Equal((_id, "Count", "", null), (kept.ReplyId, kept.Heard!.Content, kept.Piece, kept.End));
        Assert.Equal(1, await CountAsync());

        var waiting = Enumerable.Range(0, 3).Select(_ => FollowAsync(_id, 0)).ToList();
        await pieces.WriteAsync("One, two");
        Assert.All(await Task.WhenAll(waiting), one => Assert.Equal("One, two", one.Piece));
        await pieces.WriteAsync(" and three.");
        pieces.Complete();
        var exchange = (await FollowAsync(null, ReplyOffset.End)).End!.Value!;
        Assert.Equal("One, two and three.", exchange.Reply.Content);

        await Cluster.Cluster.DeactivateAsync(Luna);
        var later = await FollowAsync(_id, 5);
        Assert.Equal((exchange.UserMessage, "two and three.", exchange.Reply), (later.Heard, later.Piece, later.End!.Value!.Reply));
        Assert.Equal([exchange.UserMessage, exchange.Reply], (await Luna.History(Owner, 1, 50)).Value!.Items);
    }

    [Fact]
    public async Task A_streamed_reply_that_breaks_off_is_none_and_may_be_asked_for_again()
    {
        var pieces = Cluster.Engine.NextPieces();
        await StartAsync("Are you there?");
        await FollowAsync(_id, ReplyOffset.Message);
        await pieces.WriteAsync("I am h");
        pieces.Complete(new HttpRequestException("down"));
        Assert.Equal(RefusalKind.ReplyFailed, (await FollowAsync(_id, ReplyOffset.End)).End!.Refusal!.Kind);
        Assert.Equal(1, await CountAsync());
        await Cluster.Cluster.DeactivateAsync(Luna);
        Assert.Equal(RefusalKind.ReplyFailed, (await FollowAsync(_id, 0)).End!.Refusal!.Kind);

        var again = (await Luna.Regenerate(Owner, NewId())).Value!;
        Assert.Equal(("Are you there?", 2L), (again.UserMessage.Content, again.Reply.Seq));
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Two_sends_at_once_are_both_answered_in_one_order()
    {
        var pieces = Cluster.Engine.NextPieces();
        await StartAsync("First");
        await FollowAsync(_id, ReplyOffset.Message);
        var second = NewId();
        await Luna.Start(Owner, new NewMessage(second, "Second"), second);
        var waiting = FollowAsync(second, ReplyOffset.End);
        await pieces.WriteAsync("One");
        pieces.Complete();

        Assert.Equal("Second", (await waiting).End!.Value!.UserMessage.Content);
        Assert.Equal(["First", "One", "Second", "ok"], (await Luna.History(Owner, 1, 50)).Value!.Items.Select(message => message.Content));
    }

    [Fact]
    public async Task The_last_reply_is_written_again_in_its_place_and_watchers_are_told()
    {
        var first = (await Luna.Say(Owner, "Tell me something")).Value!;
        var seq = (await Feed.Open(Owner, new HistoryQuery(DateTimeOffset.MinValue, null, 1))).Value!.Seq;
        var pieces = Cluster.Engine.NextPieces();
        var regenerating = Luna.Regenerate(Owner, _id);
        await pieces.WriteAsync("Something else");
        pieces.Complete();
        var second = (await regenerating).Value!;

        Assert.Equal((_id, first.Reply.Seq, "Something else"), (second.Reply.Id, second.Reply.Seq, second.Reply.Content));
        Assert.Equal([first.UserMessage, second.Reply], (await Luna.History(Owner, 1, 50)).Value!.Items);
        var told = (await Feed.Next(Owner, seq)).Value!.Events;
        var replaced = Assert.IsType<MessageReplaced>(told[^1]);
        Assert.Equal((first.Reply.Id, second.Reply), (replaced.OldId, replaced.Message.Message));
        // Asked again by a client that never heard.
        Assert.Equal(second.Reply, (await Luna.Regenerate(Owner, _id)).Value!.Reply);
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task A_reply_that_is_not_written_again_leaves_the_old_one()
    {
        var first = (await Luna.Say(Owner, "Tell me something")).Value!;
        Cluster.Engine.Next(() => throw new HttpRequestException("down"));
        Assert.Equal(RefusalKind.ReplyFailed, (await Luna.Regenerate(Owner, _id)).Refusal!.Kind);
        Assert.Equal([first.UserMessage, first.Reply], (await Luna.History(Owner, 1, 50)).Value!.Items);
    }

    [Fact]
    public async Task Where_nothing_was_said_there_is_nothing_to_answer_or_to_follow()
    {
        Assert.Equal(RefusalKind.NothingToAnswer, (await Luna.Regenerate(Owner, _id)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Luna.Follow(Owner, null, 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Luna.Follow(Owner, NewId(), 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Luna.Start(NewId(), null, _id)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Luna.Follow(NewId(), null, 0)).Refusal!.Kind);
    }

    private async Task StartAsync(string text) => Assert.NotNull((await Luna.Start(Owner, new NewMessage(_id, text), _id)).Value);

    private async Task<Progress> FollowAsync(string? id, int offset) => (await Luna.Follow(Owner, id, offset)).Value!;

    private async Task<long> CountAsync() => (await Luna.History(Owner, 1, 50)).Value!.Total;
}
