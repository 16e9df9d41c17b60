using Draft = Platform.Conversations.ReplyDraft<Platform.Conversations.KeptMessage, Platform.Conversations.ConversationExchange>;

namespace Platform.Conversations;

/// <summary>How a conversation answers: in turns, while whoever wants follows.</summary>
internal sealed partial class ConversationGrain
{
    /// <summary>How many of the last messages the assistant is shown.</summary>
    private const int ContextSize = 10;

    private static readonly Refusal NothingLeft = new(
        RefusalKind.TokenLimitReached, "Token limit reached for this conversation. Please make a payment to continue.");

    private static readonly Refusal NoReply =
        new(RefusalKind.ReplyFailed, "The reply could not be written. Your message was kept; please try again.");

    private static readonly Refusal NothingSaid = new(RefusalKind.NothingToAnswer, "Nothing was said yet that could be answered.");

    private static readonly Refusal NoSuchReply = new(RefusalKind.NotFound, "There is no such reply.");

    private readonly ReplyDrafts<KeptMessage, ConversationExchange> _drafts = new((_, _) => true);

    public Task<Outcome<Done>> Start(string ownerId, string? text, string operationId)
    {
        if (Owned(ownerId) is null) return Task.FromResult<Outcome<Done>>(Unknown);
        // A call of its own, so that it queues: this one interleaves with the reply that is being written.
        var self = this.AsReference<IConversationGrain>();
        _drafts.Start(
            operationId, () => text is null ? self.Regenerate(ownerId, operationId) : self.Send(ownerId, text, operationId));
        return Task.FromResult<Outcome<Done>>(Done.Instance);
    }

    public async Task<Outcome<ReplyProgress<KeptMessage, ConversationExchange>>> Follow(string ownerId, string? replyId, int offset)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        var draft = replyId is null ? _drafts.Current : _drafts.Find(replyId);
        if (draft is not null) return await draft.AfterAsync(offset, patience);

        var turns = replyId is null
            ? await log.BeforeAsync(Number, conversation.MessageCount + 1, 2)
            : await log.OfOperationAsync(Number, replyId);
        return turns switch
        {
            [{ Message.Role: MessageRole.User } heard, { Message.Role: MessageRole.Assistant } answer] =>
                Written(replyId ?? answer.OperationId, conversation, heard, answer).After(offset),
            [.., { Message.Role: MessageRole.User } heard] => Unwritten(replyId ?? heard.OperationId, conversation, heard).After(offset),
            _ => NoSuchReply,
        };
    }

    public Task<Outcome<ConversationExchange>> Send(string ownerId, string text, string operationId) =>
        _drafts.WriteAsync(operationId, draft => SendAsync(draft, ownerId, text));

    public Task<Outcome<ConversationExchange>> Regenerate(string ownerId, string operationId) =>
        _drafts.WriteAsync(operationId, draft => RegenerateAsync(draft, ownerId));

    private async Task<Outcome<ConversationExchange>> SendAsync(Draft draft, string ownerId, string text)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        var said = await log.OfOperationAsync(Number, draft.Id);
        if (said is [var message, var answer]) return Tell(draft, conversation, message, answer);
        if (conversation.TotalTokens >= conversation.TokenLimit) return NothingLeft;

        // Something else was said since it failed: an answer now would stand under another message.
        if (said is [{ Seq: var seq }] && seq < conversation.MessageCount) return NoReply;

        var recent = await log.BeforeAsync(Number, conversation.MessageCount + 1, ContextSize + 1);
        var heard = said is [var kept] ? kept : LeftUnanswered(recent, text) ?? await HearAsync(conversation, text, draft.Id);
        return await AnswerAsync(draft, heard, recent, replaced: null);
    }

    private async Task<Outcome<ConversationExchange>> RegenerateAsync(Draft draft, string ownerId)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        if (await log.OfOperationAsync(Number, draft.Id) is [var message, var answer]) return Tell(draft, conversation, message, answer);
        if (conversation.TotalTokens >= conversation.TokenLimit) return NothingLeft;

        var recent = await log.BeforeAsync(Number, conversation.MessageCount + 1, ContextSize + 2);
        return recent switch
        {
            [.., { Message.Role: MessageRole.User } heard, { Message.Role: MessageRole.Assistant } last] =>
                await AnswerAsync(draft, heard, recent, last),
            [.., { Message.Role: MessageRole.User } heard] => await AnswerAsync(draft, heard, recent, replaced: null),
            _ => NothingSaid,
        };
    }

    private async Task<Outcome<ConversationExchange>> AnswerAsync(Draft draft, Turn heard, IReadOnlyList<Turn> recent, Turn? replaced)
    {
        draft.Hear(new(heard.Message, _stored!.Conversation));
        var before = recent.Where(turn => turn.Seq < heard.Seq).TakeLast(ContextSize);
        if (await assistant.WriteAsync(new([.. before], heard, replaced?.Message.Content), draft.Append) is not { } reply) return NoReply;
        var conversation = _stored!.Conversation;
        var answer = replaced is null
            ? await SayAsync(conversation, MessageRole.Assistant, reply.Text, draft.Id, reply.TextTokens, reply.Tokens)
            : await ReplaceAsync(conversation, replaced, reply, draft.Id);
        return new ConversationExchange(heard.Message, answer.Message, _stored!.Conversation);
    }

    /// <summary>The last message, where it is this one and its answer has failed: it is not said twice.</summary>
    private static Turn? LeftUnanswered(IReadOnlyList<Turn> recent, string text) =>
        recent is [.., { Message.Role: MessageRole.User } last] && last.Message.Content == text ? last : null;

    private static ConversationExchange Tell(Draft draft, Conversation conversation, Turn heard, Turn answer)
    {
        draft.Hear(new(heard.Message, conversation));
        // Written again since, it is not the text that was streamed; its end tells the whole.
        if (answer.OperationId == draft.Id) draft.Append(answer.Message.Content);
        return new ConversationExchange(heard.Message, answer.Message, conversation);
    }

    private static Draft Written(string replyId, Conversation conversation, Turn heard, Turn answer)
    {
        var draft = new Draft(replyId);
        draft.End(Tell(draft, conversation, heard, answer));
        return draft;
    }

    /// <summary>Its answer has failed, or was lost with a silo.</summary>
    private static Draft Unwritten(string replyId, Conversation conversation, Turn heard)
    {
        var draft = new Draft(replyId);
        draft.Hear(new(heard.Message, conversation));
        draft.End(NoReply);
        return draft;
    }
}
