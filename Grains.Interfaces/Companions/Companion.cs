namespace Platform.Companions;

/// <summary>A companion at one moment.</summary>
/// <param name="AvatarUrl">An http(s) address or a data URI, or null.</param>
/// <param name="Emotion">The strongest feeling as a word: neutral, happy, sad, excited or tired.</param>
/// <param name="CurrentMood">How she is disposed: chatty, neutral, happy, sad, excited, lonely or grumpy.</param>
[GenerateSerializer, Immutable, Alias("platform.Companion")]
public sealed record Companion(
    [property: Id(0)] string Id,
    [property: Id(1)] string OwnerId,
    [property: Id(2)] Persona Persona,
    [property: Id(3)] string? AvatarUrl,
    [property: Id(4)] Stats Stats,
    [property: Id(5)] Emotions Emotions,
    [property: Id(6)] string Emotion,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt,
    [property: Id(9)] string CurrentMood);

/// <summary>How a companion is, in whole numbers.</summary>
/// <param name="Energy">0 to 100.</param>
/// <param name="Mood">0 to 100.</param>
/// <param name="Bond">From 0 upward without a ceiling.</param>
[GenerateSerializer, Immutable, Alias("platform.Stats")]
public sealed record Stats([property: Id(0)] int Energy, [property: Id(1)] int Mood, [property: Id(2)] long Bond)
{
    /// <summary>By how much these are more than others.</summary>
    public Stats Minus(Stats others) => new(Energy - others.Energy, Mood - others.Mood, Bond - others.Bond);
}

/// <summary>What a new companion is made of.</summary>
/// <param name="Autonomy">When she may write first; null: never, until she is told.</param>
[GenerateSerializer, Immutable, Alias("platform.NewCompanion")]
public sealed record NewCompanion(
    [property: Id(0)] Persona Persona, [property: Id(1)] string? AvatarUrl, [property: Id(2)] AutonomySettings? Autonomy = null);

/// <summary>What to change of a companion: null leaves a part as it is.</summary>
/// <param name="AvatarUrl">The new avatar; an empty text takes the avatar away.</param>
[GenerateSerializer, Immutable, Alias("platform.CompanionChange")]
public sealed record CompanionChange(
    [property: Id(0)] string? Name = null,
    [property: Id(1)] string? Style = null,
    [property: Id(2)] IReadOnlyDictionary<string, string>? Appearance = null,
    [property: Id(3)] IReadOnlyList<string>? Traits = null,
    [property: Id(4)] string? VoiceTone = null,
    [property: Id(5)] string? AvatarUrl = null);
