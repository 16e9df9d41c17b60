using Dapper;
using Platform.Statistics;
using Platform.Storage;

namespace Platform.Identity;

/// <summary>
/// Which accounts there are of a product that counts them: a projection that each account writes after its own state. What a write changes
/// in the totals is in the same commit.
/// </summary>
internal sealed class AccountIndex(Database database)
{
    private const string Insert = "INSERT INTO accounts (account_id, product, number, created_at) VALUES ($1, $2, $3, $4)";

    public async Task AddAsync(string accountId, string product, long number, DateTimeOffset createdAt)
    {
        if (await HasAsync(accountId)) return;
        await WriteOnceAsync(
            new Statement(Insert, [accountId, product, number, Instant.ToStored(createdAt)]),
            Totals.Change($"{product} account {number} opened", users: 1));
    }

    public async Task RemoveAsync(string accountId, string product, long number)
    {
        if (!await HasAsync(accountId)) return;
        await WriteOnceAsync(
            new Statement("DELETE FROM accounts WHERE account_id = $1", [accountId], ExpectedRows: 1),
            Totals.Change($"{product} account {number} deleted", users: -1));
    }

    private async Task<bool> HasAsync(string accountId) => await database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM accounts WHERE account_id = @accountId", new { accountId })) > 0;

    private async Task WriteOnceAsync(params Statement[] unit)
    {
        try
        {
            await database.WriteAsync(unit);
        }
        catch (StoreConflictException)
        {
            // It was written before.
        }
    }
}
