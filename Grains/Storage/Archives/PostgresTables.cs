using System.Data.Common;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace Platform.Storage.Archives;

/// <summary>PostgreSQL's tables. Orleans' are those of its own provider, as <c>0003_orleans.postgres.sql</c> describes them.</summary>
internal sealed class PostgresTables : EngineTables
{
    /// <summary>Orleans has periods in milliseconds there.</summary>
    private const long PerMillisecond = 1000;

    private const string Catalogue = """
        SELECT t.relname AS "Table", c.attname AS Name, format_type(c.atttypid, NULL) AS Type,
            COALESCE(array_position(k.indkey::int2[], c.attnum), -1) AS Key
        FROM pg_class t
        JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
        LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
        WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p')
        ORDER BY t.relname, c.attnum
        """;

    public override Task LockAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables) =>
        connection.ExecuteAsync($"LOCK TABLE {Names(tables)} IN EXCLUSIVE MODE", transaction: transaction);

    public override IRowWriter Write(DbConnection connection, DbTransaction transaction, Table table, IReadOnlyList<Column> columns) =>
        new Writer((NpgsqlConnection)connection, table, columns);

    /// <summary>Its planner would learn of them by itself, but only after a minute or more.</summary>
    public override Task SettleAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables) =>
        connection.ExecuteAsync($"ANALYZE {Names(tables)}", transaction: transaction, commandTimeout: 0);

    protected override async Task<IReadOnlyList<Table>> ReadCatalogueAsync(DbConnection connection) =>
    [
        .. (await connection.QueryAsync<Row>(Catalogue)).GroupBy(static row => row.Table).Select(static table => new Table(
            table.Key,
            [.. table.Select(static row => row.ToColumn())],
            [.. table.Where(static row => row.Key >= 0).OrderBy(static row => row.Key).Select(static row => row.Name)])),
    ];

    protected override bool StaysBehind(string table) => table is "schema_scripts" or "orleansquery" or "orleans_clusters" or "orleans_members";

    protected override CarriedTable? Translated(Table table, Origin origin) => table.Name switch
    {
        "orleans_states" => States(table, origin),
        "orleans_reminders" => Reminders(table, origin),
        _ => null,
    };

    private static string Names(IEnumerable<Table> tables) => string.Join(", ", tables.Select(static table => table.Name));

    private static CarriedTable States(Table table, Origin origin)
    {
        MustHave(table, "service_id", "state_name", "key_high", "key_low", "key_text", "version", "payload");
        return CarriedTable.States(
            table,
            table.Some("service_id", "state_name", "key_high", "key_low", "key_text", "payload"),
            table.Some("service_id", "state_name", "key_high", "key_low", "key_text", "payload", "version"),
            from: row =>
            {
                MustBeOf(origin, row[0]);
                var key = new StoredKey((long)row[2]!, (long)row[3]!, (string)row[4]!);
                return [$"{KeptStates.GrainTypeOf((string)row[1]!)}/{key}", row[1], row[5]];
            },
            to: row =>
            {
                var grain = GrainId.Parse((string)row[0]!);
                KeptStates.MustBe((string)row[1]!, grain);
                var key = StoredKey.Of(grain);
                // Orleans goes by the looks of a key, so of two that spell one number it would take either for the other.
                if (key.ToString() != grain.Key.ToString())
                    throw new StoreException($"PostgreSQL can't keep the state of {grain}: its key would be taken for {key}.");
                // As much as the first version of a row has by the statement that Orleans runs.
                return [origin.ServiceId, row[1], key.High, key.Low, key.Text, row[2], origin.Random(bits: 29)];
            });
    }

    private static CarriedTable Reminders(Table table, Origin origin)
    {
        MustHave(table, "service_id", "grain_id", "name", "grain_hash", "start_time", "period", "version");
        return CarriedTable.Reminders(
            table,
            table.Some("service_id", "grain_id", "name", "start_time", "period"),
            // The version comes of itself: it is an identity, which goes on from there.
            table.Some("service_id", "grain_id", "name", "start_time", "period", "grain_hash"),
            from: row =>
            {
                MustBeOf(origin, row[0]);
                return [row[1], row[2], row[3], (long)row[4]! * PerMillisecond];
            },
            to: row =>
            [
                origin.ServiceId, row[0], row[1], row[2], (long)row[3]! / PerMillisecond,
                (long)(int)GrainId.Parse((string)row[0]!).GetUniformHashCode(),
            ],
            asKept: static row => [row[0], row[1], row[2], (long)row[3]! / PerMillisecond * PerMillisecond]);
    }

    /// <summary>All other tables are of one service, so a second one in Orleans' tables is a mistake, and to leave its rows behind another.</summary>
    private static void MustBeOf(Origin origin, object? service)
    {
        if ((string)service! != origin.ServiceId)
            throw new StoreException($"The database has states or reminders of the service {service}, but Cluster:ServiceId is {origin.ServiceId}.");
    }

    private sealed record Row(string Table, string Name, string Type, int Key)
    {
        public Column ToColumn() => Type switch
        {
            "text" => new(Name, ColumnKind.Text),
            "bigint" => new(Name, ColumnKind.Integer),
            "integer" => new(Name, ColumnKind.Integer, IsNarrow: true),
            "bytea" => new(Name, ColumnKind.Bytes),
            "timestamp with time zone" => new(Name, ColumnKind.Moment),
            _ => throw new StoreException($"{Table}.{Name} is of the type {Type}, which archives don't know."),
        };
    }

    /// <summary>COPY in binary form, which is the fastest that PostgreSQL takes.</summary>
    private sealed class Writer : IRowWriter
    {
        private readonly NpgsqlBinaryImporter _copy;
        private readonly Table _table;
        private readonly IReadOnlyList<Column> _columns;

        public Writer(NpgsqlConnection connection, Table table, IReadOnlyList<Column> columns)
        {
            (_table, _columns) = (table, columns);
            _copy = connection.BeginBinaryImport($"COPY {table.Name} ({Pages.List(columns)}) FROM STDIN (FORMAT BINARY)");
            _copy.Timeout = TimeSpan.FromHours(1);
        }

        public void Write(object?[] row)
        {
            _copy.StartRow();
            for (var i = 0; i < row.Length; i++) Write(_columns[i], row[i]);
        }

        public void Complete() => _copy.Complete();

        public void Dispose() => _copy.Dispose();

        private void Write(Column column, object? value)
        {
            switch (value)
            {
                case null:
                    _copy.WriteNull();
                    break;
                case string text:
                    if (text.Contains('\0')) throw new StoreException($"A text in {_table.Name}.{column.Name} has a NUL, which PostgreSQL can't hold.");
                    _copy.Write(text, NpgsqlDbType.Text);
                    break;
                case byte[] bytes:
                    _copy.Write(bytes, NpgsqlDbType.Bytea);
                    break;
                case long moment when column.Kind == ColumnKind.Moment:
                    _copy.Write(Instant.FromStored(moment).UtcDateTime, NpgsqlDbType.TimestampTz);
                    break;
                case long number when column.IsNarrow:
                    if (number is < int.MinValue or > int.MaxValue)
                        throw new StoreException($"{number} is too large for {_table.Name}.{column.Name}, which has 32 bits in PostgreSQL.");
                    _copy.Write((int)number, NpgsqlDbType.Integer);
                    break;
                default:
                    _copy.Write((long)value, NpgsqlDbType.Bigint);
                    break;
            }
        }
    }
}
