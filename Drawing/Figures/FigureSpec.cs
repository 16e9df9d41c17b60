using System.Collections.Immutable;

namespace Platform.Drawing.Figures;

/// <summary>What is wanted of a figure, in words of <see cref="FigureVocabulary"/>. What is null is left to the artist.</summary>
public sealed record FigureSpec
{
    public string? BodyType { get; init; }

    public string? Pose { get; init; }

    public string? Camera { get; init; }

    public string? Lighting { get; init; }

    public string? Clothing { get; init; }

    public string? Background { get; init; }

    public string? Ethnicity { get; init; }

    public string? AgeRange { get; init; }

    public string? GenderPresentation { get; init; }

    public string? BodyRegion { get; init; }

    public string? Style { get; init; }

    public string? Theme { get; init; }

    /// <summary>Null: portrait, 3:4.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Null: jpeg.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// Reads filters and a prompt. Filters win; the prompt's words fill what they leave open; what is not in the vocabulary is not set.
    /// Any text
    /// gives a spec.
    /// </summary>
    public static FigureSpec Read(IReadOnlyDictionary<string, string> filters, string? prompt)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, text) in filters.OrderBy(filter => filter.Key, StringComparer.Ordinal))
        {
            if (key.Length > 40 || FigureVocabulary.DimensionOf(key) is not { } dimension) continue;
            if (FigureVocabulary.ValueOf(dimension, text) is { } value) values.TryAdd(dimension, value);
        }

        foreach (var (dimension, value) in FigureWords.Of(prompt)) values.TryAdd(dimension, value);
        return new FigureSpec
        {
            BodyType = values.GetValueOrDefault("body_type"),
            Pose = values.GetValueOrDefault("pose"),
            Camera = values.GetValueOrDefault("camera"),
            Lighting = values.GetValueOrDefault("lighting"),
            Clothing = values.GetValueOrDefault("clothing"),
            Background = values.GetValueOrDefault("background"),
            Ethnicity = values.GetValueOrDefault("ethnicity"),
            AgeRange = values.GetValueOrDefault("age_range"),
            GenderPresentation = values.GetValueOrDefault("gender_presentation"),
            BodyRegion = values.GetValueOrDefault("body_region"),
            Style = values.GetValueOrDefault("style"),
            Theme = values.GetValueOrDefault("theme"),
            AspectRatio = values.GetValueOrDefault("aspect_ratio"),
            Format = values.GetValueOrDefault("format"),
        };
    }

    /// <summary>The figure's tags, <c>dimension:value</c>: all that was asked for, and the pose and the region, which every figure
    /// has.</summary>
    public ImmutableArray<string> Tags()
    {
        (string Dimension, string? Value)[] all =
        [
            ("body_type", BodyType), ("pose", Pose ?? PoseOfTheme), ("camera", Camera), ("lighting", Lighting), ("clothing", Clothing),
                ("background", Background),
            ("ethnicity", Ethnicity), ("age_range", AgeRange), ("gender_presentation", GenderPresentation),
                ("body_region", BodyRegion ?? "full_body"),
            ("style", Style), ("theme", Theme),
        ];
        return [.. all.Where(tag => tag.Value is not null).Select(tag => $"{tag.Dimension}:{tag.Value}")];
    }

    // A theme chooses among several poses by chance, but for these it is the same kind.
    private string? PoseOfTheme => Theme switch
    {
        null or "daily_life" => "standing",
        "martial_arts" or "sport" => "action",
        _ => "gesture",
    };
}
