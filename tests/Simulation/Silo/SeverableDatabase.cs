using System.Data.Common;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Simulation.Silo;

/// <summary>
/// The database as one process has it. A killed process writes nothing any more, but what runs in this one can't be torn away: so its
/// connection is cut instead. What was being committed at that moment is committed.
/// </summary>
internal sealed class SeverableDatabase(SqliteDatabase file) : Database
{
    private readonly Lock _lock = new();
    private bool _severed;

    public override string Engine => file.Engine;

    public override string Location => file.Location;

    internal override EngineTables Tables => file.Tables;

    public void Sever()
    {
        lock (_lock) _severed = true;
    }

    internal override ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        lock (_lock) ThrowIfSevered();
        return file.OpenAsync(cancellation);
    }

    public override Task PrepareAsync(CancellationToken cancellation) => file.PrepareAsync(cancellation);

    internal override Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation) =>
        file.ExclusivelyAsync(work, cancellation);

    internal override ICommitter CreateCommitter() => new Committer(this, file.CreateCommitter());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await file.DisposeAsync();
    }

    private void ThrowIfSevered()
    {
        if (_severed) throw new StoreException("This process was killed.");
    }

    private sealed class Committer(SeverableDatabase owner, ICommitter committer) : ICommitter
    {
        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            lock (owner._lock)
            {
                owner.ThrowIfSevered();
                committer.Commit(units);
            }
        }

        public void Dispose() => committer.Dispose();
    }
}
