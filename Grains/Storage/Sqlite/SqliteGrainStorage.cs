using System.Globalization;
using Dapper;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Platform.Storage.Sqlite;

/// <summary>
/// The state of grains in <c>grain_states</c>. The etag is the row's version as a decimal number. Whoever writes with a version that is not
/// the row's learns it by an <see cref="InconsistentStateException"/>: Orleans then drops the activation, and the next one reads anew.
/// Clearing removes the row, for its key may be an address; a new row starts at a random version, so that no etag of an earlier one fits.
/// </summary>
internal sealed class SqliteGrainStorage(
    Database database, IGrainStorageSerializer serializer, IActivatorProvider activators, IEntropy entropy) : IGrainStorage
{
    private const string Select = "SELECT version, payload FROM grain_states WHERE grain_id = @grain AND state_name = @stateName";

    /// <summary>Plain, so that the second of two first writers hits the primary key.</summary>
    private const string Insert = "INSERT INTO grain_states (grain_id, state_name, version, payload) VALUES ($1, $2, $3, $4)";

    private const string Update =
        "UPDATE grain_states SET version = version + 1, payload = $4 WHERE grain_id = $1 AND state_name = $2 AND version = $3";

    private const string Delete = "DELETE FROM grain_states WHERE grain_id = $1 AND state_name = $2 AND version = $3";

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
        var payload = serializer.Serialize(grainState.State).ToArray();
        if (string.IsNullOrEmpty(grainState.ETag))
        {
            var first = FirstVersion();
            await WriteAsync(stateName, grainId, grainState.ETag, new Statement(Insert, [grainId.ToString(), stateName, first, payload]));
            grainState.ETag = Format(first);
        }
        else
        {
            var version = Parse(grainState.ETag);
            await WriteAsync(
                stateName,
                grainId,
                grainState.ETag,
                new Statement(Update, [grainId.ToString(), stateName, version, payload], ExpectedRows: 1));
            grainState.ETag = Format(version + 1);
        }

        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // Without an etag the caller has never seen the state: it means whatever is there now.
        if (grainState.ETag is null) await ReadStateAsync(stateName, grainId, grainState);
        if (grainState.ETag is { } etag)
            await WriteAsync(stateName, grainId, etag, new Statement(Delete, [grainId.ToString(), stateName, Parse(etag)], ExpectedRows: 1));
        grainState.ETag = null;
        grainState.State = New<T>();
        grainState.RecordExists = false;
    }

    private async Task WriteAsync(string stateName, GrainId grainId, string? etag, Statement statement)
    {
        try
        {
            await database.WriteAsync(statement);
        }
        catch (StoreConflictException error)
        {
            throw new InconsistentStateException($"{stateName} of {grainId} is no longer in version {etag ?? "none"}.", error);
        }
    }

    /// <summary>Below 2^62, so that the versions that follow it have room.</summary>
    private long FirstVersion()
    {
        Span<byte> bytes = stackalloc byte[8];
        entropy.Fill(bytes);
        return BitConverter.ToInt64(bytes) & (long.MaxValue >> 1);
    }

    private T New<T>() => activators.GetActivator<T>().Create();

    private static long Parse(string etag) => long.Parse(etag, CultureInfo.InvariantCulture);

    private static string Format(long version) => version.ToString(CultureInfo.InvariantCulture);

    private sealed record Row(long Version, byte[]? Payload);
}
