using System.Data.Common;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Tests.Storage;

/// <summary>
/// A database that fails some of the commits, before or after they were written: as one does that dies, or whose connection breaks. Nobody is
/// told which.
/// </summary>
internal sealed class UnreliableDatabase(Database database, int seed) : Database
{
    private readonly Random _random = new(seed);

    /// <summary>How many of a hundred commits fail.</summary>
    public volatile int Failures;

    public override string Engine => database.Engine;

    public override string Location => database.Location;

    internal override EngineTables Tables => database.Tables;

    internal override ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) => database.OpenAsync(cancellation);

    public override Task PrepareAsync(CancellationToken cancellation) => database.PrepareAsync(cancellation);

    internal override Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation) =>
        database.ExclusivelyAsync(work, cancellation);

    internal override ICommitter CreateCommitter() => new Committer(this, database.CreateCommitter());

    private sealed class Committer(UnreliableDatabase owner, ICommitter committer) : ICommitter
    {
        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            var fails = owner._random.Next(100) < owner.Failures;
            if (fails && owner._random.Next(2) == 0) throw new IOException("Failed before the commit.");
            committer.Commit(units);
            if (fails) throw new IOException("Failed after the commit.");
        }

        public void Dispose() => committer.Dispose();
    }
}
