using System.Collections.Frozen;

namespace Platform.Companions;

/// <summary>What a word does besides being kind or unkind.</summary>
[Flags]
internal enum Cue
{
    None = 0,

    /// <summary>A verdict ("lovely", "hate"): counts in full when aimed at the reader. Other words tell how the writer is.</summary>
    Judges = 1 << 0,
    Insult = 1 << 1,
    Boosts = 1 << 2,
    Softens = 1 << 3,
    Negates = 1 << 4,
    You = 1 << 5,
    Me = 1 << 6,
    Other = 1 << 7,
    Greets = 1 << 8,
    Parts = 1 << 9,
    Thanks = 1 << 10,
    Sorry = 1 << 11,
    Asks = 1 << 12,
    Helper = 1 << 13,
    Orders = 1 << 14,

    /// <summary>Asks how or who the reader is, with no need of "you".</summary>
    AsksHer = 1 << 15,

    /// <summary>The writer may harm themselves.</summary>
    Danger = 1 << 16,

    /// <summary>Somebody may need help within minutes.</summary>
    Emergency = 1 << 17,
    Loss = 1 << 18,
    Illness = 1 << 19,
    Lively = 1 << 20,

    /// <summary>A word of the grammar: says that a text is English, and is never its topic.</summary>
    Common = 1 << 21,
    Laughs = 1 << 22,
}

/// <summary>One entry. Mood is in [-1, 1]; gravity and rivalry are in [0, 1].</summary>
internal readonly record struct Entry(double Mood, double Gravity, double Rivalry, Cue Cues)
{
    public bool Has(Cue cue) => (Cues & cue) != 0;
}

/// <summary>The words, phrases, emoji and emoticons that a companion understands. Looked up by slices of the text, so nothing is copied.</summary>
internal static partial class Lexicon
{
    /// <summary>The longest phrase, in words.</summary>
    public const int MaxPhrase = 4;

    private const int MaxEmoticon = 3;

    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> Words =
        BuildWords().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> Signs =
        BuildSigns().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that begin a phrase: most do not, which saves looking for one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers =
        Words.Dictionary.Keys.Where(key => key.Contains(' ')).Select(key => key[..key.IndexOf(' ')])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Knows(ReadOnlySpan<char> key) => Words.ContainsKey(key);

    /// <summary>The entry of one key. Insults are found in the plural too.</summary>
    public static Entry Find(ReadOnlySpan<char> key) => Words.TryGetValue(key, out var entry)
        || (key is [_, .., 's'] && Words.TryGetValue(key[..^1], out entry) && entry.Has(Cue.Insult)) ? entry : default;

    /// <summary>The entry of the longest phrase that begins at a word, and how many words it takes: at least one.</summary>
    public static Entry Find(in Tokens tokens, int index, out int length)
    {
        var key = tokens.Key(index);
        if (Openers.Contains(key))
        {
            for (length = MaxPhrase; length > 1; length--)
            {
                if (Words.TryGetValue(tokens.Phrase(index, length), out var phrase))
                    return phrase;
            }
        }
        length = 1;
        return Find(key);
    }

    /// <summary>The entry of an emoji or emoticon; unknown ones mean nothing.</summary>
    public static Entry FindSign(ReadOnlySpan<char> sign) => Signs.TryGetValue(sign, out var entry) ? entry : default;

    /// <summary>How long the emoticon is that begins here; 0 when none does.</summary>
    public static int EmoticonLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not (':' or ';' or '=' or '<' or '>' or '^'))
            return 0;
        for (var length = Math.Min(MaxEmoticon, text.Length); length >= 2; length--)
        {
            if (Signs.ContainsKey(text[..length]) && (text.Length == length || !char.IsAsciiLetterOrDigit(text[length])))
                return length;
        }
        return 0;
    }

    private static Dictionary<string, Entry> BuildWords()
    {
        var words = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (mood, cues, text) in Moods)
            Add(words, text, new(mood, 0, 0, cues));
        foreach (var (gravity, mood, cues, text) in Grave)
            Add(words, text, new(mood, gravity, 0, cues));
        foreach (var (rivalry, text) in Rivals)
            Add(words, text, new(0, 0, rivalry, Cue.None));
        foreach (var (cues, text) in Roles)
            Add(words, text, new(0, 0, 0, cues));
        return words;
    }

    private static Dictionary<string, Entry> BuildSigns()
    {
        var signs = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (mood, gravity, cues, text) in Emoji)
            Add(signs, text, new(mood, gravity, 0, cues));
        return signs;
    }

    /// <summary>Entries stand between spaces; the words of a phrase are joined by underscores. One that stands in two rows gets both.</summary>
    private static void Add(Dictionary<string, Entry> entries, string text, Entry entry)
    {
        foreach (var item in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var key = item.Contains('_') && char.IsLetter(item[0]) ? item.Replace('_', ' ') : item;
            var old = entries.GetValueOrDefault(key);
            entries[key] = new(
                Mix(old.Mood, entry.Mood), Math.Max(old.Gravity, entry.Gravity), Math.Max(old.Rivalry, entry.Rivalry), old.Cues | entry.Cues);
        }
    }

    private static double Mix(double old, double added) => added == 0 ? old : added;
}
