using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>Finds what a message is about, as a noun phrase that fits into a sentence: "your new job", "the beach", "Paris".</summary>
internal static class Topic
{
    private const int MaxLength = 40;

    /// <summary>The topic as she would say it, or null.</summary>
    public static string? Find(in Tokens tokens) =>
        Determined(tokens) ?? Named(tokens) ?? Loose(tokens);

    /// <summary>The first known subject, such as music or food.</summary>
    public static Subject Subject(in Tokens tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.IsWord(i) && Subjects.ByWord.TryGetValue(tokens.Key(i), out var subject))
                return subject;
        }
        return Phrases.Subject.None;
    }

    /// <summary>"my dog", "the football match"; "a new phone" becomes "that new phone", unless somebody asks about one.</summary>
    private static string? Determined(in Tokens tokens)
    {
        string? found = null;
        var asks = tokens.Count > 0 && tokens.Text(tokens.Count - 1).Contains('?');
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (!tokens.IsWord(i) || tokens.Key(i) is not ("my" or "the" or "a" or "an" or "your") || IsPlace(tokens, i))
                continue;
            var last = WithOf(tokens, Head(tokens, i + 1));
            if (last < 0)
                continue;
            var article = tokens.Key(i) switch { "my" => "your", "your" => "my", "the" => "the", _ when !asks => "that", "an" => "an", _ => "a" };
            var phrase = Join(tokens, article, i + 1, last);
            if (phrase is not null && tokens.Key(i) is "my")
                return phrase;
            found ??= phrase;
        }
        return found;
    }

    /// <summary>"on the street" says where, not what.</summary>
    private static bool IsPlace(in Tokens tokens, int index) =>
        tokens.Key(index) is "the" && tokens.IsWord(index - 1) && tokens.Key(index - 1) is "on" or "in" or "at" or "from";

    /// <summary>Takes in what follows "of": "the capital of France".</summary>
    private static int WithOf(in Tokens tokens, int last)
    {
        if (last < 0 || !tokens.IsWord(last + 1) || tokens.Key(last + 1) is not "of" || !tokens.IsWord(last + 2))
            return last;
        var noun = tokens.Key(last + 2) is "the" ? last + 3 : last + 2;
        return tokens.IsWord(noun) && IsThing(tokens.Key(noun)) ? noun : last;
    }

    /// <summary>Where the noun phrase that begins here ends; -1 when none begins here.</summary>
    private static int Head(in Tokens tokens, int index)
    {
        var at = index;
        while (tokens.IsWord(at) && Describes(tokens.Key(at)))
            at++;
        if (!tokens.IsWord(at) || !IsThing(tokens.Key(at)))
            return -1;
        // Two unknown words in a row are one thing only where the phrase surely ends after them: "the football match."
        if (!tokens.IsWord(at + 1) || !IsThing(tokens.Key(at + 1)))
            return at;
        // "My sister sings" and "my guitar lessons" look alike; the first word alone is right in both.
        var next = tokens.Key(at + 1);
        if (next[^1] == 's')
            return at;
        var ends = !tokens.IsWord(at + 2) || tokens.Key(at + 2) is "with" or "and" or "but" or "in" or "at" or "on" or "for" or "today" or "is" or "was";
        return ends && next[^1] is not ('d' or 't') && !next.EndsWith("ing") && !next.EndsWith("ly") ? at + 1 : -1;
    }

    /// <summary>Names inside a sentence: "I moved to New York".</summary>
    private static string? Named(in Tokens tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!IsName(tokens, i) || !tokens.IsWord(i - 1) || tokens.Key(i - 1) is "is" or "am" or "i'm" or "me" or "name's")
                continue;
            var last = i;
            while (last < i + 2 && last + 1 < tokens.Count && IsName(tokens, last + 1))
                last++;
            return Join(tokens, "", i, last);
        }
        return null;
    }

    private static bool IsName(in Tokens tokens, int index) => tokens.IsWord(index) && !tokens[index].Caps && tokens[index].Length > 2
        && char.IsAsciiLetterUpper(tokens.Text(index)[0]) && !Lexicon.Knows(tokens.Key(index));

    /// <summary>"I love hiking", "talk about pizza": one unknown word after a verb or preposition that takes a thing.</summary>
    private static string? Loose(in Tokens tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens.IsWord(i) && tokens.IsWord(i - 1) && IsThing(tokens.Key(i)) && tokens.Key(i - 1) is "about" or "love" or "like" or "enjoy" or "into"
                or "play" or "playing" or "eating" or "ate" or "eat" or "drink" or "drinking" or "reading" or "watching" or "watched" or "bought"
                or "study" or "studying" or "learn" or "learning" or "of" or "some" or "cooked" or "cooking" or "baked"
                && (!tokens.IsWord(i + 1) || !IsThing(tokens.Key(i + 1))))
            {
                return Join(tokens, "", i, i);
            }
        }
        return null;
    }

    private static bool Describes(ReadOnlySpan<char> key) => key is "new" or "old" or "little" or "big" or "small" or "whole" or "long" or "first"
        or "last" or "next" or "young" or "red" or "blue" or "black" or "white" or "green" or "favorite" or "favourite" or "best" or "good" or "nice"
        or "great" or "beautiful" or "older" or "younger" or "final" or "huge" or "tiny" or "fancy" or "really" or "very";

    /// <summary>A word that can be the thing itself: no word of the grammar, no greeting, nothing grave, nothing rude.</summary>
    private static bool IsThing(ReadOnlySpan<char> key)
    {
        if (key.Length < 3 || !char.IsAsciiLetter(key[0]) || key.EndsWith("ed") || key.EndsWith("ly"))
            return false;
        var entry = Lexicon.Find(key);
        return entry.Gravity < 0.3 && entry.Mood > -0.35 && (entry.Cues & ~Cue.Lively) == Cue.None
            && key is not ("week" or "year" or "month" or "while" or "couple" or "kind" or "sort" or "rest" or "same" or "own" or "hour" or "moment"
                or "past" or "future" or "point" or "name" or "chance" or "pleasure" or "bunch" or "few" or "minute" or "days" or "hours" or "end"
                or "favourite" or "reason" or "truth" or "question" or "answer" or "called" or "ate" or "sleep" or "person" or "human" or "life");
    }

    private static string? Join(in Tokens tokens, string article, int first, int last)
    {
        var phrase = article;
        for (var i = first; i <= last; i++)
        {
            var word = tokens[i].Caps && tokens[i].Length > 4 ? tokens.Key(i) : tokens.Text(i);
            phrase = phrase.Length == 0 ? word.ToString() : string.Concat(phrase, " ", word);
        }
        return phrase.Length <= MaxLength ? phrase : null;
    }
}
