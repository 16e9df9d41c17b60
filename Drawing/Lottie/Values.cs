using System.Numerics;
using System.Text.Json;
using Platform.Drawing.Animations;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Lottie;

/// <summary>Properties of Lottie: values that stay, or keyframes. Numbers have two decimals, the handles of easings three.</summary>
internal static class Values
{
    public static Track<float> Still(float value) => new([new(0, value, Easing.Hold)]);

    public static void WriteValue(this Utf8JsonWriter json, string name, float value)
    {
        json.WriteStartObject(name);
        json.WriteNumber("a", 0);
        json.WriteNumber("k", Rounded(value));
        json.WriteEndObject();
    }

    public static void WriteValue(this Utf8JsonWriter json, string name, params ReadOnlySpan<float> values)
    {
        json.WriteStartObject(name);
        json.WriteNumber("a", 0);
        json.WritePropertyName("k");
        json.WriteArray(values);
        json.WriteEndObject();
    }

    /// <summary>A track whose values are multiplied and moved first; null stays at 0.</summary>
    public static void WriteTrack(this Utf8JsonWriter json, string name, Track<float>? track, float factor = 1, float offset = 0)
    {
        if (track is null || track.Keys.All(key => key.Value.Equals(track.Keys[0].Value)))
        {
            json.WriteValue(name, (track?.Keys[0].Value ?? 0) * factor + offset);
            return;
        }

        WriteKeys(json, name, track, value => json.WriteArray([value * factor + offset]), 1);
    }

    /// <summary>A scale, as percentages; null is 100 %.</summary>
    public static void WriteScale(this Utf8JsonWriter json, string name, Track<Point>? track)
    {
        if (track is null || track.Keys.All(key => key.Value == track.Keys[0].Value))
        {
            var (x, y) = track?.Keys[0].Value ?? new(1, 1);
            json.WriteValue(name, x * 100, y * 100, 100);
            return;
        }

        WriteKeys(json, name, track, value => json.WriteArray([value.X * 100, value.Y * 100, 100]), 3);
    }

    public static void WriteArray(this Utf8JsonWriter json, ReadOnlySpan<float> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteNumberValue(Rounded(value));
        json.WriteEndArray();
    }

    private static void WriteKeys<T>(Utf8JsonWriter json, string name, Track<T> track, Action<T> writeValue, int dimensions)
        where T : struct, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IMultiplyOperators<T, float, T>
    {
        json.WriteStartObject(name);
        json.WriteNumber("a", 1);
        json.WriteStartArray("k");
        for (var i = 0; i < track.Keys.Length; i++)
        {
            var (frame, value, ease) = track.Keys[i];
            json.WriteStartObject();
            json.WriteNumber("t", Rounded(frame));
            json.WritePropertyName("s");
            writeValue(value);
            if (i + 1 < track.Keys.Length) WriteEasing(json, ease, dimensions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEasing(Utf8JsonWriter json, Easing ease, int dimensions)
    {
        if (ease.IsHold)
        {
            json.WriteNumber("h", 1);
            return;
        }

        WriteHandle(json, "o", ease.X1, ease.Y1, dimensions);
        WriteHandle(json, "i", ease.X2, ease.Y2, dimensions);
    }

    private static void WriteHandle(Utf8JsonWriter json, string name, float x, float y, int dimensions)
    {
        json.WriteStartObject(name);
        WriteAxis("x", x);
        WriteAxis("y", y);
        json.WriteEndObject();

        void WriteAxis(string axis, float value)
        {
            json.WriteStartArray(axis);
            for (var i = 0; i < dimensions; i++) json.WriteNumberValue(Math.Round((decimal)value, 3));
            json.WriteEndArray();
        }
    }

    private static decimal Rounded(float value) => Math.Round((decimal)value, 2);
}
