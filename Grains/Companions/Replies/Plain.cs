using System.Text;

namespace Platform.Companions.Replies;

/// <summary>Makes words that people wrote fit to stand inside a sentence.</summary>
internal static class Plain
{
    /// <summary>
    /// At most <paramref name="most"/> characters without line ends, controls, braces, lone surrogates or double spaces; cut at a whole rune.
    /// </summary>
    public static string Clip(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most && IsPlain(text))
            return text.ToString();
        var clipped = new StringBuilder(most);
        while (!text.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf16(text, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            text = text[used..];
            if (!valid || rune.Value is '{' or '}' || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)))
                continue;
            if (clipped.Length + rune.Utf16SequenceLength > most)
                break;
            if (!Rune.IsWhiteSpace(rune))
                clipped.Append(rune.ToString());
            else if (clipped.Length > 0 && clipped[^1] != ' ')
                clipped.Append(' ');
        }
        return clipped.ToString().TrimEnd();
    }

    /// <summary><paramref name="text"/> with its first letter a capital.</summary>
    public static string Capitalize(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
                return text;
            if (char.IsLetter(text[i]))
                return char.IsLower(text[i]) ? string.Concat(text.AsSpan(0, i), [char.ToUpperInvariant(text[i])], text.AsSpan(i + 1)) : text;
        }
        return text;
    }

    /// <summary>A value as it reads in the middle of a sentence: "Jade Green" becomes "jade green", "DJ coat" stays.</summary>
    public static string Lower(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var starts = i == 0 || text[i - 1] == ' ';
            if (char.IsUpper(text[i]) && (!starts || i + 1 == text.Length || !char.IsLower(text[i + 1])))
                return text;
        }
        return text.ToLowerInvariant();
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or '{' or '}' || c >= 0x7F)
                return false;
        }
        return !text.Contains("  ", StringComparison.Ordinal) && text.Trim().Length == text.Length;
    }
}
