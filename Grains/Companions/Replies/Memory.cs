using System.Buffers;

namespace Platform.Companions.Replies;

/// <summary>What the user told about themselves, as far as the recent messages go. Null where they told nothing.</summary>
/// <param name="Name">How they want to be called.</param>
/// <param name="Like">Something they like: "jazz", "rainy days".</param>
internal readonly record struct Memory(string? Name, string? Like)
{
    private const int MaxName = 20;
    private const int MaxLike = 30;

    private static readonly string[] Names = ["my name is ", "my name's ", "call me ", "i am called ", "i'm called ", "people call me "];
    private static readonly string[] Likes = ["i love ", "i like ", "i enjoy ", "i adore ", "i'm into ", "i really like ", "i really love "];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Names, .. Likes], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> AnyName = SearchValues.Create(Names, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> AnyLike = SearchValues.Create(Likes, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands in one message.</summary>
    public static Memory In(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Tokens.MaxCharacters)];
        // Most tell neither.
        return text.ContainsAny(Any) ? new(NameIn(text), LikeIn(text)) : default;
    }

    /// <summary>What the user's messages tell; the newest counts.</summary>
    public static Memory Of(IReadOnlyList<PastMessage> messages)
    {
        var memory = default(Memory);
        for (var i = messages.Count - 1; i >= 0 && (memory.Name is null || memory.Like is null); i--)
        {
            if (!messages[i].FromUser)
                continue;
            var told = In(messages[i].Content);
            memory = new(memory.Name ?? told.Name, memory.Like ?? told.Like);
        }
        return memory;
    }

    private static string? NameIn(ReadOnlySpan<char> text)
    {
        var rest = After(text, AnyName, Names);
        var end = 0;
        while (end < rest.Length && (char.IsLetter(rest[end]) || (rest[end] is '-' or '\'' && end + 1 < rest.Length && char.IsLetter(rest[end + 1]))))
            end++;
        if (end is < 2 or > MaxName || (end < rest.Length && char.IsSurrogate(rest[end])) || !Decent(rest[..end]) || IsNoName(rest[..end]))
            return null;
        return string.Concat([char.ToUpperInvariant(rest[0])], rest[1..end]);
    }

    /// <summary>One to three words that the lexicon thinks no ill of: "the beach", "rainy days".</summary>
    private static string? LikeIn(ReadOnlySpan<char> text)
    {
        var rest = After(text, AnyLike, Likes);
        var (end, words) = (0, 0);
        while (end < rest.Length && words < 3)
        {
            var next = end;
            while (next < rest.Length && (char.IsLetter(rest[next]) || rest[next] == '-'))
                next++;
            var word = rest[end..next];
            if (word.IsEmpty)
                break;
            var article = words == 0 && word is "the" or "a" or "an";
            if (word is "and" or "but" or "because" or "so" or "when" or "very" or "too" or "in" or "with" or "on" or "at")
                break;
            if (!article && (!Decent(word) || !char.IsAscii(word[0])))
                return null;
            words++;
            end = next;
            if (end >= rest.Length || rest[end] != ' ')
                break;
            end++;
        }
        rest = rest[..end].Trim(' ');
        return rest.Length is >= 3 and <= MaxLike && !(rest is "the" or "a" or "an") ? rest.ToString() : null;
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, SearchValues<string> any, string[] each)
    {
        var at = text.IndexOfAny(any);
        if (at < 0 || (at > 0 && char.IsLetter(text[at - 1])))
            return default;
        var longest = 0;
        foreach (var start in each)
        {
            if (start.Length > longest && text[at..].StartsWith(start, StringComparison.OrdinalIgnoreCase))
                longest = start.Length;
        }
        return text[(at + longest)..];
    }

    /// <summary>"Call me later" tells no name.</summary>
    private static bool IsNoName(ReadOnlySpan<char> word)
    {
        Span<char> key = stackalloc char[MaxName];
        return key[..word.ToLowerInvariant(key)] is "later" or "maybe" or "anytime" or "whatever" or "names" or "crazy" or "old" or "mad" or "out" or "by";
    }

    /// <summary>Neither rude nor grave, and no word of the grammar.</summary>
    private static bool Decent(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLike)
            return false;
        Span<char> key = stackalloc char[MaxLike];
        var length = word.ToLowerInvariant(key);
        var entry = Lexicon.Find(key[..length]);
        return entry.Gravity == 0 && entry.Mood > -0.45 && (entry.Cues & (Cue.Common | Cue.Insult | Cue.You | Cue.Parts)) == 0;
    }
}
