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

    // Without the feelings that were logged with them: every actor in a conversation holds this many.
    private readonly List<Message> _recent = [];

    /// <summary>The number of the last durable message; 0 when there is none.</summary>
    public long LastSeq { get; private set; }

    /// <summary>The last messages, oldest first.</summary>
    public IReadOnlyList<Message> Recent => _recent;

    public Message? Last => _recent.Count > 0 ? _recent[^1] : null;

    /// <summary>Reads the tail of the log.</summary>
    public async Task LoadAsync()
    {
        var tail = await log.TailAsync(conversationId, ContextSize);
        _recent.Clear();
        _recent.AddRange(tail.Select(row => row.Message));
        LastSeq = tail.Count > 0 ? tail[^1].Message.Seq : 0;
    }

    /// <summary>A message under the number that lies <paramref name="ahead"/> after the last durable one. Not yet written.</summary>
    /// <param name="now">Never before the last message: a clock that was set back must not reorder a conversation.</param>
    public Message Draft(int ahead, MessageRole role, string content, string? emotion, DateTimeOffset now)
    {
        var moment = Instant.Truncate(now);
        if (Last is { CreatedAt: var last } && last > moment) moment = last;
        return new Message(ids.Next(), conversationId, LastSeq + ahead, role, content, emotion, moment);
    }

    /// <summary>Writes a draft; it is durable when this completes.</summary>
    /// <exception cref="StoreException">It isn't, or nobody knows: reload before the next draft.</exception>
    public async Task AppendAsync(LoggedMessage draft)
    {
        await log.AppendAsync(draft);
        Remember(draft.Message);
    }

    /// <summary>Writes two drafts in one commit.</summary>
    /// <inheritdoc cref="AppendAsync(LoggedMessage)"/>
    public async Task AppendAsync(LoggedMessage first, LoggedMessage second)
    {
        await log.AppendAsync(first, second);
        Remember(first.Message);
        Remember(second.Message);
    }

    /// <summary>A page, oldest first; page 1 starts with the first message. Numbers have no gaps, so a page is a range of the key.</summary>
    public async Task<MessagePage> PageAsync(int page, int pageSize)
    {
        var total = LastSeq;
        var first = (page - 1L) * pageSize + 1;
        if (first > total) return new MessagePage([], total);
        var rows = await log.RangeAsync(conversationId, first, Math.Min(first + pageSize - 1, total));
        return new MessagePage([.. rows.Select(row => row.Message)], total);
    }

    private void Remember(Message written)
    {
        if (_recent.Count == ContextSize) _recent.RemoveAt(0);
        _recent.Add(written);
        LastSeq = written.Seq;
    }
}
