namespace Platform.Companions.Replies;

/// <summary>How a persona sounds: which lines it uses, how loud it is, and how much it says.</summary>
/// <param name="Manner">All of its ways of speaking.</param>
/// <param name="IsLow">Whether it is too sad or tired to be loud.</param>
internal readonly record struct Voice(Manner Manner, bool IsLow)
{
    private const Manner Loud = Manner.Cheerful | Manner.Energetic | Manner.Playful | Manner.Brave;
    private const Manner Hushed = Manner.Calm | Manner.Shy | Manner.Gloomy | Manner.Formal | Manner.Wise | Manner.Mysterious;

    /// <summary>Short forms and their long ones, in the order in which they must be replaced.</summary>
    private static readonly (string Short, string Long)[] Contractions =
    [
        ("can't", "cannot"), ("Can't", "Cannot"), ("won't", "will not"), ("Won't", "Will not"), ("let's", "let us"), ("Let's", "Let us"),
        ("I'm", "I am"), ("n't ", " not "), ("n't.", " not."), ("n't,", " not,"), ("it's", "it is"), ("It's", "It is"), ("hat's", "hat is"),
        ("here's", "here is"), ("ow's", "ow is"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"), ("'d ", " would "),
    ];

    private static readonly string[] Inversions = ["n't you", "n't I", "n't it", "n't that", "n't we", "n't they"];

    public static Voice Of(Persona persona, string emotion)
    {
        var manner = Manners.In(persona.VoiceTone);
        for (var i = 0; i < persona.Traits.Count; i++)
            manner |= Manners.In(persona.Traits[i]);
        return new(manner, emotion is "sad" or "tired");
    }

    /// <summary>A loud trait wins over a quiet one.</summary>
    public bool IsLoud => (Manner & Loud) != 0 && (Manner & Manner.Formal) == 0 && !IsLow;

    public bool IsHushed => ((Manner & Hushed) != 0 || IsLow) && !IsLoud;

    /// <summary>The chance that something beyond the answer is added.</summary>
    public double Talkativeness => IsLoud || (Manner & (Manner.Curious | Manner.Romantic | Manner.Nerdy)) != 0 ? 0.65 : IsHushed ? 0.4 : 0.5;

    public double EmojiChance(double energy) => (Manner & Manner.Formal) != 0 ? 0
        : (IsLoud ? 0.45 : IsHushed ? 0.08 : 0.22) + (0.2 * energy);

    /// <summary>Gives one part of a reply this voice's punctuation and forms; a gentle one is never loud.</summary>
    public string Shape(string part, bool gentle, ref Dice dice)
    {
        if ((Manner & Manner.Formal) != 0 && part.Contains('\''))
            part = Expand(part);
        if ((gentle || IsHushed) && part.Contains('!'))
            part = part.Replace("?!", "?").Replace('!', '.');
        if (IsLoud && !gentle && part.EndsWith('.') && !part.EndsWith("..", StringComparison.Ordinal) && dice.Chance(0.4))
            part = string.Concat(part.AsSpan(0, part.Length - 1), "!");
        return part;
    }

    private static string Expand(string part)
    {
        foreach (var inversion in Inversions)
        {
            if (part.Contains(inversion, StringComparison.Ordinal))
                return part;
        }
        foreach (var (shortForm, longForm) in Contractions)
            part = part.Replace(shortForm, longForm, StringComparison.Ordinal);
        return part;
    }
}
