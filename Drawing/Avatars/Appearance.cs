using Platform.Drawing.Colors;
using Platform.Drawing.Figures;
using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>What a person looks like, as far as the words about it say; the rest is chosen by the words themselves, so that it stays the
/// same.</summary>
internal sealed record Appearance
{
    public SKColor Hair { get; init; }

    /// <summary>The colour of the hair's ends.</summary>
    public SKColor HairEnds { get; init; }

    public SKColor Eyes { get; init; }

    public SKColor Skin { get; init; }

    public SKColor Outfit { get; init; }

    /// <summary>Null: each take has its own.</summary>
    public string? HairStyle { get; init; }

    public bool Glasses { get; init; }

    public bool Earrings { get; init; }

    public bool Headphones { get; init; }

    public bool Hat { get; init; }

    public bool Scarf { get; init; }

    public bool Masculine { get; init; }

    public bool Elderly { get; init; }

    public bool Beard { get; init; }

    /// <summary>happy, neutral, sad, angry, surprised or smirk; null: each take has its own.</summary>
    public string? Mood { get; init; }

    /// <summary>Reads free text by its keys. Unknown keys and words are passed over.</summary>
    public static Appearance Read(IReadOnlyDictionary<string, string> words, string style)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, text) in words.OrderBy(word => word.Key, StringComparer.Ordinal))
        {
            var name = key.Length > 40 ? "" : key.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
            if (name.Length > 0) texts.TryAdd(name, text.Length > 300 ? text[..300].ToLowerInvariant() : text.ToLowerInvariant());
        }

        string? Of(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (texts.TryGetValue(key, out var text)) return text;
            }

            return null;
        }

        var dice = new Dice(style.Aggregate(7L, (sum, letter) => sum * 31 + letter));
        var hair = ColorWords.All(Of("hair_color", "hair_colour", "hair"));
        var first = hair.Length > 0 ? Color(hair[0]) : SKColor.Parse(dice.Of(HairColors(style)));
        var about = string.Join(' ', Of("accessories", "accessory", "extras"), Of("features", "details", "facial_hair"));
        var gender = Of("gender", "sex", "gender_presentation") ?? "";
        return new Appearance
        {
            Hair = first,
            HairEnds = hair.Length > 1 ? Color(hair[1]) : first,
            Eyes = Named(Of("eye_color", "eye_colour", "eyes")) ?? SKColor.Parse(style == "cyberpunk" ? "#3FE0E8" : style == "fantasy"
                ? "#4FA36B" : "#5B7FD9"),
            Skin = Named(Of("skin_tone", "skin_color", "skin_colour", "skin")) ?? SKColor.Parse(dice.Of(["#F4D2BC", "#E9BC9A", "#C98F68"])),
            Outfit = Named(Of("outfit_color", "outfit_colour", "outfit", "clothing_color", "clothing",
                "clothes")) ?? SKColor.Parse(style switch
                {
                    "cyberpunk" => "#2C3348",
                    "fantasy" => "#3F6B52",
                    _ => "#3E5C94",
                }),
            HairStyle = Cut(Of("hair_style", "hairstyle", "haircut", "hair_length") ?? Of("hair")),
            Glasses = Has(about, "glass", "spectacle", "goggle"),
            Earrings = Has(about, "earring", "ear ring", "jewel"),
            Headphones = Has(about, "headphone", "headset"),
            Hat = Has(about, "hat", "cap", "beanie", "crown"),
            Scarf = Has(about, "scarf"),
            Beard = Has(about, "beard", "moustache", "mustache"),
            Masculine = gender.StartsWith('m') || gender is "boy" or "man" or "he" or "guy",
            Elderly = Has(Of("age", "age_range") ?? "", "old", "elder", "senior", "6", "7", "8"),
            Mood = MoodOf(Of("mood", "expression", "emotion")),
        };
    }

    private static string[] HairColors(string style) => style switch
    {
        "cyberpunk" => ["#7B3FE0", "#1F2230", "#D9D9E8"],
        "fantasy" => ["#D9B56A", "#7A4326", "#C9CCD6"],
        _ => ["#3A2B33", "#C9793F", "#5067A8"],
    };

    private static string? Cut(string? text)
    {
        if (text is null) return null;
        (string Style, string[] Words)[] cuts =
        [
            ("bald", ["bald", "shaved", "no hair"]), ("twin tails", ["twin", "pigtail"]), ("ponytail", ["pony", "tied"]),
                ("braid", ["braid", "plait"]), ("bob", ["bob", "medium", "shoulder"]),
            ("curly", ["curl", "afro", "wavy", "coil"]), ("spiky", ["spik", "mohawk", "punk"]),
                ("short", ["short", "crop", "pixie", "buzz", "undercut"]), ("long", ["long", "straight", "flow"]),
        ];
        return cuts.FirstOrDefault(cut => Has(text, cut.Words)).Style;
    }

    private static string? MoodOf(string? text)
    {
        if (text is null) return null;
        (string Mood, string[] Words)[] moods =
        [
            ("happy", ["happy", "joy", "cheer", "smil", "excited", "friendly", "playful"]),
                ("sad", ["sad", "melanch", "tear", "lonely", "tired"]), ("angry", ["ang", "fierce", "mad", "stern", "furious"]),
            ("surprised", ["surpris", "shock", "amaz"]), ("smirk", ["smirk", "confident", "sly", "cool", "mischie"]),
                ("neutral", ["neutral", "calm", "serious", "stoic", "serene"]),
        ];
        return moods.FirstOrDefault(mood => Has(text, mood.Words)).Mood;
    }

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static SKColor? Named(string? text) => ColorWords.First(text) is { } color ? Color(color) : null;

    private static SKColor Color(Scenes.Rgba color) => new(color.R, color.G, color.B);
}
