using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Companions;

/// <summary>What one token of a text is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters and digits, with apostrophes between letters.</summary>
    Word,

    /// <summary>A run of punctuation, or a line end.</summary>
    Mark,

    /// <summary>One emoji, or an emoticon such as <c>:)</c>.</summary>
    Emoji,
}

/// <summary>
/// One token: where it stands in the text, and where its key stands among the keys. A word of two or more letters that are all capitals is
/// <c>Caps</c>; one with a letter drawn out, as in <c>sooo</c>, is <c>Stretched</c>.
/// </summary>
internal readonly record struct Token(
    TokenKind Kind, ushort Start, ushort Length, ushort KeyStart, ushort KeyLength, bool Caps = false, bool Stretched = false);

/// <summary>
/// A text cut into words, marks and emoji, without a copy of the text. Each word also has a key: lower case, straight
/// apostrophes and no drawn-out letters. Keys stand one space apart, so that a phrase of several words is one slice of them.
/// </summary>
internal readonly ref struct Tokens
{
    /// <summary>Characters and tokens beyond these are not read; a message of 4,000 characters of prose fits in both.</summary>
    public const int MaxCharacters = 4_096;
    public const int MaxTokens = 1_024;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<char> _keys;
    private readonly ReadOnlySpan<Token> _tokens;

    private Tokens(ReadOnlySpan<char> text, ReadOnlySpan<char> keys, ReadOnlySpan<Token> tokens)
    {
        _text = text;
        _keys = keys;
        _tokens = tokens;
    }

    public int Count => _tokens.Length;

    public Token this[int index] => _tokens[index];

    /// <summary>The token as it was written.</summary>
    public ReadOnlySpan<char> Text(int index) => _text.Slice(_tokens[index].Start, _tokens[index].Length);

    /// <summary>The token's key; empty unless it is a word.</summary>
    public ReadOnlySpan<char> Key(int index) => _keys.Slice(_tokens[index].KeyStart, _tokens[index].KeyLength);

    /// <summary>The keys of <paramref name="words"/> tokens on end, or nothing when they are not all words.</summary>
    public ReadOnlySpan<char> Phrase(int index, int words)
    {
        if (index + words > Count)
            return default;
        for (var i = index; i < index + words; i++)
        {
            if (_tokens[i].Kind != TokenKind.Word)
                return default;
        }
        var start = _tokens[index].KeyStart;
        var last = _tokens[index + words - 1];
        return _keys[start..(last.KeyStart + last.KeyLength)];
    }

    /// <summary>Whether the words of <paramref name="phrase"/>, in lower case, stand somewhere in a row.</summary>
    public bool Says(ReadOnlySpan<char> phrase)
    {
        for (var from = 0; _keys[from..].IndexOf(phrase) is >= 0 and var at; from += at + 1)
        {
            var end = from + at + phrase.Length;
            if ((from + at == 0 || _keys[from + at - 1] == ' ') && _keys[end] == ' ')
                return true;
        }
        return false;
    }

    public bool IsWord(int index) => index >= 0 && index < Count && _tokens[index].Kind == TokenKind.Word;

    /// <summary>Cuts a text, using the caller's buffers: as many tokens as the text has characters, and twice as many keys.</summary>
    public static Tokens Cut(ReadOnlySpan<char> text, Span<Token> tokens, Span<char> keys)
    {
        text = text[..Math.Min(text.Length, MaxCharacters)];
        var (count, used) = (0, 0);
        for (var at = 0; at < text.Length && count < tokens.Length;)
        {
            var kind = KindAt(text, at, out var length);
            if (kind is not { } known)
            {
                at += length;
                continue;
            }
            var keyLength = 0;
            var (caps, stretched) = (false, false);
            if (known == TokenKind.Word)
            {
                length = WordLength(text[at..]);
                keyLength = WriteKey(text.Slice(at, length), keys[used..], out caps, out stretched);
            }
            else if (known == TokenKind.Mark && Lexicon.EmoticonLength(text[at..]) is > 0 and var emoticon)
            {
                (known, length) = (TokenKind.Emoji, emoticon);
            }
            else if (known == TokenKind.Mark)
            {
                while (at + length < text.Length && KindAt(text, at + length, out var more) == TokenKind.Mark
                    && Lexicon.EmoticonLength(text[(at + length)..]) == 0)
                {
                    length += more;
                }
            }
            tokens[count++] = new Token(known, (ushort)at, (ushort)length, (ushort)used, (ushort)keyLength, caps, stretched);
            if (keyLength > 0)
            {
                used += keyLength;
                keys[used++] = ' ';
            }
            at += length;
        }
        return new Tokens(text, keys[..used], tokens[..count]);
    }

    /// <summary>What starts here; null for spaces, joiners, and halves of a pair.</summary>
    private static TokenKind? KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        var c = text[at];
        length = 1;
        if (char.IsAsciiLetterOrDigit(c))
            return TokenKind.Word;
        if (c == '\n')
            return TokenKind.Mark;
        if (c <= ' ' || char.IsWhiteSpace(c))
            return null;
        if (c < 0x80)
            return TokenKind.Mark;
        if (Rune.DecodeFromUtf16(text[at..], out var rune, out length) != OperationStatus.Done)
            return null;
        return Rune.GetUnicodeCategory(rune) switch
        {
            <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark => TokenKind.Word,
            UnicodeCategory.OtherSymbol => TokenKind.Emoji,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol => null,
            _ => TokenKind.Mark,
        };
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiLetterOrDigit(c))
                at++;
            else if (c is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))
                at++;
            else if (c >= 0x80 && Rune.DecodeFromUtf16(text[at..], out var rune, out var length) == OperationStatus.Done && GoesOn(rune))
                at += length;
            else
                break;
        }
        return Math.Max(at, 1);
    }

    private static bool GoesOn(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int WriteKey(ReadOnlySpan<char> word, Span<char> key, out bool caps, out bool stretched)
    {
        caps = word.Length >= 2;
        stretched = false;
        var run = 1;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            caps &= char.IsUpper(c);
            key[i] = c == '’' ? '\'' : char.ToLowerInvariant(c);
            run = i > 0 && key[i] == key[i - 1] ? run + 1 : 1;
            stretched |= run == 3 && char.IsLetter(c);
        }
        if (!stretched)
            return word.Length;
        var twice = Squeeze(key, word.Length, 2);
        return Lexicon.Knows(key[..twice]) ? twice : Squeeze(key, twice, 1);
    }

    /// <summary>Shortens every run of one letter to at most <paramref name="most"/>, in place.</summary>
    private static int Squeeze(Span<char> key, int length, int most)
    {
        var (to, run) = (0, 0);
        for (var i = 0; i < length; i++)
        {
            run = to > 0 && key[i] == key[to - 1] ? run + 1 : 1;
            if (run <= most)
                key[to++] = key[i];
        }
        return to;
    }
}
