using Dapper;
using Microsoft.Extensions.Time.Testing;
using Platform.Storage;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>Each kind of damage, done behind the wallets' back, is found; what is whole is not complained about.</summary>
public sealed class LedgerAuditTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly string _id = Guid.NewGuid().ToString();

    [Theory]
    [InlineData("UPDATE wallets SET balance = balance + 1", "its entries are 81, but its balance is 82")]
    [InlineData("UPDATE wallets SET balance = 9, held = 10", "holds 10 of 9")]
    [InlineData("UPDATE wallets SET held = 11", "holds 11, but its open holds are 10")]
    [InlineData("UPDATE wallets SET usages = 3", "says EntryCounts")]
    [InlineData("UPDATE ledger_entries SET amount = -11 WHERE seq = 2", "entry 2 makes 90 of 100 and -11")]
    [InlineData("UPDATE ledger_entries SET balance_after = -1 WHERE seq = 2", "entry 2 leaves less than nothing")]
    [InlineData("UPDATE ledger_entries SET seq = 7 WHERE seq = 3", "entry 7 comes after 2")]
    [InlineData("UPDATE ledger_entries SET type_seq = 7 WHERE seq = 3", "entry 3 is number 7 of its type, not 2")]
    [InlineData("UPDATE ledger_entries SET type = 9 WHERE seq = 3", "entry 3 is of no type")]
    [InlineData("UPDATE ledger_entries SET type = 2, type_seq = 3 WHERE seq = 1", "entry 1 is usage, and takes nothing out")]
    [InlineData("DELETE FROM ledger_entries WHERE seq = 2", "its entries are 91, but its balance is 81")]
    [InlineData("DELETE FROM wallets", "3 entries, but no such wallet")]
    [InlineData("DELETE FROM wallets", "3 holds, but no such wallet")]
    [InlineData("DELETE FROM holds WHERE hold_key = 'open'", "holds 10, but its open holds are 0")]
    [InlineData("DELETE FROM holds WHERE hold_key = 'taken'", "entry 3 is of a capture, but there is no such hold")]
    [InlineData("UPDATE holds SET captured = 8 WHERE hold_key = 'taken'", "hold taken captured 8 of 20, but its entry is -9")]
    [InlineData("UPDATE holds SET amount = 5 WHERE hold_key = 'taken'", "hold taken captured 9 of 5, but its entry is -9")]
    [InlineData("UPDATE holds SET status = 2 WHERE hold_key = 'taken'", "hold taken captured 9 of 20, but its entry is -9")]
    [InlineData("UPDATE holds SET captured = 3 WHERE hold_key = 'back'", "hold back captured 3 of 30, but its entry is 0")]
    [InlineData("UPDATE ledger_entries SET entry_key = 'other' WHERE seq = 3", "hold taken captured 9 of 20, but its entry is 0")]
    [InlineData("UPDATE holds SET expires_at = expires_at - 7300000000 WHERE status = 0", "hold open is still open long after its time")]
    public async Task Damage_is_found(string damage, string problem)
    {
        var test = await databases.SharedAsync("sqlite");
        await FillAsync(test.Node);
        Assert.Empty(await ProblemsAsync(test.Node));
        await test.Node.ReadAsync(async connection =>
        {
            // What the table itself would refuse is a damage too.
            await connection.ExecuteAsync("PRAGMA ignore_check_constraints = 1");
            var where = damage.Contains("WHERE") ? " AND" : " WHERE";
            await connection.ExecuteAsync($"{damage}{where} wallet_id = @_id", new { _id });
            return await connection.ExecuteAsync("PRAGMA ignore_check_constraints = 0");
        });

        Assert.Contains(await ProblemsAsync(test.Node), found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_whole_is_counted_and_a_lost_cent_is_found_on_either_engine(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await new Schema(test.Node, Microsoft.Extensions.Logging.Abstractions.NullLogger<Schema>.Instance).ApplyAsync();
        await FillAsync(test.Node);
        await (await WalletActivation.StartAsync("another", test.Node, _clock)).DepositAsync("buy", 5);
        var report = await new LedgerAudit(test.Node, _clock).RunAsync();
        Assert.Empty(report.Problems);
        Assert.Equal((2, 4, 3), (report.Wallets, report.Entries, report.Holds));

        await test.Node.WriteAsync(new Statement("UPDATE wallets SET balance = balance - 1 WHERE wallet_id = $1", [_id]));
        Assert.Equal(
            [$"{_id}: its entries are 81, but its balance is 80"], (await new LedgerAudit(test.Node, _clock).RunAsync()).Problems);
        _clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(2, (await new LedgerAudit(test.Node, _clock).RunAsync()).Problems.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_meanwhile_is_not_half_seen(string engine)
    {
        var test = await databases.CreateAsync(engine);
        await new Schema(test.Node, Microsoft.Extensions.Logging.Abstractions.NullLogger<Schema>.Instance).ApplyAsync();
        var wallet = await WalletActivation.StartAsync(_id, test.Node, _clock);
        await wallet.DepositAsync("buy", 1000);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++) await wallet.SpendAsync($"pay {i}", 1);
        });
        var audits = 0;
        do
        {
            Assert.Empty((await new LedgerAudit(test.Node, _clock).RunAsync()).Problems);
            audits++;
        }
        while (!writing.IsCompleted);

        await writing;
        Assert.True(audits > 1);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        await using var nowhere = new SqliteDatabase(path);
        await Assert.ThrowsAsync<StoreException>(() => new LedgerAudit(nowhere, _clock).RunAsync());
        Assert.False(File.Exists(path));
    }

    /// <summary>A purchase of 100, a spending of 10, and of three holds one that is open (10), one captured (9 of 20) and one released (30).</summary>
    private async Task FillAsync(Database database)
    {
        var wallet = await WalletActivation.StartAsync(_id, database, _clock);
        var soon = _clock.GetUtcNow().AddHours(1);
        await wallet.DepositAsync("buy", 100);
        await wallet.SpendAsync("pay", 10);
        await wallet.HoldAsync("open", 10, soon);
        await wallet.HoldAsync("taken", 20, soon);
        await wallet.HoldAsync("back", 30, soon);
        await wallet.CaptureAsync("taken", 9);
        await wallet.ReleaseAsync("back");
    }

    private async Task<IEnumerable<string>> ProblemsAsync(Database database) =>
        (await new LedgerAudit(database, _clock).RunAsync()).Problems.Where(problem => problem.StartsWith(_id, StringComparison.Ordinal));
}
