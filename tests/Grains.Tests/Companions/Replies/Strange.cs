using FsCheck;
using FsCheck.Fluent;

namespace Platform.Tests.Companions.Replies;

/// <summary>A text that no polite keyboard writes.</summary>
public sealed record StrangeText(string Value);

/// <summary>Makes texts of emoji, broken surrogates, right-to-left words, braces, spaces and plain phrases.</summary>
public static class Strange
{
    private static readonly string[] Pieces =
    [
        "\ud83d", "\ude00", "😀", "👩‍👩‍👧", "❤️", "مرحبا", "שלום", "日本語", "Привет", "\u202e", "\u0301", "\0", "\r\n", "\t", "  ",
        "{topic}", "{", "}", "{,you}",
        "my name is ", "Ana", "i love ", "I am", "my dog", "?", "!", "...", "very", "not", "you", "your hair", "hate", "stupid", "𝓗𝓲",
        "ß", "ŉ", "’", "'",
        "call me ", "İ", "I went to the", "died", "my", "<3", ":(", "and", ",", " ", " ", " ",
    ];

    public static Arbitrary<StrangeText> Texts() =>
        Gen.Elements(Pieces).ListOf().Select(pieces => new StrangeText(string.Concat(pieces))).ToArbitrary();
}
