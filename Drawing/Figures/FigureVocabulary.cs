using System.Collections.Immutable;

namespace Platform.Drawing.Figures;

/// <summary>The words that filters and tags of figures are made of: dimensions and the values of each.</summary>
public static class FigureVocabulary
{
    /// <summary>Every dimension with its values, the default first. All make tags but <c>aspect_ratio</c> and <c>format</c>.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Values { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["body_type"] = ["average", "slim", "athletic", "curvy", "heavyset"],
        ["pose"] = ["standing", "sitting", "action", "reclining", "gesture", "crouching", "jumping", "running", "lying", "foreshortened"],
        ["camera"] = ["eye_level", "low_angle", "high_angle", "dutch_angle", "profile", "front", "side", "back", "top_down", "isometric"],
        ["lighting"] = ["studio", "natural", "dramatic", "rim", "soft", "flat", "chiaroscuro", "high_key", "low_key"],
        ["clothing"] = ["casual", "formal", "athletic", "minimal", "traditional", "sport", "fantasy", "robe", "armor", "sci-fi", "anon"],
        ["background"] = ["simple", "studio", "outdoor", "abstract", "architectural", "minimal", "plain_color", "gradient"],
        ["ethnicity"] = ["diverse", "african", "asian", "caucasian", "hispanic", "middle_eastern", "south_asian"],
        ["age_range"] = ["adult", "young_adult", "middle_aged", "elderly"],
        ["gender_presentation"] = ["androgynous", "masculine", "feminine"],
        ["body_region"] = ["full_body", "torso", "head", "hands", "feet"],
        ["style"] = ["realistic", "comic", "anime", "silhouette", "line_art", "low_poly"],
        ["theme"] = ["sport", "ballet", "fantasy", "martial_arts", "daily_life"],
        ["aspect_ratio"] = ["portrait", "square", "landscape", "wide", "tall"],
        ["format"] = ["jpeg", "png"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The dimension that a filter's key means, or null.</summary>
    public static string? DimensionOf(string key)
    {
        var name = key.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        return Values.ContainsKey(name) ? name : null;
    }

    /// <summary>The dimension's value that is meant, whatever its case and however its words are joined, or null.</summary>
    public static string? ValueOf(string dimension, string? value)
    {
        if (value is null || value.Length > 40 || !Values.TryGetValue(dimension, out var values)) return null;
        var plain = Plain(value);
        if (dimension == "format" && plain == "jpg") return "jpeg";
        if (dimension == "clothing" && plain == "armour") return "armor";
        return values.FirstOrDefault(known => Plain(known) == plain);
    }

    private static string Plain(string value) => new([.. value.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
