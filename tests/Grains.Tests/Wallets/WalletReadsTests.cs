using Platform.Testing;
using Platform.Tests.Storage;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>What is read of wallets costs the same however much there is.</summary>
public sealed class WalletReadsTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Theory]
    [InlineData(LedgerLog.SelectPage, "sqlite_autoindex_ledger_entries_1")]
    [InlineData(LedgerLog.SelectPageOfType, "ledger_entries_by_type")]
    [InlineData(LedgerLog.SelectOfKey, "ledger_entries_by_key")]
    [InlineData(WalletStore.SelectOpen, "holds_open")]
    [InlineData(WalletStore.SelectOverdue, "holds_open")]
    public Task No_read_looks_at_a_whole_table_or_sorts(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);
}
