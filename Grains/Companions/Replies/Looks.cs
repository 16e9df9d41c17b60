namespace Platform.Companions.Replies;

/// <summary>Puts an appearance into words: <c>hair_color: Silver</c> becomes "my hair is silver".</summary>
internal static class Looks
{
    private const int MaxText = 40;
    private const int MostAtOnce = 3;

    private static readonly string[] BodyWords =
        ["hair", "eyes", "eye", "skin", "clothes", "outfit", "dress", "height", "glasses", "ears", "tail", "wings", "face", "smile"];

    /// <summary>The clause of the key that the text asks for ("your hair"); null when it asks for none.</summary>
    public static string? AskedFor(in Tokens tokens, IReadOnlyDictionary<string, string> appearance)
    {
        foreach (var (key, value) in appearance)
        {
            if (Subject(key) is { Length: > 0 } subject && MentionsYour(tokens, subject))
                return Clause(key, value);
        }
        return null;
    }

    /// <summary>Whether the text asks for a part of her that nobody described.</summary>
    public static bool AsksForUnknown(in Tokens tokens)
    {
        foreach (var word in BodyWords)
        {
            if (MentionsYour(tokens, word))
                return true;
        }
        return false;
    }

    /// <summary>The first few clauses as one: "my hair is silver, my eyes are green and I wear a cloak"; null for no appearance.</summary>
    public static string? All(IReadOnlyDictionary<string, string> appearance)
    {
        var clauses = appearance.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Clause(pair.Key, pair.Value))
            .OfType<string>().Take(MostAtOnce).ToList();
        return clauses.Count == 0 ? null : Join(clauses);
    }

    /// <summary>"a, b and c".</summary>
    public static string Join(List<string> items) => items.Count == 1
        ? items[0]
        : string.Concat(string.Join(", ", items[..^1]), " and ", items[^1]);

    private static string? Clause(string key, string value)
    {
        var subject = Plain.Clip(Subject(key), MaxText);
        value = Plain.Lower(Plain.Clip(value, MaxText)).TrimEnd('.', '!', '?', ',', ';', ' ');
        if (subject.Length == 0 || value.Length == 0 || value is "none" or "no" or "false")
            return null;
        if (value is "yes" or "true")
            return $"I have {subject}";
        return subject switch
        {
            "outfit" or "clothes" or "clothing" or "wear" or "dress" or "style" or "accessory" or "accessories" => $"I wear {value}",
            "eye" or "eyes" => $"my eyes are {value}",
            "species" or "race" or "gender" => $"my {subject} is {value}",
            _ when subject.EndsWith('s') && !subject.EndsWith("ss", StringComparison.Ordinal) => $"my {subject} are {value}",
            _ => $"my {subject} is {value}",
        };
    }

    /// <summary>What a key is about: <c>hair_color</c> is about hair, <c>outfit</c> about the outfit, <c>aura color</c> about the aura.</summary>
    private static string Subject(string key)
    {
        var words = key.Split(['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Length > 1 && words[^1].ToLowerInvariant() is "color" or "colour" or "style" or "type" or "length" or "tone" or "shape"
            ? words[..^1]
            : words;
        return string.Join(' ', kept).ToLowerInvariant();
    }

    private static bool MentionsYour(in Tokens tokens, string subject)
    {
        var noun = subject.AsSpan()[(subject.LastIndexOf(' ') + 1)..].TrimEnd('s');
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens.IsWord(i) && noun.Length > 0 && tokens.Key(i).TrimEnd('s').SequenceEqual(noun) && (tokens.Says("your") || tokens.Says("you")))
                return true;
        }
        return false;
    }
}
