namespace Platform.Conversations;

/// <summary>
/// The replies that an actor is writing, or will write when their turn comes. A finished one is in the log and not here. Of one that was
/// refused, or that the log knows by another id, this is the only place that knows, so the last of those stay for a while.
/// </summary>
/// <param name="isInLog">Whether a reply is found in the log by this id.</param>
internal sealed class ReplyDrafts<THeard, TDone>(Func<string, TDone, bool> isInLog)
    where THeard : class
    where TDone : class
{
    private const int MaxKept = 64;

    private static readonly Refusal Lost = new(RefusalKind.Busy, "The reply was interrupted. Please try again.");

    private readonly Dictionary<string, ReplyDraft<THeard, TDone>> _drafts = [];
    private readonly Queue<ReplyDraft<THeard, TDone>> _kept = [];

    /// <summary>The one whose turn it is.</summary>
    public ReplyDraft<THeard, TDone>? Current { get; private set; }

    public ReplyDraft<THeard, TDone>? Find(string id) => _drafts.GetValueOrDefault(id);

    /// <summary>
    /// Has a reply written in its turn, and returns before. <paramref name="take"/> queues for the turn: a call of the actor's to itself, that
    /// ends in <see cref="WriteAsync"/>. One that is under way already is joined.
    /// </summary>
    public void Start(string id, Func<Task<Outcome<TDone>>> take)
    {
        if (Find(id) is { IsEnded: false }) return;
        _ = EndAsync(Open(id), take);
    }

    /// <summary>Writes a reply. Whoever follows it hears of each piece, and of its end, whatever happens.</summary>
    public async Task<Outcome<TDone>> WriteAsync(string id, Func<ReplyDraft<THeard, TDone>, Task<Outcome<TDone>>> write)
    {
        var draft = Find(id) is { IsEnded: false } waiting ? waiting : Open(id);
        Current = draft;
        Outcome<TDone> end = Lost;
        try
        {
            return end = await write(draft);
        }
        finally
        {
            Current = null;
            End(draft, end);
        }
    }

    /// <summary>Sends all readers away. Whoever waits would hold up the end of the activation.</summary>
    public void Close()
    {
        foreach (var draft in _drafts.Values) draft.Close();
    }

    private ReplyDraft<THeard, TDone> Open(string id) => _drafts[id] = new(id);

    private async Task EndAsync(ReplyDraft<THeard, TDone> draft, Func<Task<Outcome<TDone>>> take)
    {
        Outcome<TDone> end = Lost;
        try
        {
            end = await take();
        }
        catch
        {
            // It waited for too long, or the activation is going. What was written is in the log either way.
        }

        if (!draft.IsEnded) End(draft, end);
    }

    private void End(ReplyDraft<THeard, TDone> draft, Outcome<TDone> end)
    {
        draft.End(end);
        if (end.Value is { } done && isInLog(draft.Id, done)) Remove(draft);
        else _kept.Enqueue(draft);
        if (_kept.Count > MaxKept) Remove(_kept.Dequeue());
    }

    /// <summary>Unless another try has taken its place.</summary>
    private void Remove(ReplyDraft<THeard, TDone> draft)
    {
        if (Find(draft.Id) == draft) _drafts.Remove(draft.Id);
    }
}
