using System.Diagnostics;
using System.Threading.Channels;

namespace Platform.Storage;

/// <summary>Commits groups of units on one connection, opened when first needed. Used by one thread, which it may block.</summary>
internal interface ICommitter : IDisposable
{
    /// <summary>Commits all units in one transaction, or throws and leaves none of them written.</summary>
    /// <exception cref="StoreException">
    /// One of the units is to blame. Any other exception is the database's: no unit will fare better now, and if it broke during the commit
    /// nobody knows what became of them.
    /// </exception>
    void Commit(ReadOnlySpan<Statement[]> units);
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
    private readonly Pending[] _group = new Pending[MaxUnitsPerCommit];
    private readonly Statement[][] _units = new Statement[MaxUnitsPerCommit][];
    private readonly ICommitter _committer;
    private readonly string _engine;
    private readonly Task _loop;

    /// <param name="engine">The database's name in traces.</param>
    public GroupCommitWriter(ICommitter committer, string engine)
    {
        _committer = committer;
        _engine = engine;
        // A thread of its own: a commit blocks until the disk has it, and the pool, with a thread a core, has none to spare for that.
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public Task WriteAsync(Statement[] unit)
    {
        var span = CommitMeasure.Unit(_engine, unit.Length);
        var pending = new Pending(unit, span);
        CommitMeasure.Came();
        if (_waiting.Writer.TryWrite(pending)) return span is null ? pending.Task : TracedAsync(pending.Task, span);
        CommitMeasure.Taken(1);
        span?.Dispose();
        return Task.FromException(new StoreException("The store is shutting down."));
    }

    public async ValueTask DisposeAsync()
    {
        // What was accepted is still written.
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private void Run()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var count = 0;
            while (count < MaxUnitsPerCommit && _waiting.Reader.TryRead(out var next))
            {
                _group[count] = next;
                _units[count++] = next.Unit;
            }

            CommitMeasure.Taken(count);
            using (CommitMeasure.Commit(_group.Take(count).Select(pending => pending.Span))) Commit(0, count);
            Array.Clear(_group);
            Array.Clear(_units);
        }

        _committer.Dispose();
    }

    /// <summary>
    /// Commits a part of the group. One bad unit must not fail its neighbours: a part that fails is halved until the bad ones are alone,
    /// which takes a few commits for each of them, where one commit for each unit would make hundreds wait.
    /// </summary>
    private void Commit(int start, int count)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            _committer.Commit(_units.AsSpan(start, count));
            CommitMeasure.Committed(count, begun, isDone: true);
            foreach (var pending in _group.AsSpan(start, count)) pending.SetResult();
        }
        catch (StoreException) when (count > 1)
        {
            CommitMeasure.Committed(count, begun, isDone: false);
            Commit(start, count / 2);
            Commit(start + (count / 2), count - (count / 2));
        }
        catch (Exception error)
        {
            CommitMeasure.Committed(count, begun, isDone: false);
            // A driver's exception never leaves the store.
            var failure = error as StoreException ?? new StoreException("The database failed.", error);
            foreach (var pending in _group.AsSpan(start, count)) pending.SetException(failure);
        }
    }

    private static async Task TracedAsync(Task written, Activity span)
    {
        try
        {
            await written;
        }
        catch (StoreException error)
        {
            span.SetStatus(ActivityStatusCode.Error, error.Message);
            throw;
        }
        finally
        {
            span.Dispose();
        }
    }

    private sealed class Pending(Statement[] unit, Activity? span) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public Statement[] Unit => unit;

        public Activity? Span => span;
    }
}
