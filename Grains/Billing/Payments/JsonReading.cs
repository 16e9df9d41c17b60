using System.Text.Json;

namespace Platform.Billing.Payments;

/// <summary>Reads what may or may not be there: an element that is missing is one of no kind, and everything in it is missing too.</summary>
internal static class JsonReading
{
    public static JsonElement Find(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json)) return default;
        }

        return json;
    }

    public static string? Text(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The id of another object: Stripe gives the id alone, or the whole object where one asked for it.</summary>
    public static string? IdOf(this JsonElement json, string name) => json.Find(name) is var value && value.ValueKind == JsonValueKind.Object
        ? value.Text("id")
        : json.Text(name);

    public static long Number(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : 0;

    /// <summary>A moment in whole seconds since 1970.</summary>
    public static DateTimeOffset? Moment(this JsonElement json, string name) =>
        json.Number(name) is > 0 and < 253402300800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static IEnumerable<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    public static JsonElement First(this JsonElement json) => json.Items().FirstOrDefault();
}
