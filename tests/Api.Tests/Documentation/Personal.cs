using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Platform.Api.Tests.Documentation;

/// <summary>What says something of a person, and has no place in a log.</summary>
internal static partial class Personal
{
    /// <summary>Shorter texts of requests, like a style, may be any word.</summary>
    private const int Telling = 8;

    /// <summary>A log has no address, token or name in it, of whomever, and none of these texts.</summary>
    /// <param name="examples">Requests that were sent. What people say and how they call things stands in them.</param>
    public static void IsNotIn(string log, IEnumerable<JsonNode?> examples)
    {
        foreach (var line in log.Split('\n'))
        {
            Assert.False(Email().IsMatch(line), $"An email: {line}");
            Assert.False(NetworkAddress().IsMatch(line), $"A network address: {line}");
            Assert.False(Token().IsMatch(line), $"A token: {line}");
            Assert.False(Username().IsMatch(line), $"A name: {line}");
        }

        var texts = examples.SelectMany(Texts).Where(text => text.Length >= Telling && text.Contains(' ', StringComparison.Ordinal)).Distinct();
        Assert.All(texts, text => Assert.False(log.Contains(text, StringComparison.OrdinalIgnoreCase), $"In the log: {text}"));
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Texts(field.Value)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b127\.0\.0\.1\b|::1\b")]
    private static partial Regex NetworkAddress();

    [GeneratedRegex(@"\beyJ[\w-]{10,}|whsec_")]
    private static partial Regex Token();

    /// <summary>As whoever tries the documents calls themselves.</summary>
    [GeneratedRegex(@"\bu[0-9a-f]{15}\b")]
    private static partial Regex Username();
}
