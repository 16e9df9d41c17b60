using System.Globalization;
using Platform.Conversations.Assistant;
using Platform.Conversations.Search;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>
/// One conversation. Replies, renaming, payments and deletion queue here; <c>Get</c>, <c>History</c> and <c>Follow</c> interleave with them,
/// which is safe because they show only what was saved, and of a reply what its draft has.
/// </summary>
[GrainType("conversation")]
internal sealed partial class ConversationGrain(
    ConversationStore store,
    ConversationLog log,
    ConversationSearch search,
    TokenPaymentLog payments,
    AssistantWriter assistant,
    TokenCounter counter,
    IGrainFactory grains,
    Sequences.Sequences sequences,
    TimeProvider clock,
    Patience patience) : Grain, IConversationGrain
{
    private const int TitleLength = 50;
    private const int ExcerptLength = 100;

    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "Conversation not found");

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

    public async Task<Outcome<ConversationMessages>> ReadAfter(string ownerId, long seq, int count)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        var turns = await log.RangeAsync(Number, seq + 1, Math.Min(seq + count, conversation.MessageCount));
        return new ConversationMessages([.. turns.Select(turn => turn.Message)], turns.Count > 0 ? turns[^1].Seq : seq);
    }

    public async Task<Outcome<FoundConversationMessages>> Search(string ownerId, SearchQuery query) =>
        Owned(ownerId) is { } conversation ? await search.FindAsync([conversation], query) : Unknown;

    public async Task<Outcome<Conversation>> Rename(string ownerId, string title)
    {
        if (Owned(ownerId) is not { } conversation) return Unknown;
        return await SaveAsync(conversation with { Title = title, UpdatedAt = After(conversation) });
    }

    public async Task<Outcome<Done>> Delete(string ownerId)
    {
        if (Owned(ownerId) is null) return Unknown;
        await store.DeleteAsync(Number);
        _stored = null;
        Leave();
        return Done.Instance;
    }

    private Conversation? Owned(string ownerId)
    {
        // A wrong guess, or deleted a moment ago: not worth its memory.
        if (_stored is null) DeactivateOnIdle();
        return _stored?.OwnerId == ownerId ? _stored.Conversation : null;
    }

    private async Task<Turn> HearAsync(Conversation conversation, string text, string operationId)
    {
        var tokens = await counter.CountAsync(text);
        var title = conversation is { MessageCount: 0, Title: Conversation.DefaultTitle } ? Excerpt.Title(text, TitleLength) : conversation.Title;
        return await SayAsync(conversation with { Title = title }, MessageRole.User, text, operationId, tokens, tokens);
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

    /// <summary>Writes an answer in the place of the last one. Its cost is added: the one before was paid for too.</summary>
    private async Task<Turn> ReplaceAsync(Conversation conversation, Turn last, AssistantReply reply, string operationId)
    {
        var now = After(conversation);
        var turn = last with
        {
            Message = last.Message with { Content = reply.Text, Tokens = last.Message.Tokens + reply.Tokens, CreatedAt = now },
            OperationId = operationId,
            TextTokens = reply.TextTokens,
        };
        var next = conversation with
        {
            TotalTokens = conversation.TotalTokens + reply.Tokens,
            LastMessage = new(Excerpt.First(reply.Text, ExcerptLength), now),
            UpdatedAt = now,
        };
        await SaveAsync(next, ConversationLog.Replace(Number, turn));
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
            Leave();
            throw;
        }
    }

    private void Leave()
    {
        _drafts.Close();
        DeactivateOnIdle();
    }

    /// <summary>Now, but never before the last change: a clock that was set back must not reorder a conversation.</summary>
    private DateTimeOffset After(Conversation conversation)
    {
        var now = Instant.Truncate(clock.GetUtcNow());
        return now > conversation.UpdatedAt ? now : conversation.UpdatedAt;
    }
}
