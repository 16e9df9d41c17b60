using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Logging;
using Platform.Storage.Archives;

namespace Platform.Storage;

/// <summary>
/// Creates the schema and moves it forward by the numbered scripts in <c>Storage/Scripts</c>. A script is named
/// <c>0001_subject.sql</c>, or <c>0001_subject.sqlite.sql</c> and <c>0001_subject.postgres.sql</c> where the engines differ. Any node may
/// call this at any time: one works, the others wait and find nothing left to do. A script that has been applied is never edited.
/// </summary>
public sealed partial class Schema(Database database, ILogger<Schema> logger)
{
    private const string CreateHistory =
        "CREATE TABLE IF NOT EXISTS schema_scripts (number BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)";

    /// <summary>Applies every script that this database has not seen, in order, in one transaction.</summary>
    /// <exception cref="StoreException">An applied script has since been edited, or the database is newer than this program.</exception>
    public async Task ApplyAsync(CancellationToken cancellation = default)
    {
        await database.PrepareAsync(cancellation);
        await database.ExclusivelyAsync(ApplyAsync, cancellation);
    }

    private async Task ApplyAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(CreateHistory, transaction: transaction);
        var applied = (await connection.QueryAsync<SchemaScript>("SELECT number, name, sha256 FROM schema_scripts", transaction: transaction))
            .ToDictionary(row => row.Number);
        foreach (var script in Scripts(database.Engine))
        {
            if (applied.Remove(script.Number, out var row))
            {
                if (row.Sha256 != script.Sha256) throw new StoreException($"{script.Name} was edited after it had been applied here.");
                continue;
            }

            await connection.ExecuteAsync(script.Sql, transaction: transaction);
            await connection.ExecuteAsync(
                "INSERT INTO schema_scripts (number, name, sha256) VALUES (@Number, @Name, @Sha256)", script, transaction);
            LogApplied(script.Name, database.Engine);
        }

        if (applied.Count > 0) throw new StoreException("The database was written by a newer version of this program.");
    }

    /// <summary>What has been applied where this program's schema is up to date.</summary>
    internal static IEnumerable<SchemaScript> ScriptsOf(string engine) =>
        Scripts(engine).Select(static script => new SchemaScript(script.Number, script.Name, script.Sha256));

    private static IEnumerable<Script> Scripts(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return from name in assembly.GetManifestResourceNames()
               where name.EndsWith(".sql", StringComparison.Ordinal)
               let parts = name.Split('.')
               where parts.Length == 2 || parts[1] == engine
               orderby name
               select Read(assembly, name);
    }

    private static Script Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var sql = reader.ReadToEnd();
        return new Script(
            long.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
            name,
            sql,
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sql))));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Script} to {Engine}")]
    private partial void LogApplied(string script, string engine);

    private sealed record Script(long Number, string Name, string Sql, string Sha256);
}
