using System.Globalization;
using System.Text;

namespace Platform.Drawing.Prompts;

/// <summary>
/// The words of a prompt, whatever it holds: lower case without accents; each emoji a word of its own; every other sign is a pause,
/// written as <see cref="Pause"/>.
/// </summary>
public static class PromptWords
{
    public const string Pause = ",";

    // What lies further in than this says nothing more about one small character.
    private const int Longest = 20_000;

    public static List<string> Of(string prompt)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in prompt.AsSpan(0, Math.Min(prompt.Length, Longest)).EnumerateRunes())
        {
            // A byte order, a joiner or a selector of an emoji's look belongs to what is before it.
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) continue;
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '#' && word.Length == 0)
            {
                Fold(rune, word);
                continue;
            }

            if (rune.Value is '\'' or '’') continue;
            End();
            if (rune.Value is '-' or '_' or '/' or '&' || Rune.IsWhiteSpace(rune)) continue;
            // Skin tones follow an emoji and are none.
            if (rune.Value is >= 0x1F3FB and <= 0x1F3FF) continue;
            words.Add(rune.Value >= 0x2190 && category is UnicodeCategory.OtherSymbol ? rune.ToString() : Pause);
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>A word as it may stand in a table: itself, then what it may be the plural of.</summary>
    public static IEnumerable<string> Singulars(string word)
    {
        yield return word;
        if (word.Length < 4 || word[^1] != 's') yield break;
        yield return word[..^1];
        if (word.EndsWith("ies", StringComparison.Ordinal)) yield return word[..^3] + "y";
        if (word.EndsWith("ves", StringComparison.Ordinal)) yield return word[..^3] + "f";
        if (word.EndsWith("es", StringComparison.Ordinal)) yield return word[..^2];
    }

    private static void Fold(Rune rune, StringBuilder word)
    {
        var lower = Rune.ToLowerInvariant(rune);
        _ = lower.Value switch
        {
            'ä' or 'æ' => word.Append("ae"),
            'ö' or 'œ' => word.Append("oe"),
            'ü' => word.Append("ue"),
            'ß' => word.Append("ss"),
            'á' or 'à' or 'â' or 'ã' or 'å' => word.Append('a'),
            'é' or 'è' or 'ê' or 'ë' => word.Append('e'),
            'í' or 'ì' or 'î' or 'ï' => word.Append('i'),
            'ó' or 'ò' or 'ô' or 'õ' => word.Append('o'),
            'ú' or 'ù' or 'û' => word.Append('u'),
            'ñ' => word.Append('n'),
            'ç' => word.Append('c'),
            _ => word.Append(lower),
        };
    }
}
