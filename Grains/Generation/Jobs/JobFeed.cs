namespace Platform.Generation;

/// <summary>The last changes of an owner's jobs, for those who watch now. Used in the turns of one actor only.</summary>
internal sealed class JobFeed(Patience patience)
{
    /// <summary>Whoever is farther behind looks at the jobs themselves.</summary>
    private const int Capacity = 256;

    private readonly Queue<Job> _recent = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    public void Add(Job changed)
    {
        if (_recent.Count == Capacity) _recent.Dequeue();
        _recent.Enqueue(changed);
        _last++;
        _news.TrySetResult();
        _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>What came after a place, once there is something; nothing, when patience ends, and at once after a negative place.</summary>
    public async Task<JobEvents> NextAsync(long after)
    {
        if (after < 0) return new JobEvents([], _last);
        // A place that never was here: the actor has moved since.
        if (after > _last) return new JobEvents([], _last, HasGap: true);
        if (after == _last) await patience.AwaitAsync(_news.Task);
        var missed = (int)Math.Min(int.MaxValue, _last - after);
        return missed > _recent.Count ? new JobEvents([], _last, HasGap: true) : new JobEvents([.. _recent.Skip(_recent.Count - missed)], _last);
    }
}
