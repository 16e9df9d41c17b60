using System.Data.Common;
using Dapper;
using Platform.Storage;

namespace Platform.Wallets;

/// <summary>What an audit has found.</summary>
/// <param name="Problems">Sentences for operators, each with the wallet's id; none: all is as it must be.</param>
internal sealed record AuditReport(long Wallets, long Entries, long Holds, IReadOnlyList<string> Problems);

/// <summary>
/// Checks what must hold of every wallet: its ledger is one chain that ends at its balance, its open holds are what it holds, what was captured
/// was taken out, and nothing is held long beyond its time. Reads one moment of the database, so it may run beside a server.
/// </summary>
internal sealed class LedgerAudit(Database database, TimeProvider clock)
{
    /// <summary>So long a silo may need to find out that a hold's time has passed, with much to spare.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private const string SelectLedger = """
        SELECT w.wallet_id AS walletId, w.balance, w.held, w.purchases, w.grants, w.usages, w.refunds, w.adjustments,
            e.seq, e.type, e.type_seq AS typeSeq, e.amount, e.balance_after AS balanceAfter
        FROM wallets w LEFT JOIN ledger_entries e ON e.wallet_id = w.wallet_id
        ORDER BY w.wallet_id, e.seq
        """;

    /// <summary>Each finds what should not be there: a wallet's id, and what is wrong with it.</summary>
    private static readonly string[] Wrong =
    [
        """
        SELECT e.wallet_id, COUNT(*) || ' entries, but no such wallet'
        FROM ledger_entries e WHERE NOT EXISTS (SELECT 1 FROM wallets w WHERE w.wallet_id = e.wallet_id) GROUP BY e.wallet_id
        """,
        """
        SELECT h.wallet_id, COUNT(*) || ' holds, but no such wallet'
        FROM holds h WHERE NOT EXISTS (SELECT 1 FROM wallets w WHERE w.wallet_id = h.wallet_id) GROUP BY h.wallet_id
        """,
        """
        SELECT w.wallet_id, 'holds ' || w.held || ', but its open holds are ' || COALESCE(o.amount, 0)
        FROM wallets w LEFT JOIN (SELECT wallet_id, SUM(amount) AS amount FROM holds WHERE status = 0 GROUP BY wallet_id) o
            ON o.wallet_id = w.wallet_id
        WHERE w.held <> COALESCE(o.amount, 0)
        """,
        """
        SELECT h.wallet_id, 'hold ' || h.hold_key || ' captured ' || h.captured || ' of ' || h.amount || ', but its entry is ' || COALESCE(e.amount, 0)
        FROM holds h LEFT JOIN ledger_entries e ON e.wallet_id = h.wallet_id AND e.entry_key = 'wallet:hold:' || h.hold_key
        WHERE h.captured <> -COALESCE(e.amount, 0) OR h.captured > h.amount OR (h.status <> 1 AND h.captured <> 0)
        """,
        """
        SELECT e.wallet_id, 'entry ' || e.seq || ' is of a capture, but there is no such hold'
        FROM ledger_entries e WHERE e.entry_key LIKE 'wallet:hold:%'
            AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.wallet_id = e.wallet_id AND h.hold_key = substr(e.entry_key, 13))
        """,
        """
        SELECT wallet_id, 'hold ' || hold_key || ' is still open long after its time'
        FROM holds WHERE status = 0 AND expires_at < @overdue
        """,
    ];

    /// <exception cref="StoreException">The database could not be read.</exception>
    public Task<AuditReport> RunAsync() => database.ReadSnapshotAsync(async connection =>
    {
        var problems = new List<string>();
        var (wallets, entries) = await CheckChainsAsync(connection, problems);
        var overdue = Instant.ToStored(clock.GetUtcNow() - Grace);
        foreach (var sql in Wrong)
        {
            foreach (var (wallet, problem) in await connection.QueryAsync<(string, string)>(sql, new { overdue }))
                problems.Add($"{wallet}: {problem}");
        }

        var holds = await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM holds");
        return new AuditReport(wallets, entries, holds, problems);
    });

    /// <summary>All wallets in one stream, of which never more than a row is in memory.</summary>
    private static async Task<(long Wallets, long Entries)> CheckChainsAsync(DbConnection connection, List<string> problems)
    {
        var (wallets, entries) = (0L, 0L);
        LedgerChain? chain = null;
        await foreach (var row in connection.QueryUnbufferedAsync<LedgerChain.Row>(SelectLedger))
        {
            if (chain?.WalletId != row.WalletId)
            {
                chain?.End();
                chain = new LedgerChain(row, problems);
                wallets++;
            }

            if (row.Seq is null) continue;
            chain.Add(row);
            entries++;
        }

        chain?.End();
        return (wallets, entries);
    }
}
