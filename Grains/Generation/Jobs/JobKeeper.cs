using Platform.Storage;

namespace Platform.Generation;

/// <summary>
/// What an actor remembers of its job. It shows only what was saved. Changes come one after another, also those of calls that interleave, and
/// each is decided by what the one before has left; what another activation was faster with is read again first.
/// </summary>
internal sealed class JobKeeper(string id, JobStore store, TimeProvider clock)
{
    /// <summary>A second activation lives for moments, so nobody is overtaken more often.</summary>
    private const int MaxTries = 10;

    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _turn = Task.CompletedTask;
    private bool _isKnown;
    private long _changes;

    /// <summary>As it is stored; null: it isn't, or <see cref="LoadAsync"/> was not called yet.</summary>
    public StoredJob? Job { get; private set; }

    /// <summary>Completes with the next change.</summary>
    public Task Changed => _changed.Task;

    public async ValueTask<StoredJob?> LoadAsync()
    {
        // What isn't there may come.
        if (_isKnown && Job is not null) return Job;
        var changes = _changes;
        var found = await store.FindAsync(id);
        // What was saved meanwhile is newer than what was read.
        if (changes == _changes) (Job, _isKnown) = (found, true);
        return Job;
    }

    /// <summary>Decides a change and saves it.</summary>
    /// <param name="decide">Null: nothing is to be changed.</param>
    /// <param name="with">What is written with it.</param>
    /// <returns>Whether it was changed.</returns>
    public Task<bool> ChangeAsync(Func<StoredJob, StoredJob?> decide, Func<StoredJob, IEnumerable<Statement>>? with = null) => InTurnAsync(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            if (await LoadAsync() is not { } before || decide(before) is not { } next) return false;
            try
            {
                next = next with { UpdatedAt = Instant.Truncate(clock.GetUtcNow()) };
                _isKnown = false;
                Job = await store.SaveAsync(before, next, with?.Invoke(next) ?? []);
                _isKnown = true;
                JobMeasure.Saved(before, next);
                Wake();
                return true;
            }
            catch (StoreException error)
            {
                // Nobody knows what is stored now, nor whether it was read before: it is read again.
                _isKnown = false;
                _changes++;
                if (error is not StoreConflictException || tries == MaxTries) throw;
            }
        }
    });

    /// <summary>Removes it as if it had never been.</summary>
    public Task RemoveAsync() => InTurnAsync(async () =>
    {
        await store.RemoveAsync(id);
        Job = null;
        Wake();
        return true;
    });

    /// <summary>Of calls that interleave, each changes what the one before has left.</summary>
    private async Task<bool> InTurnAsync(Func<Task<bool>> change)
    {
        var before = _turn;
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _turn = mine.Task;
        await before;
        try
        {
            return await change();
        }
        finally
        {
            mine.SetResult();
        }
    }

    private void Wake()
    {
        _changes++;
        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
