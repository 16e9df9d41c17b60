using Dapper;
using Platform.Storage;

namespace Platform.Tests.Wallets;

/// <summary>The rows of a wallet, as they are on the disk.</summary>
internal static class WalletRows
{
    /// <summary>In all three tables.</summary>
    public static Task<long> CountAsync(Database database, string id) => database.ReadAsync(connection => connection.ExecuteScalarAsync<long>(
        """
        SELECT (SELECT COUNT(*) FROM wallets WHERE wallet_id = @id) + (SELECT COUNT(*) FROM ledger_entries WHERE wallet_id = @id)
            + (SELECT COUNT(*) FROM holds WHERE wallet_id = @id)
        """,
        new { id }));
}
