using Platform.Conversations;
using Progress = Platform.Conversations.ReplyProgress<Platform.Conversations.KeptMessage, Platform.Conversations.ConversationExchange>;

namespace Platform.Tests.Conversations;

/// <summary>Replies that are followed while they are written, and written again.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class FollowedReplyTests(PlatformCluster cluster) : IAsyncLifetime
{
    private readonly string _owner = Guid.NewGuid().ToString();

    public Task InitializeAsync() => cluster.OpenAccountAsync(_owner);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_reply_is_followed_piece_by_piece_by_any_number_of_readers_and_is_what_is_kept()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "Count", "op");
        var kept = await FollowAsync(actor, "op", ReplyOffset.Message);
        Assert.Equal(("op", "Count", "", null), (kept.ReplyId, kept.Heard!.Message.Content, kept.Piece, kept.End));

        await pieces.WriteAsync("One, ");
        await pieces.WriteAsync("two");
        Assert.Equal("One, two", await ReadAsync(actor, "op", 0, length: 8));
        var waiting = Enumerable.Range(0, 3).Select(_ => FollowAsync(actor, "op", 8)).ToList();
        await pieces.WriteAsync(" and three.");

        Assert.All(await Task.WhenAll(waiting), one => Assert.Equal((" and three.", null), (one.Piece, one.End)));
        Assert.Equal("two and three.", (await FollowAsync(actor, null, 5)).Piece);
        var ending = FollowAsync(actor, "op", ReplyOffset.End);
        pieces.Complete();
        var exchange = (await ending).End!.Value!;
        Assert.Equal("One, two and three.", exchange.Answer.Content);
        Assert.Equal([exchange.UserMessage, exchange.Answer], (await actor.History(_owner)).Value!.Messages);
    }

    [Fact]
    public async Task A_reply_of_long_ago_is_followed_like_one_that_is_being_written()
    {
        var actor = await CreateAsync();
        await actor.Send(_owner, "First", "first");
        await actor.Send(_owner, "Second", "second");
        await cluster.Cluster.DeactivateAsync(actor);

        foreach (var (id, text) in (IEnumerable<(string?, string)>)[("first", "First"), ("second", "Second"), (null, "Second")])
        {
            var progress = await FollowAsync(actor, id, 1);
            Assert.Equal((text, "k", "ok"), (progress.Heard!.Message.Content, progress.Piece, progress.End!.Value!.Answer.Content));
        }

        Assert.Equal(RefusalKind.NotFound, (await actor.Follow(_owner, "none", 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await (await CreateAsync()).Follow(_owner, null, 0)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_reader_who_waits_for_ten_seconds_hears_that_nothing_is_new()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "Think", "op");
        await FollowAsync(actor, "op", ReplyOffset.Message);
        var waiting = FollowAsync(actor, "op", 0);
        while (!waiting.IsCompleted)
        {
            cluster.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(("", null), ((await waiting).Piece, (await waiting).End));
        pieces.TryWrite("Done.");
        pieces.Complete();
        Assert.Equal("Done.", (await EndAsync(actor, "op")).Value!.Answer.Content);
    }

    [Fact]
    public async Task A_reply_that_fails_in_the_middle_keeps_the_message_charges_nothing_and_can_be_asked_for_again()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "Are you there?", "op");
        await pieces.WriteAsync("I'm");
        Assert.Equal("I'm", await ReadAsync(actor, "op", 0, length: 3));
        pieces.Complete(new HttpRequestException("model down"));

        Assert.Equal(RefusalKind.ReplyFailed, (await EndAsync(actor, "op")).Refusal!.Kind);
        var (conversation, messages) = (await actor.History(_owner)).Value!;
        Assert.Equal((Assert.Single(messages).Tokens, "Are you there?"), (conversation.TotalTokens, messages[0].Content));

        // Also where the activation that knew is gone, as with a silo.
        await cluster.Cluster.DeactivateAsync(actor);
        Assert.Equal(RefusalKind.ReplyFailed, (await EndAsync(actor, "op")).Refusal!.Kind);
        Assert.Equal(RefusalKind.ReplyFailed, (await EndAsync(actor, null)).Refusal!.Kind);

        await StartAsync(actor, "Are you there?", "op");
        Assert.Equal("ok", (await EndAsync(actor, "op")).Value!.Answer.Content);
        Assert.Equal(2, (await actor.Get(_owner)).Value!.MessageCount);
    }

    [Fact]
    public async Task Replies_queue_and_each_is_followed_from_when_its_turn_comes()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "First", "first");
        await FollowAsync(actor, "first", ReplyOffset.Message);
        await StartAsync(actor, "Second", "second");
        await StartAsync(actor, "Second", "second");
        var second = FollowAsync(actor, "second", ReplyOffset.Message);

        await pieces.WriteAsync("One");
        Assert.Equal("One", await ReadAsync(actor, null, 0, length: 3));
        Assert.False(second.IsCompleted);
        pieces.Complete();

        Assert.Equal("Second", (await second).Heard!.Message.Content);
        await EndAsync(actor, "second");
        Assert.Equal(
            ["First", "One", "Second", "ok"], (await actor.History(_owner)).Value!.Messages.Select(message => message.Content));
    }

    [Fact]
    public async Task With_no_tokens_left_whoever_follows_hears_why()
    {
        var actor = await CreateAsync();
        await actor.Send(_owner, string.Concat(Enumerable.Repeat("word ", 10_000)), "large");
        foreach (var (text, id) in (IEnumerable<(string?, string)>)[("Hello", "small"), (null, "again")])
        {
            await StartAsync(actor, text, id);
            Assert.Equal(RefusalKind.TokenLimitReached, (await EndAsync(actor, id)).Refusal!.Kind);
        }

        Assert.Equal(2, (await actor.Get(_owner)).Value!.MessageCount);
    }

    [Fact]
    public async Task A_deletion_waits_for_the_reply_and_what_queues_behind_it_finds_nothing()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "Last words", "op");
        await FollowAsync(actor, "op", ReplyOffset.Message);
        var ending = EndAsync(actor, "op");
        var deleting = actor.Delete(_owner);
        await pieces.WriteAsync("Farewell.");
        Assert.False(deleting.IsCompleted);
        pieces.Complete();

        Assert.Equal("Farewell.", (await ending).Value!.Answer.Content);
        Assert.NotNull((await deleting).Value);
        Assert.Equal(RefusalKind.NotFound, (await actor.Start(_owner, "Hello?", "next")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await actor.Follow(_owner, "op", 0)).Refusal!.Kind);
    }

    [Fact]
    public async Task Where_the_store_fails_whoever_follows_hears_it_at_once()
    {
        var actor = await CreateAsync();
        var pieces = cluster.Engine.NextPieces();
        await StartAsync(actor, "Hello", "op");
        await FollowAsync(actor, "op", ReplyOffset.Message);
        await StartAsync(actor, "And I?", "behind");
        var behind = actor.Follow(_owner, "behind", ReplyOffset.Message);
        var store = new ConversationStore(cluster.Database);
        var seen = (await store.FindAsync((await actor.Get(_owner)).Value!.Number))!;
        // As an activation on a silo that was cut off would have written it.
        await store.SaveAsync(seen, seen.Conversation with { Title = "Rival" });
        var ending = EndAsync(actor, "op");
        pieces.TryWrite("Lost");
        pieces.Complete();

        // The clock stands still, so nobody's patience ends.
        Assert.Equal(RefusalKind.Busy, (await ending.WaitAsync(TimeSpan.FromSeconds(8))).Refusal!.Kind);
        await behind.WaitAsync(TimeSpan.FromSeconds(8));
        Assert.Equal("Rival", (await actor.Get(_owner)).Value!.Title);
    }

    [Fact]
    public async Task A_stranger_follows_nothing()
    {
        var actor = await CreateAsync();
        await actor.Send(_owner, "Mine", "op");
        var stranger = Guid.NewGuid().ToString();
        Assert.Equal(RefusalKind.NotFound, (await actor.Start(stranger, "Hello", "mine")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await actor.Start(stranger, null, "mine")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await actor.Follow(stranger, "op", 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await actor.Follow(stranger, null, 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await actor.Regenerate(stranger, "mine")).Refusal!.Kind);
        Assert.Equal(2, (await actor.Get(_owner)).Value!.MessageCount);
    }

    private async Task<IConversationGrain> CreateAsync()
    {
        var made = await cluster.Grains.GetGrain<IConversationsGrain>(_owner).Create("Talk", Guid.NewGuid().ToString());
        return cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(made.Value!.Number));
    }

    private async Task StartAsync(IConversationGrain actor, string? text, string id) =>
        Assert.NotNull((await actor.Start(_owner, text, id)).Value);

    private async Task<Progress> FollowAsync(IConversationGrain actor, string? id, int offset) =>
        (await actor.Follow(_owner, id, offset)).Value!;

    /// <summary>Reads on until there is this much.</summary>
    private async Task<string> ReadAsync(IConversationGrain actor, string? id, int offset, int length)
    {
        var text = "";
        while (text.Length < length) text += (await FollowAsync(actor, id, offset + text.Length)).Piece;
        return text;
    }

    private async Task<Outcome<ConversationExchange>> EndAsync(IConversationGrain actor, string? id)
    {
        while (true)
        {
            if ((await FollowAsync(actor, id, ReplyOffset.End)).End is { } end) return end;
        }
    }
}
