namespace Platform.Generation;

/// <summary>Tags of figures: <c>dimension:value</c>, as in <c>pose:standing</c>, or a word of the owner's own.</summary>
public static class FigureTags
{
    public const int MaxLength = 60;

    private static readonly Dictionary<string, string> Dimensions = new()
    {
        ["bg"] = "background",
        ["pose_type"] = "pose",
        ["camera_angle"] = "camera",
    };

    /// <summary>A dimension under its one name, whatever a client calls it.</summary>
    public static string Dimension(string name) => Dimensions.GetValueOrDefault(name, name);

    /// <summary>A tag as it is stored and searched: in lower case, trimmed, its dimension under its one name.</summary>
    public static string Normalize(string tag)
    {
        var text = tag.Trim().ToLowerInvariant();
        var colon = text.IndexOf(':');
        return colon < 0 ? text : $"{Dimension(text[..colon].Trim())}:{text[(colon + 1)..].Trim()}";
    }

    /// <summary>The tag of a filter.</summary>
    public static string Of(string dimension, string value) => Normalize($"{dimension}:{value}");
}
