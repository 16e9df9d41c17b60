namespace Platform.Companions;

/// <summary>
/// Reads what a message does to a companion, from its words, marks and emoji alone. Pure: one text, one appraisal. English words are
/// understood; of another language only the marks and the emoji are.
/// </summary>
internal static class Appraiser
{
    /// <summary>Never throws, whatever the text; all values are in the ranges that <see cref="Appraisal"/> names.</summary>
    public static Appraisal Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;
        var length = Math.Min(text.Length, Tokens.MaxCharacters);
        Span<Token> tokens = stackalloc Token[Math.Min(length, Tokens.MaxTokens)];
        Span<char> keys = stackalloc char[length * 2];
        return Reading.Of(Tokens.Cut(text, tokens, keys)).Appraisal;
    }
}
