using System.Data.Common;
using Npgsql;

namespace Platform.Storage;

/// <summary>A PostgreSQL database, shared by all nodes of a cluster.</summary>
public sealed class PostgresDatabase : Database
{
    /// <summary>An arbitrary number that names the lock under which nodes apply schema scripts.</summary>
    private const long SchemaLock = 0x506c6174666f726d;

    private readonly NpgsqlDataSource _source;

    public PostgresDatabase(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The texts of the stores are constant and few: after two uses each is prepared on its connection.
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
        };
        _source = NpgsqlDataSource.Create(settings);
        Location = $"postgres {settings.Host}/{settings.Database}";
    }

    public override string Engine => "postgres";

    public override string Location { get; }

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellation);
        }
        catch (NpgsqlException error)
        {
            throw new StoreException("The database can't be reached.", error);
        }
    }

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

    internal override ICommitter CreateCommitter() => new Committer(_source);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _source.DisposeAsync();
    }

    /// <summary>Sends a group as one batch: one round trip, and one transaction, because a batch without one of its own is atomic.</summary>
    private sealed class Committer(NpgsqlDataSource source) : ICommitter
    {
        private NpgsqlConnection? _connection;

        public async ValueTask CommitAsync(IReadOnlyList<Statement[]> units)
        {
            _connection ??= await source.OpenConnectionAsync();
            try
            {
                if (!units.Any(unit => unit.Any(statement => statement.ExpectedRows is not null))) await RunAsync(_connection, units);
                else await RunCheckedAsync(_connection, units);
            }
            catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw new StoreConflictException("A row of this number or name is already there.", error);
            }
            catch (NpgsqlException error) when (error is not PostgresException)
            {
                // The connection is broken: the next commit opens another.
                await DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            var connection = _connection;
            _connection = null;
            if (connection is not null) await connection.DisposeAsync();
        }

        /// <summary>Row counts are known only after the batch has run, so they are checked inside an explicit transaction.</summary>
        private static async Task RunCheckedAsync(NpgsqlConnection connection, IReadOnlyList<Statement[]> units)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var batch = await RunAsync(connection, units);
            var next = 0;
            foreach (var statement in units.SelectMany(unit => unit))
            {
                var rows = batch.BatchCommands[next++].RecordsAffected;
                if (statement.ExpectedRows is { } expected && rows != expected)
                    throw new StoreConflictException($"Expected to touch {expected} rows, touched {rows}.");
            }

            await transaction.CommitAsync();
        }

        private static async Task<NpgsqlBatch> RunAsync(NpgsqlConnection connection, IReadOnlyList<Statement[]> units)
        {
            await using var batch = new NpgsqlBatch(connection);
            foreach (var unit in units)
            {
                foreach (var statement in unit)
                {
                    var command = new NpgsqlBatchCommand(statement.Sql);
                    foreach (var value in statement.Values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
                    batch.BatchCommands.Add(command);
                }
            }

            await batch.ExecuteNonQueryAsync();
            return batch;
        }
    }
}
