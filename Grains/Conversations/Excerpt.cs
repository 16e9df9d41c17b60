namespace Platform.Conversations;

/// <summary>The beginnings of texts.</summary>
internal static class Excerpt
{
    /// <summary>The first characters, counted as people count them: a surrogate pair is one, and is never cut.</summary>
    public static string First(string text, int count)
    {
        // No text has more characters than UTF-16 units.
        if (text.Length <= count) return text;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count-- == 0) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    /// <summary>As <see cref="First"/>, with <c>...</c> where there was more.</summary>
    public static string Title(string text, int count) => First(text, count) is var first && first.Length < text.Length ? first + "..." : first;
}
