using Microsoft.ML.Tokenizers;

namespace Platform.Conversations;

/// <summary>Counts tokens as current models do (o200k_base), for engines that don't say how many they used.</summary>
internal sealed class TokenCounter
{
    /// <summary>
    /// The most that is cut into tokens at once. The time for a text without a space grows with the square of its length: ten thousand Chinese
    /// characters in one piece take a second.
    /// </summary>
    private const int MaxPiece = 512;

    // The vocabulary takes a second to load and forty megabytes to hold: not before it is needed, and not in an actor's turn.
    private readonly Lazy<Task<Tokenizer>> _tokenizer =
        new(() => Task.Run<Tokenizer>(() => TiktokenTokenizer.CreateForEncoding("o200k_base")));

    public async ValueTask<long> CountAsync(string text)
    {
        var tokenizer = await _tokenizer.Value;
        var count = 0L;
        for (var start = 0; start < text.Length;)
        {
            var length = PieceAt(text.AsSpan(start));
            count += tokenizer.CountTokens(text.AsSpan(start, length));
            start += length;
        }

        return count;
    }

    /// <summary>
    /// The length of the next piece. No token reaches over the end of a word, so pieces that end there have the count of the whole; a longer
    /// run without a space is cut anywhere, which makes a token more or less.
    /// </summary>
    private static int PieceAt(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= MaxPiece) return rest.Length;
        for (var end = MaxPiece; end > 0; end--)
        {
            if (rest[end] == ' ' && !char.IsWhiteSpace(rest[end - 1])) return end;
        }

        return char.IsHighSurrogate(rest[MaxPiece - 1]) ? MaxPiece - 1 : MaxPiece;
    }
}
