using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Platform.Storage.Archives;

/// <summary>SQLite's tables. Orleans' are those of our own providers.</summary>
internal sealed class SqliteTables : EngineTables
{
    private const string Catalogue = """
        SELECT t.name AS "Table", c.name AS Name, c.type AS Type, c.pk AS "Key"
        FROM sqlite_schema t, pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
        ORDER BY t.name, c.cid
        """;

    /// <summary>BEGIN IMMEDIATE has done it: SQLite has one writer.</summary>
    public override Task LockAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables) => Task.CompletedTask;

    public override IRowWriter Write(DbConnection connection, DbTransaction transaction, Table table, IReadOnlyList<Column> columns) =>
        new Writer((SqliteConnection)connection, (SqliteTransaction)transaction, table, columns);

    public override Task SettleAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables) => Task.CompletedTask;

    protected override async Task<IReadOnlyList<Table>> ReadCatalogueAsync(DbConnection connection) =>
    [
        .. (await connection.QueryAsync<Row>(Catalogue)).GroupBy(static row => row.Table).Select(static table => new Table(
            table.Key,
            [.. table.Select(static row => row.ToColumn())],
            [.. table.Where(static row => row.Key > 0).OrderBy(static row => row.Key).Select(static row => row.Name)])),
    ];

    protected override bool StaysBehind(string table) => table == "schema_scripts";

    protected override CarriedTable? Translated(Table table, Origin origin) => table.Name switch
    {
        "grain_states" => States(table, origin),
        "reminders" => Reminders(table, origin),
        _ => null,
    };

    private static CarriedTable States(Table table, Origin origin)
    {
        MustHave(table, "grain_id", "state_name", "version", "payload");
        return CarriedTable.States(
            table,
            table.Some("grain_id", "state_name", "payload"),
            table.Some("grain_id", "state_name", "payload", "version"),
            from: static row =>
            {
                KeptStates.MustBe((string)row[1]!, GrainId.Parse((string)row[0]!));
                return row;
            },
            to: row => [.. row, origin.Random(bits: 62)]);
    }

    private static CarriedTable Reminders(Table table, Origin origin)
    {
        MustHave(table, "grain_id", "name", "grain_hash", "start_at", "period", "etag");
        return CarriedTable.Reminders(
            table,
            table.Some("grain_id", "name", "start_at", "period"),
            table.Some("grain_id", "name", "start_at", "period", "grain_hash", "etag"),
            from: static row => row,
            to: row => [.. row, (long)GrainId.Parse((string)row[0]!).GetUniformHashCode(), origin.Ids.Next()],
            asKept: static row => row);
    }

    private sealed record Row(string Table, string Name, string Type, long Key)
    {
        public Column ToColumn() => new(Name, Type switch
        {
            "TEXT" => ColumnKind.Text,
            "BIGINT" or "INTEGER" => ColumnKind.Integer,
            "BYTEA" or "BLOB" => ColumnKind.Bytes,
            _ => throw new StoreException($"{Table}.{Name} is of the type {Type}, which archives don't know."),
        });
    }

    private sealed class Writer : IRowWriter
    {
        private readonly SqliteCommand _insert;

        public Writer(SqliteConnection connection, SqliteTransaction transaction, Table table, IReadOnlyList<Column> columns)
        {
            _insert = connection.CreateCommand();
            _insert.Transaction = transaction;
            _insert.CommandText =
                $"INSERT INTO {table.Name} ({Pages.List(columns)}) VALUES ({string.Join(", ", columns.Select(static (_, i) => $"$v{i}"))})";
            for (var i = 0; i < columns.Count; i++) _insert.Parameters.Add(new SqliteParameter($"$v{i}", null));
            _insert.Prepare();
        }

        public void Write(object?[] row)
        {
            for (var i = 0; i < row.Length; i++) _insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            _insert.ExecuteNonQuery();
        }

        public void Complete()
        {
            // Each row is there at once.
        }

        public void Dispose() => _insert.Dispose();
    }
}
