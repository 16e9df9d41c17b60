using FsCheck;
using FsCheck.Xunit;
using Platform.Conversations;
using Platform.Conversations.Assistant;

namespace Platform.Tests.Conversations;

[Collection(nameof(PlatformCluster))]
public sealed class ConversationGrainTests(PlatformCluster cluster) : IAsyncLifetime
{
    private static readonly TokenCounter Counter = new();

    private readonly string _owner = Guid.NewGuid().ToString();

    public Task InitializeAsync() => cluster.OpenAccountAsync(_owner);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_message_and_its_answer_are_counted_and_there_after_a_new_activation()
    {
        var actor = await CreateAsync();
        var exchange = (await SendAsync(actor, "Hello there")).Value!;
        var text = await Counter.CountAsync("Hello there");

        Assert.Equal(text, exchange.UserMessage.Tokens);
        Assert.Equal(await Counter.CountAsync(AssistantPrompt.System) + text + await Counter.CountAsync("ok"), exchange.Answer.Tokens);
        Assert.Equal(exchange.UserMessage.Tokens + exchange.Answer.Tokens, exchange.Conversation.TotalTokens);

        await cluster.Cluster.DeactivateAsync(actor);

        var history = (await actor.History(_owner)).Value!;
        Assert.Equal([exchange.UserMessage, exchange.Answer], history.Messages);
        Assert.Equal(exchange.Conversation, history.Conversation);
    }

