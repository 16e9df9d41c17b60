using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Platform.Blobs;
using Platform.Storage.Archives;

namespace Platform.Storage;

/// <summary>One SQLite file in WAL mode: any number of readers, one writer.</summary>
public sealed class SqliteDatabase(string path) : Database
{
    /// <summary>SQLite's code for a constraint that was violated.</summary>
    private const int ConstraintError = 19;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    public override string Engine => "sqlite";

    public override string Location => Path.GetFullPath(path);

    internal override EngineTables Tables { get; } = new SqliteTables();

    internal override ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        // The driver is synchronous underneath; a read from the page cache takes microseconds.
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult<DbConnection>(OpenSqlite());
    }

    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        PrivateDirectory.Create(Path.GetDirectoryName(Location)!);
        await using var connection = OpenSqlite();
        // WAL is a property of the file: readers never wait for the writer, and a commit is one flush of the log.
        Execute(connection, "PRAGMA journal_mode = WAL");
    }

    internal override async Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation)
    {
        await using var connection = OpenForWriting();
        // Not deferred: the write lock is taken here, so a second node waits here and then sees what the first has done.
        await using var transaction = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
        await work(connection, transaction);
        await transaction.CommitAsync(cancellation);
    }

    // Pooled ones keep a deleted file open, and would never tell.
    internal override async ValueTask<DbConnection> OpenForProbeAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(_connectionString) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        await connection.OpenAsync(cancellation);
        return connection;
    }

    internal override ICommitter CreateCommitter() => new Committer(this);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }

    private SqliteConnection OpenSqlite()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    private SqliteConnection OpenForWriting()
    {
        var connection = OpenSqlite();
        // FULL: a commit is on the disk before it is acknowledged, also when the power fails.
        Execute(connection, "PRAGMA synchronous = FULL");
        // The pages that conversations grow at stay at hand (64 MB), and the log goes into the file every 32 MB, not every 4: a page that was
        // written again in between goes there once.
        Execute(connection, "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8192");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs units on one connection with one prepared command for each text: preparing costs more than running.</summary>
    private sealed class Committer(SqliteDatabase database) : ICommitter
    {
        private readonly Dictionary<string, SqliteCommand> _prepared = [];
        private SqliteConnection? _connection;

        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            _connection ??= database.OpenForWriting();
            // Rolled back when it is disposed before it is committed, whatever was thrown.
            using var transaction = _connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            foreach (var unit in units)
            {
                foreach (var statement in unit) Run(_connection, transaction, statement);
            }

            transaction.Commit();
        }

        public void Dispose()
        {
            foreach (var command in _prepared.Values) command.Dispose();
            _connection?.Dispose();
        }

        private void Run(SqliteConnection connection, SqliteTransaction transaction, Statement statement)
        {
            if (!_prepared.TryGetValue(statement.Sql, out var command))
                _prepared[statement.Sql] = command = Prepare(connection, statement);
            command.Transaction = transaction;
            for (var i = 0; i < statement.Values.Length; i++) command.Parameters[i].Value = statement.Values[i] ?? DBNull.Value;
            try
            {
                statement.CheckRows(command.ExecuteNonQuery());
            }
            catch (SqliteException error)
            {
                throw error.SqliteErrorCode == ConstraintError
                    ? new StoreConflictException("A row of this number or name is already there.", error)
                    : new StoreException("The database refused a statement.", error);
            }
        }

        private static SqliteCommand Prepare(SqliteConnection connection, Statement statement)
        {
            var command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            for (var i = 1; i <= statement.Values.Length; i++) command.Parameters.Add(new SqliteParameter($"${i}", null));
            return command;
        }
    }
}
