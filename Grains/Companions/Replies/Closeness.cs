namespace Platform.Companions.Replies;

/// <summary>How near the two are, and what that makes her call the user.</summary>
internal static class Closeness
{
    /// <summary>From here on she uses words for somebody dear.</summary>
    public const double Dear = 0.6;

    /// <summary>A bond of this much counts in full.</summary>
    private const double FullBond = 100;

    /// <summary>From 0 to 1, half from the bond and half from affection.</summary>
    public static double Of(ReplyRequest request) =>
        (0.5 * Math.Clamp(request.Bond / FullBond, 0, 1)) + (0.5 * Math.Clamp(request.Emotions.Affection, 0, 1));

    public static string[] Endearments(Manner manner) =>
        (manner & Manner.Formal) != 0 ? ["my friend", "dear friend"]
        : (manner & Manner.Tsundere) != 0 ? ["dummy", "silly"]
        : (manner & Manner.Romantic) != 0 ? ["my dear", "love", "starlight", "my heart"]
        : (manner & Manner.Sarcastic) != 0 ? ["genius", "superstar", "champ"]
        : (manner & (Manner.Cheerful | Manner.Energetic)) != 0 ? ["sunshine", "bestie", "superstar"]
        : (manner & (Manner.Playful | Manner.Mischievous)) != 0 ? ["partner", "troublemaker", "captain"]
        : (manner & Manner.Brave) != 0 ? ["captain", "champion"]
        : (manner & Manner.Nerdy) != 0 ? ["fellow explorer", "favourite human"]
        : ["dear", "my friend", "my dear"];
}

/// <summary>Says lengths of time the way people do.</summary>
internal static class Silences
{
    /// <summary>Shorter ones are no silence worth a word.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromHours(6);

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    /// <summary>"seven hours", "two days", "almost a year"; null when too short to mention.</summary>
    public static string? InWords(TimeSpan silence) => silence.TotalDays switch
    {
        _ when silence < Shortest => null,
        < 0.8 => Numbers[(int)silence.TotalHours] + " hours",
        < 1.5 => "a whole day",
        < 6.5 => Numbers[(int)Math.Round(silence.TotalDays)] + " days",
        < 11 => "a whole week",
        < 26 => Numbers[(int)Math.Round(silence.TotalDays / 7)] + " weeks",
        < 46 => "a whole month",
        < 300 => Numbers[(int)Math.Round(silence.TotalDays / 30.4)] + " months",
        < 365 => "almost a year",
        _ => "more than a year",
    };
}
