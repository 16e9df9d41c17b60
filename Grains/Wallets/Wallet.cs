using Platform.Storage;

namespace Platform.Wallets;

/// <summary>
/// A wallet at work. Operations wait in a queue; whatever waits while a commit is on its way is carried out in order, and written in the next
/// one as a single unit. Memory follows the store, never the other way: the new state is taken, and callers are answered, after the commit.
/// The store's indexes have the last word on keys, and the wallet's revision on who writes, so a second activation does no harm: it is
/// refused, reads again, and carries its operations out anew. Not for several threads: its actor has one.
/// </summary>
/// <param name="ask">Asks what the owner's plan allows now.</param>
internal sealed class Wallet(string id, WalletStore store, LedgerLog log, TimeProvider clock, Func<Task<Allowance>> ask)
{
    /// <summary>Bounds the time one commit takes, and so the wait of whoever comes next.</summary>
    private const int MaxOperationsPerCommit = 256;

    /// <summary>Each one more means that somebody else was first, so others get on.</summary>
    private const int MaxAttempts = 16;

    private readonly Queue<WalletOperation> _waiting = [];
    private readonly KnownKeys<LedgerEntry> _entries = new();
    private readonly KnownKeys<StoredHold> _holds = new();
    private Allowance? _allowance;
    private bool _isServing;

    /// <summary>Nobody knows whether memory is what is stored.</summary>
    private bool _isStale;

    /// <summary>As it was committed last.</summary>
    public WalletState State { get; private set; } = WalletState.Empty;

    public async Task LoadAsync() => State = await store.LoadAsync(id);

    /// <summary>Carries an operation out, in its turn.</summary>
    /// <exception cref="StoreException">The database failed; whether it was done, a repeat under the same key tells.</exception>
    public Task<T> RunAsync<T>(WalletOperation<T> operation)
    {
        _waiting.Enqueue(operation);
        if (!_isServing) _ = ServeAsync();
        return operation.Task;
    }

    /// <summary>Removes all of it. Comes between commits, not after what waits: that finds an empty wallet.</summary>
    public async Task DeleteAsync()
    {
        await store.DeleteAsync(id);
        _isStale = true;
        _entries.Clear();
        _holds.Clear();
    }

    private async Task ServeAsync()
    {
        _isServing = true;
        var batch = new List<WalletOperation>();
        while (_waiting.Count > 0)
        {
            batch.Clear();
            while (batch.Count < MaxOperationsPerCommit && _waiting.TryDequeue(out var next)) batch.Add(next);
            try
            {
                await ServeAsync(batch);
            }
            catch (Exception error)
            {
                _isStale = true;
                batch.ForEach(operation => operation.Fail(error));
            }
        }

        _isServing = false;
    }

    private async Task ServeAsync(List<WalletOperation> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (_isStale) await ReloadAsync();
            await AskAsync(batch);
            var draft = Draft(batch);
            if (draft.Doubts is not ({ Count: 0 }, { Count: 0 }))
            {
                if (attempt == MaxAttempts) throw new StoreConflictException("The wallet changes all the time.");
                await LookUpAsync(draft.Doubts.Entries, draft.Doubts.Holds);
                // A "no" is true of what is stored now, not of what an activation that was cut off remembers.
                if (await store.RevisionAsync(id) != State.Revision) _isStale = true;
                continue;
            }

            try
            {
                if (draft.HasChanges) Accept(draft, await store.SaveAsync(id, State, draft));
            }
            catch (StoreConflictException) when (attempt < MaxAttempts)
            {
                // Another activation was first, or a key was used long ago.
                await LookUpAsync(draft.NewEntries.Select(added => added.Entry.Key), draft.ChangedHolds.Select(changed => changed.Key));
                _isStale = true;
                continue;
            }

            _entries.Trim();
            _holds.Trim();
            batch.ForEach(operation => operation.Complete());
            return;
        }
    }

    private WalletDraft Draft(List<WalletOperation> batch)
    {
        var now = Instant.Truncate(clock.GetUtcNow());
        var draft = new WalletDraft(State, _entries, _holds, IsCurrent(_allowance) ? _allowance : null, now);
        foreach (var operation in batch) operation.Apply(draft);
        return draft;
    }

    private void Accept(WalletDraft draft, WalletState written)
    {
        State = written;
        foreach (var added in draft.NewEntries) _entries.Add(added.Entry.Key, added.Entry);
        foreach (var ended in draft.ChangedHolds.Where(changed => !changed.IsOpen)) _holds.Add(ended.Key, ended);
    }

    private async Task ReloadAsync()
    {
        _isStale = false;
        State = await store.LoadAsync(id);
        _entries.ForgetAbsent();
        _holds.ForgetAbsent();
        // Who was cut off may have missed a change of the plan too.
        _allowance = null;
    }

    private async Task LookUpAsync(IEnumerable<string> entries, IEnumerable<string> holds)
    {
        foreach (var (key, entry) in await log.FindAsync(id, entries))
        {
            if (entry is null) _entries.AddAbsent(key);
            else _entries.Add(key, entry);
        }

        foreach (var (key, hold) in await store.FindHoldsAsync(id, holds))
        {
            if (hold is null) _holds.AddAbsent(key);
            // Those that are open come with the state.
            else if (!hold.IsOpen) _holds.Add(key, hold);
        }
    }

    /// <summary>Where the plan can't be asked, what depends on it fails rather than being wrong; what doesn't goes on.</summary>
    private async Task AskAsync(List<WalletOperation> batch)
    {
        var need = batch.Select(operation => operation.Need).DefaultIfEmpty().Max();
        if (need == AllowanceNeed.None || (need == AllowanceNeed.Applied && IsCurrent(_allowance))) return;
        try
        {
            _allowance = null;
            _allowance = await ask();
        }
        catch (Exception error)
        {
            foreach (var operation in batch.Where(operation => operation.Need != AllowanceNeed.None)) operation.Fail(error);
            batch.RemoveAll(operation => operation.Need != AllowanceNeed.None);
        }
    }

    private bool IsCurrent(Allowance? allowance) => allowance is not null && !(allowance.Until <= clock.GetUtcNow());
}
