namespace Platform.Companions;

/// <summary>
/// The last that happened in a conversation, for those who watch it now; there is one only once somebody has watched. Used in the turns of
/// one actor only.
/// </summary>
/// <param name="start">Where memory begins: what happened until then must be read from the log.</param>
internal sealed class Feed(long start, Patience patience)
{
    /// <summary>Whoever is farther behind reads the log.</summary>
    private const int Capacity = 128;

    private readonly Queue<FeedEvent> _recent = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _start = start;

    /// <summary>The place of the last event.</summary>
    public long Last { get; private set; } = start;

    public void Add(params ReadOnlySpan<FeedEvent> events)
    {
        foreach (var next in events)
        {
            if (_recent.Count == Capacity) _start = _recent.Dequeue().Seq;
            _recent.Enqueue(next);
            Last = next.Seq;
        }

        Wake();
    }

    /// <summary>What came after a place, once there is something; nothing, when patience ends. Null: it is farther back than memory.</summary>
    public async Task<IReadOnlyList<FeedEvent>?> NextAsync(long after)
    {
        if (after < _start) return null;
        if (Last <= after && !await patience.AwaitAsync(_news.Task)) return [];
        return after < _start ? null : [.. _recent.Where(happened => happened.Seq > after)];
    }

    /// <summary>Lets go of all who wait: an actor can't leave while they do.</summary>
    public void Wake()
    {
        _news.TrySetResult();
        _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
