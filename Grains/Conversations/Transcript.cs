using Platform.Storage;

namespace Platform.Conversations;

/// <summary>
/// One actor's hold on its conversation: the next number, and the last messages for context. The log is the truth; this is rebuilt from
/// its tail. Used in the turns of one actor only.
/// </summary>
internal sealed class Transcript(string conversationId, MessageLog log, IdSource ids)
{
    /// <summary>How many of the last messages a reply engine is shown: twenty turns, within which the builtin one repeats nothing.</summary>
    private const int ContextSize = 40;

    /// <summary>How far apart two messages are at least: what is told of them in between has its place there.</summary>
    public static readonly TimeSpan Room = TimeSpan.FromMicroseconds(100);

    // Without the feelings that were logged with them: every actor in a conversation holds this many.
    private readonly List<Message> _recent = [];

    /// <summary>The number of the last durable message; 0 when there is none.</summary>
    public long LastSeq { get; private set; }

    /// <summary>The number before the first message that is shown: what was said up to it has been taken back.</summary>
    public long ClearedThrough { get; private set; }

    /// <summary>The last messages, oldest first.</summary>
    public IReadOnlyList<Message> Recent => _recent;

    public Message? Last => _recent.Count > 0 ? _recent[^1] : null;

    /// <summary>Reads the tail of the log.</summary>
    public async Task LoadAsync(long clearedThrough)
    {
        var tail = await log.TailAsync(conversationId, ContextSize);
        _recent.Clear();
        _recent.AddRange(tail.Select(row => row.Message).Where(message => message.Seq > clearedThrough));
        LastSeq = tail.Count > 0 ? tail[^1].Message.Seq : 0;
        ClearedThrough = clearedThrough;
        // Emptied, but a crash came before the erasing: nothing was said since, so the tail shows it.
        if (tail.Any(row => row.Message.Seq <= clearedThrough && row.Message.Content.Length > 0))
            await log.EraseAsync(conversationId, clearedThrough);
    }

    /// <summary>Shows nothing any more of what was said so far, and erases it. Whoever reloads must know <see cref="ClearedThrough"/>.</summary>
    public Task ClearAsync()
    {
        ClearedThrough = LastSeq;
        _recent.Clear();
        return log.EraseAsync(conversationId, ClearedThrough);
    }

    /// <summary>The next message. Not yet written.</summary>
    /// <param name="now">
    /// It is written at this moment, or a little after the one before it: a clock that was set back must not reorder a conversation, and where
    /// no two messages share a moment a moment is an exact place in it.
    /// </param>
    /// <param name="after">A draft that is to be written before it; null: it follows the last durable message.</param>
    /// <param name="id">Null: a new one.</param>
    public Message Draft(MessageRole role, string content, string? emotion, DateTimeOffset now, Message? after = null, string? id = null)
    {
        var moment = Instant.Truncate(now);
        if ((after ?? Last) is { CreatedAt: var last } && last + Room > moment) moment = last + Room;
        return new Message(id ?? ids.Next(), conversationId, (after?.Seq ?? LastSeq) + 1, role, content, emotion, moment);
    }

    /// <summary>Writes a draft, and what belongs to it in the same unit; it is durable when this completes.</summary>
    /// <exception cref="StoreException">It isn't, or nobody knows: reload before the next draft.</exception>
    public async Task AppendAsync(LoggedMessage draft, params Statement[] together)
    {
        await log.AppendAsync(draft, together);
        Remember(draft.Message);
    }

    /// <summary>Writes two drafts in one commit.</summary>
    /// <inheritdoc cref="AppendAsync(LoggedMessage, Statement[])"/>
    public async Task AppendAsync(LoggedMessage first, LoggedMessage second, params Statement[] together)
    {
        await log.AppendAsync(first, second, together);
        Remember(first.Message);
        Remember(second.Message);
    }

    /// <summary>The last message, the companion's, as it is to be said in its place. Not yet written.</summary>
    public static Message Redraft(Message last, string id, string content, string? emotion, DateTimeOffset now)
    {
        var moment = Instant.Truncate(now);
        return last with { Id = id, Content = content, Emotion = emotion, CreatedAt = last.CreatedAt + Room > moment ? last.CreatedAt + Room : moment };
    }

    /// <summary>Writes it.</summary>
    /// <inheritdoc cref="AppendAsync(LoggedMessage, Statement[])"/>
    public async Task ReplaceLastAsync(LoggedMessage redraft)
    {
        await log.ReplaceAsync(_recent[^1].Id, redraft);
        _recent[^1] = redraft.Message;
    }

    /// <summary>A page, oldest first; page 1 starts with the first message. Numbers have no gaps, so a page is a range of the key.</summary>
    public async Task<MessagePage> PageAsync(int page, int pageSize)
    {
        var first = (page - 1L) * pageSize;
        return await RangeAsync(first, first + pageSize);
    }

    /// <summary>The last messages but for some, oldest first.</summary>
    public Task<MessagePage> LatestAsync(int skip, int limit)
    {
        var end = LastSeq - ClearedThrough - skip;
        return RangeAsync(Math.Max(0, end - limit), end);
    }

    private async Task<MessagePage> RangeAsync(long start, long end)
    {
        var before = ClearedThrough;
        var total = LastSeq - before;
        end = Math.Min(end, total);
        if (start >= end) return new MessagePage([], total);
        var rows = await log.RangeAsync(conversationId, before + start + 1, before + end);
        // Erased while it was read.
        return before == ClearedThrough ? new MessagePage([.. rows.Select(row => row.Message)], total) : new MessagePage([], 0);
    }

    private void Remember(Message written)
    {
        if (_recent.Count == ContextSize) _recent.RemoveAt(0);
        _recent.Add(written);
        LastSeq = written.Seq;
    }
}
