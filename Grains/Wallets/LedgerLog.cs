using Dapper;
using Platform.Storage;

namespace Platform.Wallets;

/// <summary>The append-only ledger of all wallets: the truth of what is in them.</summary>
internal sealed class LedgerLog(Database database)
{
    private const string Select = """
        SELECT seq, entry_key AS entryKey, type, amount, balance_after AS balanceAfter, description, created_at AS createdAt
        FROM ledger_entries WHERE wallet_id = @id
        """;

    /// <summary>Numbers have no gaps, so a page is a range of the key.</summary>
    internal const string SelectPage = Select + " AND seq BETWEEN @first AND @last ORDER BY seq DESC";

    /// <summary>And a page of one type a range of an index.</summary>
    internal const string SelectPageOfType = Select + " AND type = @type AND type_seq BETWEEN @first AND @last ORDER BY type_seq DESC";

    internal const string SelectOfKey = Select + " AND entry_key = @key";

    private const string Insert = """
        INSERT INTO ledger_entries (wallet_id, seq, entry_key, type, type_seq, amount, balance_after, description, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <summary>
    /// Writes an entry; to be saved with its wallet. Fails with <see cref="StoreConflictException"/> where its number or its key is taken.
    /// </summary>
    public static Statement Append(string id, StoredEntry stored)
    {
        var entry = stored.Entry;
        return new(
            Insert,
            [
                id,
                entry.Number,
                entry.Key,
                (int)entry.Type,
                stored.TypeNumber,
                entry.Amount,
                entry.BalanceAfter,
                entry.Description,
                Instant.ToStored(entry.CreatedAt),
            ]);
    }

    /// <summary>A page, the newest first.</summary>
    /// <param name="total">How many entries there are, of this type if one is given.</param>
    /// <param name="page">From 1; beyond the last there is nothing.</param>
    public async Task<IReadOnlyList<LedgerEntry>> PageAsync(string id, long total, int page, int size, LedgerEntryType? type)
    {
        var last = total - ((page - 1L) * size);
        if (last < 1) return [];
        var range = new { id, first = last - size + 1, last, type = (int?)type };
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<Row>(type is null ? SelectPage : SelectPageOfType, range));
        return [.. rows.Select(row => row.ToEntry())];
    }

    /// <summary>The entry under each of these keys, or null.</summary>
    public Task<IReadOnlyList<(string Key, LedgerEntry? Entry)>> FindAsync(string id, IEnumerable<string> keys) =>
        database.ReadAsync<IReadOnlyList<(string, LedgerEntry?)>>(async connection =>
        {
            var found = new List<(string, LedgerEntry?)>();
            foreach (var key in keys)
                found.Add((key, (await connection.QuerySingleOrDefaultAsync<Row>(SelectOfKey, new { id, key }))?.ToEntry()));
            return found;
        });

    private sealed class Row
    {
        public long Seq { get; init; }

        public string EntryKey { get; init; } = "";

        public int Type { get; init; }

        public long Amount { get; init; }

        public long BalanceAfter { get; init; }

        public string Description { get; init; } = "";

        public long CreatedAt { get; init; }

        public LedgerEntry ToEntry() =>
            new(Seq, EntryKey, (LedgerEntryType)Type, Amount, BalanceAfter, Description, Instant.FromStored(CreatedAt));
    }
}
