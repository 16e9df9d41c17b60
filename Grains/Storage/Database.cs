using System.Data.Common;
using Dapper;
using Platform.Storage.Archives;

namespace Platform.Storage;

/// <summary>
/// The one database of a node, SQLite or PostgreSQL. Code above it never asks which: stores read through <see cref="ReadAsync"/> and write
/// through <see cref="WriteAsync"/>, and the SQL is the same for both.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Goes the whole way of a write, and changes nothing.</summary>
    private static readonly Statement NoChange = new("UPDATE schema_scripts SET name = name WHERE number = $1", [0L], ExpectedRows: 0);

    private readonly Lock _lock = new();
    private GroupCommitWriter? _writer;

    /// <summary>The engine's name as the schema scripts spell it: <c>sqlite</c> or <c>postgres</c>.</summary>
    public abstract string Engine { get; }

    /// <summary>Where the data is, fit to be shown to an operator: never a password.</summary>
    public abstract string Location { get; }

    /// <summary>What archives have to know of the engine.</summary>
    internal abstract EngineTables Tables { get; }

    /// <summary>A pooled connection for reading. Dispose it to give it back.</summary>
    internal abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default);

    /// <summary>Reads on a pooled connection.</summary>
    /// <exception cref="StoreException">The database failed.</exception>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read) => ReadOnAsync(OpenAsync, read);

    /// <summary>Reads what was there at one moment, however long it takes and whatever is written meanwhile.</summary>
    /// <exception cref="StoreException">The database failed, or isn't there.</exception>
    internal Task<T> ReadSnapshotAsync<T>(Func<DbConnection, Task<T>> read) => ReadOnAsync(OpenForProbeAsync, async connection =>
    {
        await connection.ExecuteAsync(BeginSnapshot);
        try
        {
            return await read(connection);
        }
        finally
        {
            // There is nothing to keep, and the connection may go back to a pool.
            await connection.ExecuteAsync("ROLLBACK TRANSACTION");
        }
    });

    /// <summary>
    /// Writes one unit: all of its statements or none. Completes after the commit is durable. Units of many callers share commits.
    /// </summary>
    /// <exception cref="StoreConflictException">Another writer was first.</exception>
    /// <exception cref="StoreException">The database failed.</exception>
    public Task WriteAsync(params Statement[] unit) => Writer.WriteAsync(unit);

    /// <summary>Reads and writes as the stores do, to see whether that works.</summary>
    /// <exception cref="StoreException">It doesn't.</exception>
    internal async Task ProbeAsync()
    {
        await ReadOnAsync(OpenForProbeAsync, connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM schema_scripts"));
        await WriteAsync(NoChange);
    }

    /// <summary>Creates what the engine needs before the schema (SQLite: the file and its journal mode).</summary>
    public abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Runs <paramref name="work"/> while no other node runs its own: schema scripts are applied one node at a time.</summary>
    internal abstract Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation);

    /// <summary>Begins a transaction whose reads all see the same.</summary>
    private protected virtual string BeginSnapshot => "BEGIN TRANSACTION";

    /// <summary>A connection that knows of nothing but what is there now.</summary>
    internal virtual ValueTask<DbConnection> OpenForProbeAsync(CancellationToken cancellation) => OpenAsync(cancellation);

    /// <summary>Makes what writes for the group-commit writer, on a connection of its own.</summary>
    internal abstract ICommitter CreateCommitter();

    public virtual async ValueTask DisposeAsync()
    {
        if (_writer is { } writer) await writer.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private GroupCommitWriter Writer
    {
        get
        {
            if (_writer is { } writer) return writer;
            lock (_lock) return _writer ??= new GroupCommitWriter(CreateCommitter(), Engine);
        }
    }

    private async Task<T> ReadOnAsync<T>(Func<CancellationToken, ValueTask<DbConnection>> open, Func<DbConnection, Task<T>> read)
    {
        using var span = CommitMeasure.Read(Engine);
        try
        {
            await using var connection = await open(CancellationToken.None);
            return await read(connection);
        }
        catch (Exception error) when (error is DbException or TimeoutException)
        {
            // A driver's exception never leaves the store, nor that of the connection which it could not open in time.
            throw new StoreException("The database failed.", error);
        }
    }
}
