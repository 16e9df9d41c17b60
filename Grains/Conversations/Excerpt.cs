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

    /// <summary>Some characters around a part of a text, with <c>…</c> where there is more.</summary>
    public static string Around(string text, Range part, int length)
    {
        if (text.Length <= length) return text;
        var middle = (part.Start.Value + part.End.Value) / 2;
        var start = Whole(text, Math.Clamp(Math.Min(middle - (length / 2), part.Start.Value), 0, text.Length - length));
        var end = Whole(text, start + length);
        return $"{(start > 0 ? "…" : "")}{text[start..end].Trim()}{(end < text.Length ? "…" : "")}";
    }

    /// <summary>Never between the two halves of a character.</summary>
    private static int Whole(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
