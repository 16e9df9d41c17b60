using Dapper;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>Avatars that are whole pictures (data URIs of a megabyte): too big for an actor's memory, so they are read when shown.</summary>
internal sealed class AvatarStore(Database database)
{
    /// <summary>An address up to this many characters stays in the actor's own state.</summary>
    public const int InlineLength = 1024;

    private const string Upsert =
        "INSERT INTO avatars (companion_id, data_uri) VALUES ($1, $2) ON CONFLICT (companion_id) DO UPDATE SET data_uri = excluded.data_uri";

    public Task SaveAsync(string companionId, string dataUri) => database.WriteAsync(new Statement(Upsert, [companionId, dataUri]));

    public Task DeleteAsync(string companionId) =>
        database.WriteAsync(new Statement("DELETE FROM avatars WHERE companion_id = $1", [companionId]));

    public Task<string?> ReadAsync(string companionId) => database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<string>(
        "SELECT data_uri FROM avatars WHERE companion_id = @companionId", new { companionId }));
}
