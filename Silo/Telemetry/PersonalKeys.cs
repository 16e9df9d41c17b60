using System.Text.RegularExpressions;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Actors whose key says who somebody is: an email, a name or a network address. The engine quotes keys in what it says of calls that found no
/// answer; this takes them out.
/// </summary>
internal static partial class PersonalKeys
{
    public static string Hidden(string text) => text.Contains('/', StringComparison.Ordinal) ? Key().Replace(text, "$1/…") : text;

    // Up to what ends a key in the engine's messages: names have no spaces.
    [GeneratedRegex(@"\b(accountdirectory|addressbudget|mailedcode|stranger)/[^\s\]\)""']+")]
    private static partial Regex Key();
}
