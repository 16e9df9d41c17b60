using Dapper;

namespace Platform.Storage.Archives;

/// <summary>How many rows of a table were carried.</summary>
internal sealed record Carried(string Table, long Rows);

/// <summary>
/// Writes all that a database holds to one file, from which <see cref="ArchiveImport"/> makes the same on either engine. It reads one moment of the
/// database, so it may run beside a server, and is a backup then.
/// </summary>
internal sealed class ArchiveExport(Database database, Origin origin, TimeProvider clock)
{
    /// <param name="told">Is told of each table that is done.</param>
    /// <param name="beforeEnd">Runs when all rows were read. Where it fails, there is no file.</param>
    /// <exception cref="StoreException">The database could not be read, or has something that can't be carried.</exception>
    /// <exception cref="IOException">The file could not be written, or was there before.</exception>
    public Task RunAsync(string path, Action<Carried>? told = null, Func<Task>? beforeEnd = null, CancellationToken cancellation = default) =>
        database.ReadSnapshotAsync(async connection =>
        {
            IReadOnlyList<SchemaScript> scripts =
                [.. await connection.QueryAsync<SchemaScript>("SELECT number, name, sha256 FROM schema_scripts ORDER BY number")];
            if (!scripts.SequenceEqual(Schema.ScriptsOf(database.Engine)))
                throw new StoreException("The database has another schema than this program. Start its server once, or export with the program of its time.");
            var tables = await database.Tables.ListAsync(connection, origin);
            await using var writer = new ArchiveWriter(path, new ArchiveHeader(
                ArchiveHeader.TheFormat, ArchiveHeader.TheVersion, database.Engine, clock.GetUtcNow(), scripts, [.. tables.Select(ArchivedTable.Of)]));
            foreach (var table in tables)
            {
                using var text = new RowText(table);
                var sum = new RowSum();
                await foreach (var row in Pages.ReadAsync(connection, table, cancellation: cancellation))
                {
                    var line = text.Write(row);
                    sum.Add(line);
                    writer.Write(line);
                }

                writer.End(table.Name, sum);
                told?.Invoke(new(table.Name, sum.Rows));
            }

            if (beforeEnd is not null) await beforeEnd();
            await writer.CompleteAsync(cancellation);
            return tables.Count;
        });
}
