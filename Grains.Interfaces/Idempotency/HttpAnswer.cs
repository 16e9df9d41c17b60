namespace Platform.Idempotency;

/// <summary>An answer as it is sent again. Stored sealed, in the serializer's format: its ids outlive a release.</summary>
/// <param name="Location">The header of that name, or null.</param>
[GenerateSerializer, Immutable, Alias("platform.HttpAnswer")]
public sealed record HttpAnswer(
    [property: Id(0)] int Status,
    [property: Id(1)] string? ContentType,
    [property: Id(2)] string? Location,
    [property: Id(3)] byte[] Body);
