namespace Platform.Companions;

/// <summary>Who a companion is, as its owner made it. Shapes every reply.</summary>
/// <param name="Name">1 to 50 characters.</param>
/// <param name="Style">The drawing style, such as <c>anime</c>, <c>cyberpunk</c> or <c>fantasy</c>.</param>
/// <param name="Traits">Words such as <c>cheerful</c> or <c>curious</c>; free text, may be empty.</param>
/// <param name="VoiceTone">A word such as <c>friendly</c>; free text, may be null.</param>
/// <param name="Appearance">Free pairs such as <c>hair_color</c>: <c>Silver</c>; may be empty.</param>
[GenerateSerializer, Immutable, Alias("platform.Persona")]
public sealed record Persona(
    [property: Id(0)] string Name,
    [property: Id(1)] string Style,
    [property: Id(2)] IReadOnlyList<string> Traits,
    [property: Id(3)] string? VoiceTone,
    [property: Id(4)] IReadOnlyDictionary<string, string> Appearance);
