using System.Text;

namespace Platform.Companions.Replies;

/// <summary>
/// Turns what the user said about themselves around: "I went home to my cat" becomes "you went home to your cat". Only plain clauses of a few
/// words are turned; of anything else there is no reflection, since a wrong one is worse than none.
/// </summary>
internal static class Mirror
{
    private const int MaxWords = 8;

    /// <summary>The reflected clause without an ending mark, or null.</summary>
    public static string? Reflect(in Tokens tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsWord(i) && OpensClause(tokens, i) && Turn(tokens, i) is { } reflected)
                return reflected;
        }
        return null;
    }

    private static bool OpensClause(in Tokens tokens, int index) =>
        tokens.Key(index) is "i" or "i'm" or "im" or "i've" or "i'll" or "my"
        && (!tokens.IsWord(index - 1) || tokens.Key(index - 1) is "and" or "but" or "so" or "because" or "well" or "today" or "then")
        && !(index > 0 && tokens.Key(index - 1) is "because" && tokens.Key(index) is "my");

    private static string? Turn(in Tokens tokens, int start)
    {
        var end = End(tokens, start);
        var count = end - start;
        var mine = tokens.Key(start) is "my";
        // Where a sentence asks, it states nothing: "I wonder, am I late?" or "my fault?".
        if (count > MaxWords || count < (mine || tokens.Key(start) is "i" ? 3 : 2) || (end < tokens.Count && tokens.Text(end).Contains('?')))
            return null;
        if (Dangling(tokens.Key(end - 1)) || (count <= 3 && tokens.Key(start + 1) is "think" or "guess" or "mean" or "know" or "said" or "wonder"))
            return null;
        var text = new StringBuilder(64);
        var stated = !mine;
        for (var i = start; i < end; i++)
        {
            var entry = Lexicon.Find(tokens, i, out _);
            if (entry.Gravity >= 0.3 || entry.Has(Cue.Insult) || entry.Mood <= -0.8 || entry.Has(Cue.AsksHer) || !char.IsAscii(tokens.Text(i)[0]))
                return null;
            stated |= i > start && States(tokens.Key(i));
            var word = Other(tokens, i, start, last: i == end - 1);
            if (word is null || text.Length > 60)
                return null;
            if (text.Length > 0)
                text.Append(' ');
            if (word.Length > 0)
                text.Append(word);
            else if (tokens[i].Caps && tokens[i].Length > 3)
                text.Append(tokens.Key(i));
            else
                text.Append(tokens.Text(i));
        }
        return stated ? text.ToString() : null;
    }

    /// <summary>Where the clause ends: at a mark or emoji, or where another clause begins.</summary>
    private static int End(in Tokens tokens, int start)
    {
        for (var i = start; i < tokens.Count; i++)
        {
            if (!tokens.IsWord(i))
                return i;
            if (i > start + 2 && tokens.Key(i) is "because" or "but" or "while" or "although" or "since" or "if" or "lol" or "haha")
                return i;
            if (i > start + 2 && tokens.Key(i) is "and" or "so" && tokens.IsWord(i + 1)
                && Lexicon.Find(tokens.Key(i + 1)).Has(Cue.Me | Cue.Other | Cue.You))
            {
                return i;
            }
        }
        return tokens.Count;
    }

    /// <summary>The other word; empty to keep the word as it is; null when the clause cannot be turned.</summary>
    private static string? Other(in Tokens tokens, int index, int start, bool last) => tokens.Key(index) switch
    {
        "i" => "you",
        "i'm" or "im" => "you're",
        "i've" => "you've",
        "i'll" => "you'll",
        "i'd" => "you'd",
        "me" => "you",
        "my" => "your",
        "mine" => "yours",
        "myself" => "yourself",
        "am" => "are",
        "was" when index > start && tokens.Key(index - 1) is "i" => "were",
        "wasn't" when index > start && tokens.Key(index - 1) is "i" => "weren't",
        "your" => "my",
        "you" when last && index > start + 1 => "me",
        "you" or "u" or "yours" or "yourself" or "you're" or "you've" or "we" or "us" or "our" or "we're" or "what" or "why" or "how" => null,
        _ => "",
    };

    private static bool Dangling(ReadOnlySpan<char> key) => key is "it" or "this" or "that" or "them" or "to" or "the" or "a" or "an" or "for"
        or "of" or "with" or "and" or "my" or "at" or "in" or "just" or "so" or "very" or "than" or "am" or "is" or "i" or "about" or "like";

    /// <summary>Verbs that make "my …" a whole sentence.</summary>
    private static bool States(ReadOnlySpan<char> key) => key is "is" or "was" or "are" or "were" or "has" or "had" or "got" or "keeps" or "said"
        or "says" or "told" or "made" or "makes" or "wants" or "loves" or "likes" or "went" or "came" or "needs" or "will" or "can" or "isn't"
        or "wasn't" or "doesn't" or "didn't" or "left" or "started" or "looks" or "feels" or "gave" or "asked" or "called" or "moved"
        or "plays" or "works" or "lives" or "won" or "bought" or "broke" or "thinks";
}
