using System.Globalization;
using Dapper;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Platform.Storage.Sqlite;

/// <summary>
/// The state of grains in <c>grain_states</c>. The etag is the row's version as a decimal number. Whoever writes with a version that is not
/// the row's learns it by an <see cref="InconsistentStateException"/>: Orleans then drops the activation, and the next one reads anew.
/// </summary>
internal sealed class SqliteGrainStorage(Database database, IGrainStorageSerializer serializer, IActivatorProvider activators)
    : IGrainStorage
{
    private const string Select = "SELECT version, payload FROM grain_states WHERE grain_id = @grain AND state_name = @stateName";

    /// <summary>Plain, so that the second of two first writers hits the primary key.</summary>
    private const string Insert = "INSERT INTO grain_states (grain_id, state_name, version, payload) VALUES ($1, $2, 1, $3)";

    private const string Update =
        "UPDATE grain_states SET version = version + 1, payload = $4 WHERE grain_id = $1 AND state_name = $2 AND version = $3";

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var row = await database.ReadAsync(connection =>
            connection.QuerySingleOrDefaultAsync<Row>(Select, new { grain = grainId.ToString(), stateName }));

        grainState.State = (row?.Payload is { } payload ? serializer.Deserialize<T>(new BinaryData(payload)) : default) ?? New<T>();
        grainState.ETag = row is null ? null : Format(row.Version);
        grainState.RecordExists = row?.Payload is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.ETag = await PutAsync(stateName, grainId, grainState.ETag, serializer.Serialize(grainState.State).ToArray());
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Without an etag the caller has never seen the state: it means whatever is there now.
        if (grainState.ETag is null) await ReadStateAsync(stateName, grainId, grainState);
        if (grainState.ETag is not null) grainState.ETag = await PutAsync(stateName, grainId, grainState.ETag, payload: null);
        grainState.State = New<T>();
        grainState.RecordExists = false;
    }

    /// <summary>Writes the next version and returns its etag.</summary>
    private async Task<string> PutAsync(string stateName, GrainId grainId, string? etag, byte[]? payload)
    {
        try
        {
            if (string.IsNullOrEmpty(etag))
            {
                await database.WriteAsync(new Statement(Insert, [grainId.ToString(), stateName, payload]));
                return Format(1);
            }

            var version = long.Parse(etag, CultureInfo.InvariantCulture);
            await database.WriteAsync(new Statement(Update, [grainId.ToString(), stateName, version, payload], ExpectedRows: 1));
            return Format(version + 1);
        }
        catch (StoreConflictException error)
        {
            throw new InconsistentStateException($"{stateName} of {grainId} is no longer in version {etag ?? "none"}.", error);
        }
    }

    private T New<T>() => activators.GetActivator<T>().Create();

    private static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(long Version, byte[]? Payload);
}
