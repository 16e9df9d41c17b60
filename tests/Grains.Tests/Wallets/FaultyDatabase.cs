using System.Data.Common;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Tests.Wallets;

/// <summary>Where a database breaks.</summary>
internal enum Fault
{
    None,

    /// <summary>Nothing is written.</summary>
    BeforeCommit,

    /// <summary>It is written, and nobody is told.</summary>
    AfterCommit,
}

/// <summary>A database that breaks where a test wants it to. The other is its owner's.</summary>
internal sealed class FaultyDatabase(Database inner) : Database
{
    /// <summary>Asked at each commit, on the writer's thread.</summary>
    public Func<Fault> NextCommit { get; set; } = () => Fault.None;

    /// <summary>Asked at each read: whether it fails.</summary>
    public Func<bool> NextReadFails { get; set; } = () => false;

    public override string Engine => inner.Engine;

    public override string Location => inner.Location;

    internal override EngineTables Tables => inner.Tables;

    internal override ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) =>
        NextReadFails() ? throw new StoreException("This read fails.") : inner.OpenAsync(cancellation);

    public override Task PrepareAsync(CancellationToken cancellation) => inner.PrepareAsync(cancellation);

    internal override Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation) =>
        inner.ExclusivelyAsync(work, cancellation);

    internal override ICommitter CreateCommitter() => new Committer(this, inner.CreateCommitter());

    private sealed class Committer(FaultyDatabase owner, ICommitter committer) : ICommitter
    {
        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            var fault = owner.NextCommit();
            if (fault == Fault.BeforeCommit) throw new IOException("Broken before the commit.");
            committer.Commit(units);
            if (fault == Fault.AfterCommit) throw new IOException("Broken after the commit.");
        }

        public void Dispose() => committer.Dispose();
    }
}