    [Fact]
    public async Task A_prompt_has_the_last_ten_messages()
    {
        var actor = await CreateAsync();
        for (var i = 0; i < 8; i++) await SendAsync(actor, "word");
        // One token each: ten of them, and the text.
        var answer = (await SendAsync(actor, "word")).Value!.Answer;
        Assert.Equal(1, await Counter.CountAsync("word"));
        Assert.Equal(await Counter.CountAsync(AssistantPrompt.System) + 10 + 1 + 1, answer.Tokens);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_and_changes_nothing()
    {
        var actor = await CreateAsync();
        var unknown = Actor(long.MaxValue);
        var stranger = Guid.NewGuid().ToString();

        foreach (var one in (IConversationGrain[])[actor, unknown])
        {
            Assert.Equal(RefusalKind.NotFound, (await one.Get(stranger)).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await one.History(stranger)).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await one.Send(stranger, "Hi", "op")).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await one.Rename(stranger, "Mine")).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await one.Pay(stranger, TokenPrice.MinCents, "op")).Refusal!.Kind);
            Assert.Equal(RefusalKind.NotFound, (await one.Delete(stranger)).Refusal!.Kind);
        }

        var kept = (await actor.Get(_owner)).Value!;
        Assert.Equal((Conversation.DefaultTitle, 20_000, 0), (kept.Title, kept.TokenLimit, kept.MessageCount));
    }

    [Fact]
    public async Task The_first_message_gives_an_untitled_conversation_its_title()
    {
        var fox = string.Concat(Enumerable.Repeat("🦊", 51));
        Assert.Equal("Short", (await SendAsync(await CreateAsync(), "Short")).Value!.Conversation.Title);
        Assert.Equal(fox[..100] + "...", (await SendAsync(await CreateAsync(), fox)).Value!.Conversation.Title);
        Assert.Equal("Trains", (await SendAsync(await CreateAsync("Trains"), "Short")).Value!.Conversation.Title);

        var actor = await CreateAsync();
        await SendAsync(actor, "First");
        Assert.Equal("First", (await SendAsync(actor, "Second")).Value!.Conversation.Title);
    }

    [Fact]
    public async Task Sent_again_under_the_same_operation_a_message_gets_its_answer_again()
    {
        var actor = await CreateAsync();
        var first = (await SendAsync(actor, "Hello", "op")).Value!;
        await SendAsync(actor, "In between");
        await cluster.Cluster.DeactivateAsync(actor);

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(actor, "Hello", "op")));

        Assert.All(again, one => Assert.Equal((first.UserMessage, first.Answer), (one.Value!.UserMessage, one.Value.Answer)));
        Assert.Equal(4, (await actor.Get(_owner)).Value!.MessageCount);
    }

    [Fact]
    public async Task A_failed_answer_costs_nothing_and_can_be_asked_for_again()
    {
        var actor = await CreateAsync();
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));

        var refusal = (await SendAsync(actor, "Are you there?", "op")).Refusal!;

        Assert.Equal(RefusalKind.ReplyFailed, refusal.Kind);
        Assert.DoesNotContain("model down", refusal.Message);
        var kept = (await actor.History(_owner)).Value!;
        Assert.Equal("Are you there?", Assert.Single(kept.Messages).Content);
        Assert.Equal(await Counter.CountAsync("Are you there?"), kept.Conversation.TotalTokens);

        var answered = (await SendAsync(actor, "Are you there?", "op")).Value!;
        Assert.Equal(kept.Messages[0], answered.UserMessage);
        Assert.Equal(2, (await actor.Get(_owner)).Value!.MessageCount);
    }

    [Fact]
    public async Task The_same_text_after_a_failed_answer_is_not_said_twice_but_another_one_is_said()
    {
        var actor = await CreateAsync();
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));
        await SendAsync(actor, "Hello?");
        var answered = (await SendAsync(actor, "Hello?")).Value!;
        Assert.Equal((2, "Hello?"), (answered.Conversation.MessageCount, answered.UserMessage.Content));

        Assert.Equal(4, (await SendAsync(actor, "Hello?")).Value!.Conversation.MessageCount);
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));
        await SendAsync(actor, "Still there?");
        Assert.Equal(7, (await SendAsync(actor, "Something else")).Value!.Conversation.MessageCount);
    }

    [Fact]
    public async Task While_a_slow_engine_thinks_the_message_is_kept_and_reads_go_on()
    {
        var actor = await CreateAsync();
        var thinking = new TaskCompletionSource<string>();
        cluster.Engine.Next(() => thinking.Task);
        var sending = SendAsync(actor, "Think about it");
        await cluster.Engine.Asked.Task;

        Assert.Equal("Think about it", Assert.Single((await actor.History(_owner)).Value!.Messages).Content);

        thinking.SetResult("Done thinking.");
        Assert.Equal("Done thinking.", (await sending).Value!.Answer.Content);
    }

    [Fact]
    public async Task Of_twenty_sends_at_the_edge_one_answer_may_pass_the_limit_and_no_second_one()
    {
        var actor = await CreateAsync();
        // Each costs more than six thousand tokens: the text twice.
        var text = string.Concat(Enumerable.Repeat("word ", 2_999)) + "word";
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(actor, text)));

        var totals = sent.Select(one => one.Value?.Conversation.TotalTokens).OfType<long>().Order().ToList();
        Assert.InRange(totals.Count, 1, 3);
        Assert.All(totals.SkipLast(1), total => Assert.True(total < 20_000));
        Assert.True(totals[^1] >= 20_000);
        Assert.All(sent.Where(one => one.Value is null), one => Assert.Equal(RefusalKind.TokenLimitReached, one.Refusal!.Kind));
        Assert.Equal(2 * totals.Count, (await actor.Get(_owner)).Value!.MessageCount);

        await actor.Pay(_owner, 5_000, Guid.NewGuid().ToString());
        Assert.NotNull((await SendAsync(actor, "On we go")).Value);
    }

    [Fact]
    public async Task Sends_at_once_queue_and_all_are_answered()
    {
        var actor = await CreateAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SendAsync(actor, $"Message {i}")));

        var messages = (await actor.History(_owner)).Value!.Messages;
        Assert.Equal(40, messages.Count);
        Assert.Equal(messages.Select(message => message.CreatedAt).Order(), messages.Select(message => message.CreatedAt));
        Assert.All(messages.Chunk(2), pair =>
            Assert.Contains(sent, one => one.Value!.UserMessage == pair[0] && one.Value.Answer == pair[1]));
    }

    [Fact]
    public async Task What_another_activation_has_written_is_never_written_over()
    {
        var actor = await CreateAsync();
        var number = (await actor.Get(_owner)).Value!.Number;
        var store = new ConversationStore(cluster.Database);
        var seen = (await store.FindAsync(number))!;
        // As an activation on a silo that was cut off would have written it.
        await store.SaveAsync(seen, seen.Conversation with { Title = "Rival" });

        await Assert.ThrowsAnyAsync<Exception>(() => actor.Rename(_owner, "Mine"));

        Assert.Equal("Rival", (await actor.Get(_owner)).Value!.Title);
        Assert.Equal("Mine", (await actor.Rename(_owner, "Mine")).Value!.Title);
    }

    [Property(MaxTest = 10)]
    public async Task The_total_is_the_sum_over_the_messages_whatever_happens(NonNegativeInt[] steps)
    {
        var actor = await CreateAsync();
        foreach (var step in steps.Take(12))
        {
            if (step.Get % 3 == 0) cluster.Engine.Next(() => throw new HttpRequestException("model down"));
            if (step.Get % 5 == 0) await cluster.Cluster.DeactivateAsync(actor);
            await SendAsync(actor, new string('a', 1 + step.Get), $"op{step.Get % 4}");
            // A script that nobody came for.
            await SendAsync(await CreateAsync(), "x");
        }

        var (conversation, messages) = (await actor.History(_owner)).Value!;
        Assert.Equal(messages.Sum(message => message.Tokens), conversation.TotalTokens);
        Assert.Equal(messages.Count, conversation.MessageCount);
    }

    private async Task<IConversationGrain> CreateAsync(string title = Conversation.DefaultTitle)
    {
        var made = await cluster.Grains.GetGrain<IConversationsGrain>(_owner).Create(title, Guid.NewGuid().ToString());
        return Actor(made.Value!.Number);
    }

    private Task<Outcome<ConversationExchange>> SendAsync(IConversationGrain actor, string text, string? operationId = null) =>
        actor.Send(_owner, text, operationId ?? Guid.NewGuid().ToString());

    private IConversationGrain Actor(long number) => cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(number));
}
