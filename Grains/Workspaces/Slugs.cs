using System.Globalization;
using System.Text;

namespace Platform.Workspaces;

/// <summary>What a workspace is called in addresses.</summary>
internal static class Slugs
{
    private const int MaxLength = 80;

    /// <summary>Beyond so many of one name nobody tries numbers one after another.</summary>
    private const int MaxCounted = 9;

    private const string Nameless = "workspace";

    /// <summary>
    /// A name in lower case, white space as <c>-</c>. Letters and digits of any script stay, other signs don't; a name of nothing else is
    /// <c>workspace</c>.
    /// </summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        var length = 0;
        foreach (var rune in name.ToLowerInvariant().EnumerateRunes())
        {
            var isGap = Rune.IsWhiteSpace(rune) || rune.Value == '-';
            if (isGap ? slug.Length == 0 || slug[^1] == '-' : !IsKept(rune)) continue;
            if (++length > MaxLength) break;
            slug.Append(isGap ? "-" : rune.ToString());
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length == 0 ? Nameless : text;
    }

    /// <summary>Those that a name may have, the first choice first; without an end.</summary>
    public static IEnumerable<string> Choices(string name, IdSource ids)
    {
        var slug = Of(name);
        yield return slug;
        for (var number = 2; number <= MaxCounted; number++) yield return string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        while (true) yield return $"{slug}-{ids.NextDigits(8)}";
    }

    private static bool IsKept(Rune rune) => rune.Value == '_' || Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
