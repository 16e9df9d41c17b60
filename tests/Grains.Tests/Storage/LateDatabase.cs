using System.Data.Common;
using Dapper;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Tests.Storage;

/// <summary>
/// An SQLite database with a slow way to it: once, a commit waits before it is done, and a read brings late what was there when it began.
/// </summary>
internal sealed class LateDatabase(Database database) : Database
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _arrives = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _commits = new(initialState: true);
    private int _reads;

    public override string Engine => database.Engine;

    public override string Location => database.Location;

    internal override EngineTables Tables => database.Tables;

    /// <summary>Completes when the slow read has seen what is there.</summary>
    public Task ReadBegun => _begun.Task;

    /// <summary>From now on a commit waits, and the next read is slow.</summary>
    public void Slow()
    {
        _commits.Reset();
        Volatile.Write(ref _reads, 1);
    }

    public void LetCommit() => _commits.Set();

    public void LetRead() => _arrives.SetResult();

    public override Task PrepareAsync(CancellationToken cancellation) => database.PrepareAsync(cancellation);

    internal override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        if (Interlocked.Exchange(ref _reads, 0) == 0) return await database.OpenAsync(cancellation);
        // Not pooled: it has a transaction open, which ends with it. That sees one moment from its first read on.
        var connection = await database.OpenForProbeAsync(cancellation);
        await connection.ExecuteAsync("BEGIN TRANSACTION");
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM generation_jobs");
        _begun.SetResult();
        await _arrives.Task;
        return connection;
    }

    internal override Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation) =>
        database.ExclusivelyAsync(work, cancellation);

    internal override ICommitter CreateCommitter() => new Committer(this, database.CreateCommitter());

    public override async ValueTask DisposeAsync()
    {
        // Also where a test has failed half way.
        _commits.Set();
        await base.DisposeAsync();
        _commits.Dispose();
    }

    private sealed class Committer(LateDatabase owner, ICommitter committer) : ICommitter
    {
        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            owner._commits.Wait();
            committer.Commit(units);
        }

        public void Dispose() => committer.Dispose();
    }
}
