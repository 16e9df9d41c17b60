using Dapper;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>Which companions an account has: a projection that each companion writes after its own state.</summary>
internal sealed class CompanionIndex(Database database)
{
    private const string Insert =
        "INSERT INTO companions (companion_id, owner_id, created_at) VALUES ($1, $2, $3) ON CONFLICT (companion_id) DO NOTHING";

    public Task AddAsync(string companionId, string ownerId, DateTimeOffset createdAt) =>
        database.WriteAsync(new Statement(Insert, [companionId, ownerId, Instant.ToStored(createdAt)]));

    public Task RemoveAsync(string companionId) =>
        database.WriteAsync(new Statement("DELETE FROM companions WHERE companion_id = $1", [companionId]));

    /// <summary>The ids of an account's companions, the newest first.</summary>
    public async Task<IReadOnlyList<string>> OfOwnerAsync(string ownerId)
    {
        var ids = await database.ReadAsync(connection => connection.QueryAsync<string>(
            "SELECT companion_id FROM companions WHERE owner_id = @ownerId ORDER BY created_at DESC, companion_id DESC", new { ownerId }));
        return ids.AsList();
    }
}
