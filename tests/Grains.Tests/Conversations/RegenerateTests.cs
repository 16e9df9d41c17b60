using Platform.Conversations;

namespace Platform.Tests.Conversations;

[Collection(nameof(PlatformCluster))]
public sealed class RegenerateTests(PlatformCluster cluster) : IAsyncLifetime
{
    private readonly string _owner = Guid.NewGuid().ToString();

    private IConversationGrain _actor = null!;

    public async Task InitializeAsync()
    {
        await cluster.OpenAccountAsync(_owner);
        var made = await cluster.Grains.GetGrain<IConversationsGrain>(_owner).Create("Talk", Guid.NewGuid().ToString());
        _actor = cluster.Grains.GetGrain<IConversationGrain>(IConversationGrain.Key(made.Value!.Number));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_last_answer_is_replaced_in_its_place_and_both_tries_are_paid_for()
    {
        await SendAsync("First");
        var first = await SendAsync("Second", "op");
        cluster.Engine.Next(() => Task.FromResult("better"));
        var again = (await _actor.Regenerate(_owner, "again")).Value!;

        Assert.Equal(first.UserMessage, again.UserMessage);
        Assert.Equal((first.Answer.Number, "better"), (again.Answer.Number, again.Answer.Content));
        Assert.True(again.Answer.Tokens > first.Answer.Tokens);
        await cluster.Cluster.DeactivateAsync(_actor);
        var (conversation, messages) = (await _actor.History(_owner)).Value!;
        Assert.Equal(["First", "ok", "Second", "better"], messages.Select(message => message.Content));
        Assert.Equal(messages.Sum(message => message.Tokens), conversation.TotalTokens);
        Assert.Equal((4, "better"), (conversation.MessageCount, conversation.LastMessage!.Content));

        // Whoever sends any of it again gets what is there now, and pays nothing.
        Assert.Equal(again.Answer, (await _actor.Regenerate(_owner, "again")).Value!.Answer);
        Assert.Equal(again.Answer, (await SendAsync("Second", "op")).Answer);
        Assert.Equal(again.Answer, (await _actor.Follow(_owner, "op", 0)).Value!.End!.Value!.Answer);
        Assert.Equal(conversation, (await _actor.Get(_owner)).Value);
    }

    [Fact]
    public async Task One_that_fails_leaves_the_old_answer_and_costs_nothing()
    {
        var first = await SendAsync("Hello");
        var pieces = cluster.Engine.NextPieces();
        pieces.TryWrite("Half");
        pieces.Complete(new HttpRequestException("model down"));
        Assert.Equal(RefusalKind.ReplyFailed, (await _actor.Regenerate(_owner, "again")).Refusal!.Kind);

        var (conversation, messages) = (await _actor.History(_owner)).Value!;
        Assert.Equal([first.UserMessage, first.Answer], messages);
        Assert.Equal(first.Conversation, conversation);
    }

    [Fact]
    public async Task An_answer_that_failed_is_written()
    {
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));
        Assert.NotNull((await _actor.Send(_owner, "Hello?", "op")).Refusal);
        var answered = (await _actor.Regenerate(_owner, "again")).Value!;

        Assert.Equal(("Hello?", "ok"), (answered.UserMessage.Content, answered.Answer.Content));
        Assert.Equal(answered.Answer, (await SendAsync("Hello?", "op")).Answer);
        Assert.Equal(2, (await _actor.Get(_owner)).Value!.MessageCount);
    }

    [Fact]
    public async Task Two_at_once_queue_and_under_one_operation_they_are_one()
    {
        var first = await SendAsync("Hello");
        // Calls at once arrive in any order, and only the last operation is known again.
        await Task.WhenAll(_actor.Regenerate(_owner, "one"), _actor.Regenerate(_owner, "one"));
        var both = await Task.WhenAll(_actor.Regenerate(_owner, "two"), _actor.Regenerate(_owner, "three"));

        var (conversation, messages) = (await _actor.History(_owner)).Value!;
        Assert.Equal(2, messages.Count);
        Assert.Equal(4 * first.Answer.Tokens, messages[1].Tokens);
        Assert.Equal(both.Max(one => one.Value!.Conversation.TotalTokens), conversation.TotalTokens);
        Assert.Equal(messages.Sum(message => message.Tokens), conversation.TotalTokens);
    }

    [Fact]
    public async Task Where_nothing_was_said_there_is_nothing_to_answer() =>
        Assert.Equal(RefusalKind.NothingToAnswer, (await _actor.Regenerate(_owner, "again")).Refusal!.Kind);

    private async Task<ConversationExchange> SendAsync(string text, string? operationId = null) =>
        (await _actor.Send(_owner, text, operationId ?? Guid.NewGuid().ToString())).Value!;
}
