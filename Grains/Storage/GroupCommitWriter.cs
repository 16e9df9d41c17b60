using System.Threading.Channels;

namespace Platform.Storage;

/// <summary>Commits groups of units on one connection. Used by one caller at a time.</summary>
internal interface ICommitter : IAsyncDisposable
{
    /// <summary>Commits all units in one transaction, or throws and leaves none of them written.</summary>
    ValueTask CommitAsync(IReadOnlyList<Statement[]> units);
}

/// <summary>
/// Group commit: the units that wait while one commit is on its way to the disk share the next one, so that a thousand actors cost a few
/// commits, not a thousand. One writer a process; SQLite allows no more than one anyway.
/// </summary>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    /// <summary>Bounds the time one commit takes, and so the wait of whoever comes next.</summary>
    private const int MaxUnitsPerCommit = 512;

    private readonly Channel<Pending> _waiting = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly ICommitter _committer;
    private readonly Task _loop;

    public GroupCommitWriter(ICommitter committer)
    {
        _committer = committer;
        _loop = Task.Run(RunAsync);
    }

    public Task WriteAsync(Statement[] unit)
    {
        var pending = new Pending(unit);
        if (!_waiting.Writer.TryWrite(pending)) throw new StoreException("The store is shutting down.");
        return pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        // What was accepted is still written.
        _waiting.Writer.TryComplete();
        await _loop;
        await _committer.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var group = new List<Pending>(MaxUnitsPerCommit);
        var units = new List<Statement[]>(MaxUnitsPerCommit);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            units.Clear();
            while (group.Count < MaxUnitsPerCommit && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
                units.Add(next.Unit);
            }

            if (await TryCommitAsync(units) is null) group.ForEach(static pending => pending.SetResult());
            else await CommitOneByOneAsync(group);
        }
    }

    /// <summary>One bad unit must not fail its neighbours: when a group fails, each of its units gets a transaction of its own.</summary>
    private async Task CommitOneByOneAsync(List<Pending> group)
    {
        foreach (var pending in group)
        {
            if (await TryCommitAsync([pending.Unit]) is { } error) pending.SetException(error);
            else pending.SetResult();
        }
    }

    private async ValueTask<Exception?> TryCommitAsync(IReadOnlyList<Statement[]> units)
    {
        try
        {
            await _committer.CommitAsync(units);
            return null;
        }
        catch (StoreException error)
        {
            return error;
        }
        catch (Exception error)
        {
            // A driver's exception never leaves the store.
            return new StoreException("The database failed.", error);
        }
    }

    private sealed class Pending(Statement[] unit) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Statement[] Unit => unit;
    }
}
