using System.Data;
using System.Data.Common;
using Npgsql;
using Platform.Storage.Archives;

namespace Platform.Storage;

/// <summary>A PostgreSQL database, shared by all nodes of a cluster.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>An arbitrary number that names the lock under which nodes apply schema scripts.</summary>
    private const long SchemaLock = 0x506c6174666f726d;

    private readonly NpgsqlDataSource _source;
    private readonly string _unpooled;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The texts of the stores are constant and few: after two uses each is prepared on its connection.
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
        };
        _source = NpgsqlDataSource.Create(settings);
        _unpooled = new NpgsqlConnectionStringBuilder(settings.ToString()) { Pooling = false }.ToString();
        Location = $"postgres {settings.Host}/{settings.Database}";
    }

    public override string Engine => "postgres";

    public override string Location { get; }

    internal override EngineTables Tables { get; } = new PostgresTables();

    internal override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default) =>
        await _source.OpenConnectionAsync(cancellation);

    public override Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    internal override async Task ExclusivelyAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation)
    {
        await using var connection = await _source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Held until the transaction ends, also when this node dies: a second node waits here and then sees what the first has done.
        await using (var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction))
        {
            command.CommandTimeout = 0;
            command.Parameters.Add(new() { Value = SchemaLock });
            await command.ExecuteNonQueryAsync(cancellation);
        }

        await work(connection, transaction);
        await transaction.CommitAsync(cancellation);
    }

    private protected override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    internal override ICommitter CreateCommitter() => new Committer(_unpooled);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _source.DisposeAsync();
    }

    /// <summary>
    /// Sends a group as one batch in one round trip, and the commit in another. Not in the same: a connection that broke while it was idle
    /// is then found out before the commit, when it is certain that nothing was written and that trying again on a new one does no harm.
    /// </summary>
    private sealed class Committer(string connectionString) : ICommitter
    {
        private NpgsqlConnection? _connection;

        public void Commit(ReadOnlySpan<Statement[]> units)
        {
            if (_connection is { State: not ConnectionState.Open }) Dispose();
            var reused = _connection is not null;
            var connection = _connection ??= Open();
            using var transaction = connection.BeginTransaction();
            try
            {
                Run(connection, transaction, units);
            }
            catch (NpgsqlException) when (reused && connection.State != ConnectionState.Open)
            {
                Commit(units);
                return;
            }
            catch (PostgresException error) when (connection.State == ConnectionState.Open)
            {
                throw error.SqlState == PostgresErrorCodes.UniqueViolation
                    ? new StoreConflictException("A row of this number or name is already there.", error)
                    : new StoreException("The database refused a statement.", error);
            }

            transaction.Commit();
        }

        public void Dispose()
        {
            _connection?.Dispose();
            _connection = null;
        }

        private NpgsqlConnection Open()
        {
            // Not from the pool, where after a restart of the server all may be broken: this one is new when it is opened.
            var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            return connection;
        }

        private static void Run(NpgsqlConnection connection, NpgsqlTransaction transaction, ReadOnlySpan<Statement[]> units)
        {
            using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var unit in units)
            {
                foreach (var statement in unit) batch.BatchCommands.Add(ToCommand(statement));
            }

            batch.ExecuteNonQuery();
            CheckRows(units, batch.BatchCommands);
        }

        private static void CheckRows(ReadOnlySpan<Statement[]> units, NpgsqlBatchCommandCollection commands)
        {
            var next = 0;
            foreach (var unit in units)
            {
                foreach (var statement in unit) statement.CheckRows(commands[next++].RecordsAffected);
            }
        }

        private static NpgsqlBatchCommand ToCommand(Statement statement)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values) command.Parameters.Add(ToParameter(value));
            return command;
        }

        /// <summary>Typed by the value, which spares the driver a look at every value and its boxes.</summary>
        private static NpgsqlParameter ToParameter(object? value) => value switch
        {
            string text => new NpgsqlParameter<string> { TypedValue = text },
            long number => new NpgsqlParameter<long> { TypedValue = number },
            int number => new NpgsqlParameter<int> { TypedValue = number },
            _ => new NpgsqlParameter { Value = value ?? DBNull.Value },
        };
    }
}
