namespace Platform.Generation;

/// <summary>Who sees a picture.</summary>
public enum Visibility
{
    /// <summary>Its owner alone.</summary>
    Private,

    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Its owner alone, until an admin has looked at what somebody has reported.</summary>
    Reported,
}

/// <summary>A picture of a figure.</summary>
/// <param name="Id">Rises with time.</param>
/// <param name="OwnerId">The account that it belongs to.</param>
/// <param name="Parameters">What was asked for, as JSON.</param>
/// <param name="File">A key of the blob store, as <paramref name="Thumbnail"/> is.</param>
/// <param name="IsFavorite">Of whoever asks.</param>
[GenerateSerializer, Immutable, Alias("platform.Figure")]
public sealed record Figure(
    [property: Id(0)] string Id,
    [property: Id(1)] string JobId,
    [property: Id(2)] string OwnerId,
    [property: Id(3)] Visibility Visibility,
    [property: Id(4)] string Prompt,
    [property: Id(5)] string Parameters,
    [property: Id(6)] string Model,
    [property: Id(7)] IReadOnlyList<string> Tags,
    [property: Id(8)] string File,
    [property: Id(9)] string Thumbnail,
    [property: Id(10)] int Width,
    [property: Id(11)] int Height,
    [property: Id(12)] long Seed,
    [property: Id(13)] DateTimeOffset CreatedAt,
    [property: Id(14)] bool IsFavorite = false)
{
    public bool IsPublic => Visibility != Visibility.Private;
}

/// <summary>Which pictures, the newest first.</summary>
/// <param name="Tags">All of them must match.</param>
/// <param name="Before">Only those that come after this one in the list; null: from the beginning.</param>
[GenerateSerializer, Immutable, Alias("platform.FigureQuery")]
public sealed record FigureQuery(
    [property: Id(0)] IReadOnlyList<string> Tags, [property: Id(1)] int Offset, [property: Id(2)] int Count, [property: Id(3)] string? Before = null)
{
    /// <summary>As many tags as a search takes.</summary>
    public const int MaxTags = 10;
}

/// <param name="Total">How many there are in all; from 10,000 on it is not counted further.</param>
[GenerateSerializer, Immutable, Alias("platform.FigurePage")]
public sealed record FigurePage([property: Id(0)] IReadOnlyList<Figure> Items, [property: Id(1)] long Total);

/// <summary>What is to be changed of a picture; null: stays.</summary>
[GenerateSerializer, Immutable, Alias("platform.FigureChange")]
public sealed record FigureChange([property: Id(0)] IReadOnlyList<string>? Tags, [property: Id(1)] bool? IsPublic);

[GenerateSerializer, Immutable, Alias("platform.FigureReport")]
public sealed record FigureReport([property: Id(0)] string Reason, [property: Id(1)] string Details);

[GenerateSerializer, Immutable, Alias("platform.ReportedFigure")]
public sealed record ReportedFigure([property: Id(0)] Figure Figure, [property: Id(1)] IReadOnlyList<FigureReport> Reports);

[GenerateSerializer, Immutable, Alias("platform.ReportedFigures")]
public sealed record ReportedFigures([property: Id(0)] IReadOnlyList<ReportedFigure> Items);
