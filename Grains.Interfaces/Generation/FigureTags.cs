namespace Platform.Generation;

/// <summary>Tags of figures: <c>dimension:value</c>, as in <c>pose:standing</c>, or a word of the owner's own.</summary>
public static class FigureTags
{
    public const int MaxLength = 60;

    private static readonly Dictionary<string, string> Dimensions = new()
    {
        ["age"] = "age_range",
        ["bg"] = "background",
        ["body"] = "body_type",
        ["camera_angle"] = "camera",
        ["gender"] = "gender_presentation",
        ["light"] = "lighting",
        ["outfit"] = "clothing",
        ["pose_type"] = "pose",
        ["region"] = "body_region",
    };

    /// <summary>A dimension under its one name, whatever a client calls it.</summary>
    public static string Dimension(string name) => Dimensions.GetValueOrDefault(name, name);

    /// <summary>A tag as it is stored and searched: in lower case, trimmed, its words joined, its dimension under its one name.</summary>
    public static string Normalize(string tag)
    {
        var text = tag.Trim().ToLowerInvariant().Replace(' ', '_');
        var colon = text.IndexOf(':');
        return colon < 0 ? text : $"{Dimension(text[..colon].Trim('_'))}:{text[(colon + 1)..].Trim('_')}";
    }

    /// <summary>The tag of a filter.</summary>
    public static string Of(string dimension, string value) => Normalize($"{dimension}:{value}");
}
