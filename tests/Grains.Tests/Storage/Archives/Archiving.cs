using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Storage;
using Platform.Storage.Archives;

namespace Platform.Tests.Storage.Archives;

/// <summary>Exports and imports as the commands do, and what there is to look at afterwards.</summary>
internal static class Archiving
{
    public static readonly Origin Origin = new("platform", new SystemEntropy(), new IdSource(TimeProvider.System, new SystemEntropy()));

    public static Task ApplySchemaAsync(this Database database) => new Schema(database, NullLogger<Schema>.Instance).ApplyAsync();

    public static async Task<List<Carried>> ExportAsync(this Database database, string file)
    {
        var carried = new List<Carried>();
        await new ArchiveExport(database, Origin, TimeProvider.System).RunAsync(file, carried.Add);
        return carried;
    }

    public static async Task<List<Carried>> ImportAsync(this Database database, string file)
    {
        var carried = new List<Carried>();
        await new ArchiveImport(database, new Schema(database, NullLogger<Schema>.Instance), Origin).RunAsync(file, carried.Add);
        return carried;
    }

    public static Task<IReadOnlyList<CarriedTable>> TablesAsync(this Database database) =>
        database.ReadAsync(connection => database.Tables.ListAsync(connection, Origin));

    /// <summary>How many rows there are, but for the one that a script puts there.</summary>
    public static async Task<long> CountRowsAsync(this Database database)
    {
        var tables = await database.TablesAsync();
        return await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
            $"SELECT {string.Join(" + ", tables.Select(static table => $"(SELECT COUNT(*) FROM {table.Stored.Name})"))} - 1"));
    }

    /// <summary>Every value of a SQLite file as SQLite itself spells it, but for what is new in each database: versions and etags.</summary>
    public static async Task<List<string>> DumpAsync(this SqliteDatabase database)
    {
        var lines = new List<string>();
        foreach (var table in await database.TablesAsync())
        {
            var stored = table.Stored;
            var columns = stored.Columns.Select(static column => column.Name).Where(name => stored.Name switch
            {
                "grain_states" => name != "version",
                "reminders" => name != "etag",
                _ => true,
            });
            var sql = $"SELECT '{stored.Name}' || {string.Concat(columns.Select(static name => $" || ' ' || quote({name})"))} AS line FROM {stored.Name} "
                + $"ORDER BY {string.Join(", ", stored.Key)}";
            lines.AddRange(await database.ReadAsync(connection => connection.QueryAsync<string>(sql.Replace("||  ||", "||", StringComparison.Ordinal))));
        }

        return lines;
    }
}
