using System.Data.Common;
using Dapper;

namespace Platform.Storage.Archives;

/// <summary>
/// Fills an empty database from a file of <see cref="ArchiveExport"/>. All of it is one transaction, which is committed only after every row was
/// read back and found to be the one of the file: what fails leaves an empty database.
/// </summary>
internal sealed class ArchiveImport(Database database, Schema schema, Origin origin)
{
    /// <summary>The rows that a script itself puts into a new database, by what they hold there.</summary>
    private static readonly Dictionary<string, string> Seeds = new()
    {
        ["totals"] = "id = 1 AND users = 0 AND conversations = 0 AND tokens = 0",
    };

    /// <param name="told">Is told of each table whose rows were compared.</param>
    /// <param name="beforeRows">Runs when the file was found to be whole and the database empty.</param>
    /// <exception cref="StoreException">The file or the database is not one that this can be done with, or the database failed.</exception>
    /// <exception cref="IOException">The file could not be read.</exception>
    public async Task RunAsync(
        string path, Action<Carried>? told = null, Func<Task>? beforeRows = null, CancellationToken cancellation = default)
    {
        await using var archive = await ArchiveReader.OpenAsync(path, cancellation);
        if (!archive.Header.Schema.SequenceEqual(Schema.ScriptsOf(archive.Header.Engine)))
        {
            throw new StoreException(
                "The file is of another version of the schema. Import it with the program that wrote it; a newer one moves the database forward.");
        }

        try
        {
            await schema.ApplyAsync(cancellation);
            await database.ExclusivelyAsync((connection, transaction) => FillAsync(archive, connection, transaction, told, beforeRows, cancellation), cancellation);
        }
        catch (DbException error)
        {
            // A driver's exception never leaves the store.
            throw new StoreException("The database failed.", error);
        }
    }

    private async Task FillAsync(
        ArchiveReader archive, DbConnection connection, DbTransaction transaction, Action<Carried>? told, Func<Task>? beforeRows,
        CancellationToken cancellation)
    {
        var tables = await database.Tables.ListAsync(connection, origin);
        if (tables.Count != archive.Header.Tables.Count || tables.Zip(archive.Header.Tables).Any(static pair => !pair.Second.Fits(pair.First)))
            throw new StoreException("The file has other tables than the database.");
        IReadOnlyList<Table> stored = [.. tables.Select(static table => table.Stored)];
        await database.Tables.LockAsync(connection, transaction, stored);
        foreach (var table in tables) await MakeEmptyAsync(table, connection, transaction);
        if (beforeRows is not null) await beforeRows();

        var kept = new List<RowSum>();
        foreach (var table in tables) kept.Add(Load(archive, table, connection, transaction, cancellation));
        archive.ReadToEnd();
        await database.Tables.SettleAsync(connection, transaction, stored);
        foreach (var (table, sum) in tables.Zip(kept))
        {
            await CompareAsync(table, sum, connection, transaction, cancellation);
            told?.Invoke(new(table.Name, sum.Rows));
        }
    }

    private static async Task MakeEmptyAsync(CarriedTable table, DbConnection connection, DbTransaction transaction)
    {
        var name = table.Stored.Name;
        if (Seeds.TryGetValue(name, out var seed)) await connection.ExecuteAsync($"DELETE FROM {name} WHERE {seed}", transaction: transaction);
        if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM {name} LIMIT 1) one", transaction: transaction) > 0)
            throw new StoreException($"The database is not empty: there is something in {name}.");
    }

    /// <summary>Writes the rows of a table, and tells what will be read where they are kept.</summary>
    private RowSum Load(
        ArchiveReader archive, CarriedTable table, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        var (read, kept) = (new RowSum(), new RowSum());
        using var text = new RowText(table);
        using var writer = database.Tables.Write(connection, transaction, table.Stored, table.Written);
        while (true)
        {
            var line = archive.ReadLine();
            if (line is not [(byte)'[', ..])
            {
                if (ArchiveReader.ReadEnd(line) != new TableEnd(table.Name, read.Rows, read.Digits()))
                    throw new StoreException($"The rows of {table.Name} in the file are not those that it says there are.");
                writer.Complete();
                return kept;
            }

            read.Add(line);
            var row = text.Read(line);
            writer.Write(table.ToStored(row));
            kept.Add(text.Write(table.AsKept(row)));
            if (read.Rows % 4096 == 0) cancellation.ThrowIfCancellationRequested();
        }
    }

    private static async Task CompareAsync(
        CarriedTable table, RowSum expected, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        using var text = new RowText(table);
        var found = new RowSum();
        await foreach (var row in Pages.ReadAsync(connection, table, transaction, cancellation)) found.Add(text.Write(row));
        if (!found.Equals(expected))
            throw new StoreException($"{table.Name} has {found.Rows} rows where {expected.Rows} were written, or not the same. Nothing was kept.");
    }
}
