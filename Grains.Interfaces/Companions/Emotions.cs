namespace Platform.Companions;

/// <summary>What a companion feels at one moment. Each value is in [0, 1].</summary>
[GenerateSerializer, Immutable, Alias("platform.Emotions")]
public sealed record Emotions(
    [property: Id(0)] double Loneliness,
    [property: Id(1)] double Excitement,
    [property: Id(2)] double Frustration,
    [property: Id(3)] double Jealousy,
    [property: Id(4)] double Affection);
