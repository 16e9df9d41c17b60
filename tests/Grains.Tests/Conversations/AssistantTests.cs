using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Conversations.Assistant;

namespace Platform.Tests.Conversations;

public sealed class AssistantTests
{
    private static readonly TokenCounter Counter = new();

    [Fact]
    public async Task What_the_model_says_that_it_used_is_what_it_costs()
    {
        using var model = new Model(new ChatResponse(new ChatMessage(ChatRole.Assistant, " An answer. "))
        {
            Usage = new UsageDetails { InputTokenCount = 700, OutputTokenCount = 42 },
        });
        var reply = (await WriteAsync(model, Request("Question?")))!;
        Assert.Equal(("An answer.", 742), (reply.Text, reply.Tokens));
    }

    [Fact]
    public async Task What_the_model_does_not_say_is_counted()
    {
        using var model = new Model(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok"))
        {
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 42 },
        });
        var reply = (await WriteAsync(model, Request("Question?", "Earlier")))!;
        // The counts that the turns of this test claim.
        Assert.Equal(await Counter.CountAsync(AssistantPrompt.System) + 1_000 + 1_000 + 42, reply.Tokens);
    }

    [Fact]
    public async Task A_model_is_shown_who_it_is_what_was_said_and_what_to_answer()
    {
        using var model = new Model(new ChatResponse(new ChatMessage(ChatRole.Assistant, "ok")));
        await WriteAsync(model, Request("Question?", "One", "Two"));
        Assert.Equal(
            [(ChatRole.System, AssistantPrompt.System), (ChatRole.User, "One"), (ChatRole.Assistant, "Two"), (ChatRole.User, "Question?")],
            model.Shown.Select(message => (message.Role, message.Text)));
    }

    [Theory]
    [InlineData("  ")]
    [InlineData("\0")]
    public async Task An_answer_of_nothing_is_none(string text)
    {
        using var model = new Model(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));
        Assert.Null(await WriteAsync(model, Request("Question?")));
    }

    [Theory]
    [InlineData("Hello!", "ByteForge AI")]
    [InlineData("What is machine learning?", "without a language model")]
    [InlineData("Write a poem about the sea", "without a language model")]
    [InlineData("Who are you?", "a program and not a person")]
    [InlineData("How are you?", "running")]
    [InlineData("What did I say before?", "\u201cTwo trains\u201d")]
    [InlineData("I want to kill myself", "emergency number")]
    public async Task Without_a_model_it_says_honestly_what_it_is(string text, string expected)
    {
        using var builtin = new BuiltinChatClient();
        var reply = (await WriteAsync(builtin, Request(text, "Two trains", "Noted.")))!;
        Assert.Contains(expected, reply.Text);
    }

    [Fact]
    public void Equal_requests_get_equal_answers() =>
        Assert.Equal(AssistantComposer.Compose(Request("Why?")), AssistantComposer.Compose(Request("Why?")));

    private static Task<AssistantReply?> WriteAsync(IChatClient client, AssistantRequest request) =>
        new AssistantWriter(new(client, NullLogger<ReplyEngine>.Instance), Counter).WriteAsync(request, _ => { });

    private static AssistantRequest Request(string text, params string[] before) => new([.. before.Select(TurnOf)], TurnOf(text, before.Length));

    private static Turn TurnOf(string text, int place) =>
        new(new(place + 1, place % 2 == 0 ? MessageRole.User : MessageRole.Assistant, text, 1_000, default), place + 1, "op", 1_000);

    private sealed class Model(ChatResponse answer) : IChatClient
    {
        public IReadOnlyList<ChatMessage> Shown { get; private set; } = [];

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            Shown = [.. messages];
            return Task.FromResult(answer);
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
