using System.Globalization;
using System.Text;

namespace Platform.Conversations.Search;

/// <param name="Text">As it is compared: without case.</param>
/// <param name="Start">Where it begins in its text.</param>
/// <param name="Length">How much of the text it is, in UTF-16 units.</param>
internal readonly record struct Word(string Text, int Start, int Length);

/// <summary>
/// The words of texts, the same for what is said and for what is looked for, and on every database. A word is a run of letters and digits;
/// in scripts that put no spaces between words each letter is one, and so is each symbol, such as an emoji.
/// </summary>
internal static class Words
{
    /// <summary>What of a word is compared.</summary>
    private const int MaxLength = 64;

    public static List<Word> Of(string text)
    {
        var words = new List<Word>();
        Span<char> folded = stackalloc char[MaxLength];
        var (start, length, position) = (-1, 0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var (isWord, isAlone) = Kind(rune);
            if (start >= 0 && (!isWord || isAlone)) End(words, folded);
            if (isWord)
            {
                if (start < 0) start = position;
                if (length + rune.Utf16SequenceLength <= MaxLength) length += Fold(rune).EncodeToUtf16(folded[length..]);
            }

            position += rune.Utf16SequenceLength;
            if (isAlone) End(words, folded);
        }

        if (start >= 0) End(words, folded);
        return words;

        void End(List<Word> found, Span<char> text)
        {
            found.Add(new(new string(text[..length]), start, position - start));
            (start, length) = (-1, 0);
        }
    }

    private static (bool IsWord, bool IsAlone) Kind(Rune rune)
    {
        if (rune.IsAscii) return (Rune.IsLetterOrDigit(rune), false);
        if (HasNoSpaces(rune.Value)) return (true, true);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherSymbol => (true, true),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => (true, false),
            _ => (Rune.IsLetterOrDigit(rune), false),
        };
    }

    /// <summary>Thai, Lao, Myanmar, Khmer, the Japanese kana, and the Chinese characters.</summary>
    private static bool HasNoSpaces(int rune) => rune is
        (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3041 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>Up and down again: some letters have two small forms.</summary>
    private static Rune Fold(Rune rune) => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
}
