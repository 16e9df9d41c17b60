using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Platform.Storage;

namespace Platform.Wallets;

/// <summary>The rows of wallets and of their holds; those of the ledger are in <see cref="LedgerLog"/>.</summary>
internal sealed class WalletStore(Database database)
{
    internal const string SelectOpen = $"{SelectHold} WHERE wallet_id = @id AND status = 0";

    /// <summary>The owners of holds whose time has passed, by id.</summary>
    internal const string SelectOverdue = """
        SELECT DISTINCT wallet_id FROM holds WHERE status = 0 AND expires_at <= @now AND wallet_id > @after ORDER BY wallet_id LIMIT @count
        """;

    private const string Select = """
        SELECT revision, balance, held, purchases, grants, usages, refunds, adjustments, period, used, granted_at AS grantedAt,
            updated_at AS updatedAt
        FROM wallets WHERE wallet_id = @id
        """;

    private const string SelectHold = """
        SELECT hold_key AS holdKey, amount, status, captured, description, created_at AS createdAt, expires_at AS expiresAt,
            ended_at AS endedAt
        FROM holds
        """;

    private const string Insert = """
        INSERT INTO wallets
            (wallet_id, revision, balance, held, purchases, grants, usages, refunds, adjustments, period, used, granted_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        """;

    private const string Update = """
        UPDATE wallets SET revision = $2, balance = $3, held = $4, purchases = $5, grants = $6, usages = $7, refunds = $8,
            adjustments = $9, period = $10, used = $11, granted_at = $12, updated_at = $13
        WHERE wallet_id = $1 AND revision = $14
        """;

