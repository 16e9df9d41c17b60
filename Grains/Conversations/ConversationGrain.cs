using System.Globalization;
using Platform.Conversations.Assistant;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>
/// One conversation. Sends, renaming, grants and deletion queue here; <c>Get</c> and <c>History</c> interleave with them, which is safe
/// because they show only what was saved.
/// </summary>
[GrainType("conversation")]
internal sealed class ConversationGrain(
    ConversationStore store,
    ConversationLog log,
    AssistantWriter assistant,
    TokenCounter counter,
    Sequences.Sequences sequences,
    TimeProvider clock) : Grain, IConversationGrain
{
    /// <summary>How many of the last messages the assistant is shown.</summary>
    private const int ContextSize = 10;

    private const int TitleLength = 50;
    private const int ExcerptLength = 100;

    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "Conversation not found");

    private static readonly Refusal NothingLeft = new(
        RefusalKind.TokenLimitReached, "Token limit reached for this conversation. Please make a payment to continue.");

    private static readonly Refusal NoReply =
        new(RefusalKind.ReplyFailed, "The reply could not be written. Your message was kept; please try again.");

    private StoredConversation? _stored;

    private long Number => long.Parse(this.GetPrimaryKeyString(), CultureInfo.InvariantCulture);

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _stored = await store.FindAsync(Number);

    public Task<Outcome<Conversation>> Get(string ownerId) =>
        Task.FromResult<Outcome<Conversation>>(Owned(ownerId) is { } conversation ? conversation : Unknown);

    public async Task<Outcome<ConversationHistory>> History(string ownerId)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        // Up to where the conversation is shown: the two fit, also while more is being said.
        var turns = await log.AllAsync(Number, conversation.MessageCount);
        return new ConversationHistory(conversation, [.. turns.Select(turn => turn.Message)]);
    }

    public async Task<Outcome<ConversationExchange>> Send(string ownerId, string text, string operationId)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        var said = await log.OfOperationAsync(Number, operationId);
        if (said is [var message, var answer]) return new ConversationExchange(message.Message, answer.Message, conversation);
        if (conversation.TotalTokens >= conversation.TokenLimit) return NothingLeft;

        var recent = await log.BeforeAsync(Number, conversation.MessageCount + 1, ContextSize + 1);
        var heard = said is [var kept] ? kept : LeftUnanswered(recent, text) ?? await HearAsync(conversation, text, operationId);
        return await AnswerAsync(heard, [.. recent.Where(turn => turn.Seq < heard.Seq).TakeLast(ContextSize)]);
    }

    public async Task<Outcome<Conversation>> Rename(string ownerId, string title)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        return await SaveAsync(conversation with { Title = title, UpdatedAt = After(conversation) });
    }

    public async Task<Outcome<Conversation>> Grant(string ownerId, string key, long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokens);
        if (Owned(ownerId) is not { } conversation) return Unknown;
        if (await store.HasGrantAsync(Number, key)) return conversation;
        var now = After(conversation);
        return await SaveAsync(
            conversation with { TokenLimit = checked(conversation.TokenLimit + tokens), UpdatedAt = now },
            ConversationStore.Grant(Number, key, tokens, now));
    }

    public async Task<Outcome<Done>> Delete(string ownerId)
    {
        if (Owned(ownerId) is null) return Unknown;
        await store.DeleteAsync(Number);
        _stored = null;
        DeactivateOnIdle();
        return Done.Instance;
    }

    private Conversation? Owned(string ownerId)
    {
        // A wrong guess, or deleted a moment ago: not worth its memory.
        if (_stored is null) DeactivateOnIdle();
        return _stored?.OwnerId == ownerId ? _stored.Conversation : null;
    }

    /// <summary>The last message, where it is this one and its answer has failed: it is not said twice.</summary>
    private static Turn? LeftUnanswered(IReadOnlyList<Turn> recent, string text) =>
        recent is [.., { Message.Role: MessageRole.User } last] && last.Message.Content == text ? last : null;

    private async Task<Turn> HearAsync(Conversation conversation, string text, string operationId)
    {
        var tokens = await counter.CountAsync(text);
        var title = conversation is { MessageCount: 0, Title: Conversation.DefaultTitle } ? Excerpt.Title(text, TitleLength) : conversation.Title;
        return await SayAsync(conversation with { Title = title }, MessageRole.User, text, operationId, tokens, tokens);
    }

    private async Task<Outcome<ConversationExchange>> AnswerAsync(Turn heard, IReadOnlyList<Turn> recent)
    {
        if (await assistant.WriteAsync(new(recent, heard)) is not { } reply) return NoReply;
        var answer = await SayAsync(
            _stored!.Conversation, MessageRole.Assistant, reply.Text, heard.OperationId, reply.TextTokens, reply.Tokens);
        return new ConversationExchange(heard.Message, answer.Message, _stored!.Conversation);
    }

    /// <summary>Adds a message. It is durable, and its cost is counted, when this completes.</summary>
    private async Task<Turn> SayAsync(
        Conversation conversation, MessageRole role, string text, string operationId, long textTokens, long tokens)
    {
        var now = After(conversation);
        var message = new ConversationMessage(await sequences.NextAsync("messages"), role, text, tokens, now);
        var turn = new Turn(message, conversation.MessageCount + 1, operationId, textTokens);
        var next = conversation with
        {
            TotalTokens = conversation.TotalTokens + tokens,
            MessageCount = turn.Seq,
            LastMessage = new(Excerpt.First(text, ExcerptLength), now),
            UpdatedAt = now,
        };
        await SaveAsync(next, ConversationLog.Append(Number, turn));
        return turn;
    }

    private async Task<Conversation> SaveAsync(Conversation next, Statement? because = null)
    {
        try
        {
            _stored = await store.SaveAsync(_stored!, next, because);
            return next;
        }
        catch (StoreException)
        {
            // Another activation was first, or nobody knows what was written: nothing in memory is to be trusted.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Now, but never before the last change: a clock that was set back must not reorder a conversation.</summary>
    private DateTimeOffset After(Conversation conversation)
    {
        var now = Instant.Truncate(clock.GetUtcNow());
        return now > conversation.UpdatedAt ? now : conversation.UpdatedAt;
    }
}
