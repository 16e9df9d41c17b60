using System.Data.Common;

namespace Platform.Storage.Archives;

/// <summary>What archives need to know of an engine: its tables, how rows are written in bulk, and where Orleans' own are.</summary>
internal abstract class EngineTables
{
    /// <summary>What is carried, in the order of names. It follows from what is in the database, so no table can be forgotten.</summary>
    /// <exception cref="StoreException">There is something that could not be carried.</exception>
    public async Task<IReadOnlyList<CarriedTable>> ListAsync(DbConnection connection, Origin origin)
    {
        var tables = await ReadCatalogueAsync(connection);
        return
        [
            .. tables.Where(table => !StaysBehind(table.Name))
                .Select(table => Translated(table, origin) ?? CarriedTable.Plain(table))
                .OrderBy(static table => table.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Keeps everybody else from writing to these tables until the transaction ends.</summary>
    public abstract Task LockAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables);

    /// <summary>Begins to write rows to a table. What was written is there when <see cref="IRowWriter.Complete"/> returns.</summary>
    public abstract IRowWriter Write(DbConnection connection, DbTransaction transaction, Table table, IReadOnlyList<Column> columns);

    /// <summary>Tells the engine that these tables have changed much.</summary>
    public abstract Task SettleAsync(DbConnection connection, DbTransaction transaction, IEnumerable<Table> tables);

    /// <summary>All tables of the schema, in the order of their columns.</summary>
    protected abstract Task<IReadOnlyList<Table>> ReadCatalogueAsync(DbConnection connection);

    /// <summary>What belongs to a database and not to its content: the scripts that made it, who is in its cluster, what Orleans asks it.</summary>
    protected abstract bool StaysBehind(string table);

    /// <summary>A table that the engines keep each in a way of its own; null: an ordinary one.</summary>
    protected abstract CarriedTable? Translated(Table table, Origin origin);

    /// <summary>A script that changes one of Orleans' tables must also change how its rows are translated.</summary>
    protected static void MustHave(Table table, params string[] columns)
    {
        if (!table.Columns.Select(static column => column.Name).SequenceEqual(columns))
            throw new StoreException($"The columns of {table.Name} are not those that archives know.");
    }
}

/// <summary>Whose rows of Orleans' tables are meant, and where new etags come from.</summary>
/// <param name="ServiceId">The name of the data (<c>Cluster:ServiceId</c>), which is in Orleans' rows on PostgreSQL.</param>
internal sealed record Origin(string ServiceId, IEntropy Entropy, IdSource Ids)
{
    /// <summary>A random number that is at least zero and of so many bits.</summary>
    public long Random(int bits)
    {
        Span<byte> bytes = stackalloc byte[8];
        Entropy.Fill(bytes);
        return BitConverter.ToInt64(bytes) & ((1L << bits) - 1);
    }
}

/// <summary>Writes rows to one table.</summary>
internal interface IRowWriter : IDisposable
{
    void Write(object?[] row);

    /// <summary>Without it nothing is there.</summary>
    void Complete();
}
