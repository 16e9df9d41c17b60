using Platform.Storage;

namespace Platform.Workspaces;

/// <summary>A change of a roster, and what is written with it.</summary>
internal sealed record Draft(Roster Next, params Statement[] With);

/// <summary>
/// What an actor remembers of its workspace. It shows only what was saved. A change that another activation was faster than is decided again,
/// by what is there by then; after a failure, of which nobody knows what it has left, all is read again.
/// </summary>
internal sealed class RosterKeeper(string id, WorkspaceStore store)
{
    /// <summary>A second activation lives for moments, so nobody is overtaken more often.</summary>
    private const int MaxTries = 10;

    private Roster? _roster;
    private bool _isKnown;

    /// <summary>The workspace, or null where there is none; also while it ends.</summary>
    public async ValueTask<Roster?> FindAsync() => await StoredAsync() is { IsEnding: false } standing ? standing : null;

    /// <summary>As <see cref="FindAsync"/>, and also one that ends.</summary>
    public async ValueTask<Roster?> StoredAsync() => _isKnown ? _roster : await store.FindAsync(id);

    public async Task LoadAsync()
    {
        _roster = await store.FindAsync(id);
        _isKnown = true;
    }

    /// <summary>Writes a new workspace. False: its slug is taken, or it was written before.</summary>
    public async Task<bool> TryAddAsync(Roster roster)
    {
        try
        {
            _isKnown = false;
            await store.AddAsync(roster);
            (_roster, _isKnown) = (roster, true);
            return true;
        }
        catch (StoreConflictException)
        {
            await LoadAsync();
            return false;
        }
    }

    /// <summary>Decides a change and saves it; a change of nothing is not saved.</summary>
    /// <returns>The roster as it is stored then.</returns>
    public async Task<Outcome<Roster>> ChangeAsync(Func<Roster, Task<Outcome<Draft>>> decide)
    {
        for (var tries = 1; ; tries++)
        {
            if (!_isKnown) await LoadAsync();
            if (_roster is not { IsEnding: false } before) return Roster.NoWorkspace;
            var decided = await decide(before);
            if (decided.Value is not { } draft) return decided.Refusal!;
            if (ReferenceEquals(draft.Next, before) && draft.With.Length == 0) return before;
            try
            {
                return _roster = await store.SaveAsync(before, draft.Next, draft.With);
            }
            catch (StoreConflictException) when (tries < MaxTries)
            {
                _isKnown = false;
            }
            catch (StoreException)
            {
                _isKnown = false;
                throw;
            }
        }
    }

    /// <inheritdoc cref="ChangeAsync(Func{Roster, Task{Outcome{Draft}}})"/>
    public Task<Outcome<Roster>> ChangeAsync(Func<Roster, Outcome<Roster>> decide) => ChangeAsync(before =>
    {
        var decided = decide(before);
        return Task.FromResult<Outcome<Draft>>(decided.Value is { } next ? new Draft(next) : decided.Refusal!);
    });

    /// <summary>Removes it for good.</summary>
    public async Task DeleteAsync()
    {
        _isKnown = false;
        await store.DeleteAsync(id);
        (_roster, _isKnown) = (null, true);
    }
}
