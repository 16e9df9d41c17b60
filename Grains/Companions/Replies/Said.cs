namespace Platform.Companions.Replies;

/// <summary>
/// The sentences that she said of late, so that none comes again within <see cref="Turns"/> of her messages. Two sentences are the same when
/// their letters are, whatever marks, capitals or emoji stand between them.
/// </summary>
internal sealed class Said
{
    public const int Turns = 20;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static readonly char[] Ascii =
        [.. Enumerable.Range(0, 128).Select(c => char.IsAsciiLetterOrDigit((char)c) ? char.ToLowerInvariant((char)c) : '\0')];

    // FNV-1a hashes: two different sentences that share one only cost a line that could have been said.
    private readonly HashSet<ulong> _sentences = [];

    public Said(IReadOnlyList<PastMessage> recent)
    {
        var turns = 0;
        for (var i = recent.Count - 1; i >= 0 && turns < Turns; i--)
        {
            if (recent[i].FromUser) continue;
            Add(recent[i].Content);
            turns++;
        }
    }

    public void Add(string text)
    {
        var rest = text.AsSpan();
        while (Next(ref rest) is not Basis and var sentence) _sentences.Add(sentence);
    }

    /// <summary>Whether no sentence of the text was said.</summary>
    public bool IsNew(string text)
    {
        var rest = text.AsSpan();
        while (Next(ref rest) is not Basis and var sentence)
        {
            if (_sentences.Contains(sentence)) return false;
        }

        return true;
    }

    /// <summary>Takes the first sentence off a text. Not an iterator: that would keep what changes with each letter on the heap.</summary>
    /// <returns>Its hash; <see cref="Basis"/>: there is none.</returns>
    private static ulong Next(ref ReadOnlySpan<char> rest)
    {
        var text = rest;
        var hash = Basis;
        for (var i = 0; i < text.Length; i++)
        {
            if (Letter(text[i]) is not '\0' and var letter)
            {
                hash = (hash ^ letter) * Prime;
            }
            else if (hash != Basis && Ends(text, i))
            {
                rest = text[i..];
                return hash;
            }
        }

        rest = default;
        return hash;
    }

    /// <summary>A letter, small, or a digit; else NUL. Twenty messages are read for each reply, nearly all of them in ASCII.</summary>
    private static char Letter(char c) =>
        c < Ascii.Length ? Ascii[c] : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '\0';

    /// <summary>Whether a sentence ends with this mark. An ellipsis before a small letter is only a pause.</summary>
    private static bool Ends(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        '.' or '!' or '?' => index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]),
        '…' => index + 2 < text.Length && text[index + 1] == ' ' && char.IsUpper(text[index + 2]),
        '\n' => true,
        _ => false,
    };
}