    private const string InsertHold = """
        INSERT INTO holds (wallet_id, hold_key, amount, status, captured, description, created_at, expires_at, ended_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string EndHold = """
        UPDATE holds SET status = $3, captured = $4, ended_at = $5 WHERE wallet_id = $1 AND hold_key = $2 AND status = 0
        """;

    /// <summary>The wallet of this owner; <see cref="WalletState.Empty"/> where none was written.</summary>
    public Task<WalletState> LoadAsync(string id) => database.ReadAsync(async connection =>
    {
        // The row last: what was written in between makes it newer than the holds, and then it is all read again.
        for (; ; )
        {
            var before = await RevisionAsync(connection, id);
            var holds = await connection.QueryAsync<HoldRow>(SelectOpen, new { id });
            var row = await connection.QuerySingleOrDefaultAsync<Row>(Select, new { id });
            if ((row?.Revision ?? 0) != before) continue;
            return row is null ? WalletState.Empty : row.ToState(holds.Select(hold => hold.ToStored()));
        }
    });

    /// <summary>The revision that is stored; 0 where none is.</summary>
    public Task<long> RevisionAsync(string id) => database.ReadAsync(connection => RevisionAsync(connection, id));

    /// <summary>What was done under each of these keys of holds, or null.</summary>
    public Task<IReadOnlyList<(string Key, StoredHold? Hold)>> FindHoldsAsync(string id, IEnumerable<string> keys) =>
        database.ReadAsync<IReadOnlyList<(string, StoredHold?)>>(async connection =>
        {
            var found = new List<(string, StoredHold?)>();
            foreach (var key in keys)
            {
                var row = await connection.QuerySingleOrDefaultAsync<HoldRow>(
                    $"{SelectHold} WHERE wallet_id = @id AND hold_key = @key", new { id, key });
                found.Add((key, row?.ToStored()));
            }

            return found;
        });

    /// <summary>Writes all that a draft has changed as one unit, and returns the state as it is then stored.</summary>
    /// <exception cref="StoreConflictException">The wallet is no longer as <paramref name="before"/> says, or a key was used before.</exception>
    public async Task<WalletState> SaveAsync(string id, WalletState before, WalletDraft draft)
    {
        var next = draft.State with { Revision = before.Revision + 1, UpdatedAt = draft.Now };
        var unit = new List<Statement>(1 + draft.NewEntries.Count + draft.ChangedHolds.Count) { Write(id, before, next) };
        foreach (var entry in draft.NewEntries) unit.Add(LedgerLog.Append(id, entry));
        foreach (var hold in draft.ChangedHolds) unit.Add(Write(id, before, hold));
        await database.WriteAsync([.. unit]);
        return next;
    }

    /// <summary>Removes a wallet, its ledger and its holds.</summary>
    public Task DeleteAsync(string id) => database.WriteAsync(
        new Statement("DELETE FROM holds WHERE wallet_id = $1", [id]),
        new Statement("DELETE FROM ledger_entries WHERE wallet_id = $1", [id]),
        new Statement("DELETE FROM wallets WHERE wallet_id = $1", [id]));

    /// <summary>Wallets that hold something whose time has passed, in the order of their ids, after this one.</summary>
    public async Task<IReadOnlyList<string>> OverdueAsync(DateTimeOffset now, string after, int count) =>
        [.. await database.ReadAsync(connection => connection.QueryAsync<string>(
            SelectOverdue, new { now = Instant.ToStored(now), after, count }))];

    private static async Task<long> RevisionAsync(DbConnection connection, string id) =>
        await connection.ExecuteScalarAsync<long?>("SELECT revision FROM wallets WHERE wallet_id = @id", new { id }) ?? 0;

    private static Statement Write(string id, WalletState before, WalletState next)
    {
        var counts = next.Counts;
        object?[] values =
        [
            id,
            next.Revision,
            next.Balance,
            next.Held,
            counts.Purchases,
            counts.Grants,
            counts.Usages,
            counts.Refunds,
            counts.Adjustments,
            next.Period,
            next.Used,
            next.GrantedAt is { } granted ? Instant.ToStored(granted) : null,
            Instant.ToStored(next.UpdatedAt),
        ];
        return before.Revision == 0 ? new(Insert, values) : new(Update, [.. values, before.Revision], ExpectedRows: 1);
    }

    private static Statement Write(string id, WalletState before, StoredHold hold)
    {
        object? ended = hold.EndedAt is { } at ? Instant.ToStored(at) : null;
        if (before.OpenHolds.ContainsKey(hold.Key))
            return new(EndHold, [id, hold.Key, (int)hold.Hold.Status, hold.Hold.Captured, ended], ExpectedRows: 1);
        return new(
            InsertHold,
            [
                id,
                hold.Key,
                hold.Hold.Amount,
                (int)hold.Hold.Status,
                hold.Hold.Captured,
                hold.Description,
                Instant.ToStored(hold.CreatedAt),
                Instant.ToStored(hold.Hold.ExpiresAt),
                ended,
            ]);
    }

    private sealed class Row
    {
        public long Revision { get; init; }

        public long Balance { get; init; }

        public long Held { get; init; }

        public long Purchases { get; init; }

        public long Grants { get; init; }

        public long Usages { get; init; }

        public long Refunds { get; init; }

        public long Adjustments { get; init; }

        public string? Period { get; init; }

        public long Used { get; init; }

        public long? GrantedAt { get; init; }

        public long UpdatedAt { get; init; }

        public WalletState ToState(IEnumerable<StoredHold> open) => new()
        {
            Revision = Revision,
            Balance = Balance,
            Held = Held,
            Counts = new(Purchases, Grants, Usages, Refunds, Adjustments),
            Period = Period,
            Used = Used,
            GrantedAt = GrantedAt is { } granted ? Instant.FromStored(granted) : null,
            UpdatedAt = Instant.FromStored(UpdatedAt),
            OpenHolds = open.ToImmutableDictionary(hold => hold.Key),
        };
    }

    private sealed class HoldRow
    {
        public string HoldKey { get; init; } = "";

        public long Amount { get; init; }

        public int Status { get; init; }

        public long Captured { get; init; }

        public string Description { get; init; } = "";

        public long CreatedAt { get; init; }

        public long ExpiresAt { get; init; }

        public long? EndedAt { get; init; }

        public StoredHold ToStored() => new(
            new(HoldKey, Amount, (HoldStatus)Status, Captured, Instant.FromStored(ExpiresAt)),
            Description,
            Instant.FromStored(CreatedAt),
            EndedAt is { } at ? Instant.FromStored(at) : null);
    }
}
