namespace Platform.Generation;

/// <summary>
/// One request for portraits of a companion; the key is the id of the request. Nothing is stored: whoever asks keeps the one they like. A
/// request whose silo dies is begun again by the next call.
/// </summary>
[Alias("platform.IPortraitsGrain")]
public interface IPortraitsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Draws them, or goes on waiting for them, for at most ten seconds; an answer without pictures is to be asked again.
    /// <see cref="RefusalKind.NotPossibleNow"/>: they will not be drawn; <see cref="RefusalKind.Busy"/>: not now.
    /// </summary>
    [Alias("Draw")]
    Task<Outcome<Portraits>> Draw(PortraitOrder order);
}

/// <param name="Style">A word of the contract's: <c>anime</c>, <c>cyberpunk</c>, <c>fantasy</c>.</param>
/// <param name="Appearance">What the face, the hair and the clothes are like, each in words.</param>
[GenerateSerializer, Immutable, Alias("platform.PortraitOrder")]
public sealed record PortraitOrder([property: Id(0)] string Style, [property: Id(1)] IReadOnlyDictionary<string, string> Appearance);

/// <param name="Pictures">Four of them, PNG; none: they are not done yet.</param>
[GenerateSerializer, Immutable, Alias("platform.Portraits")]
public sealed record Portraits([property: Id(0)] IReadOnlyList<byte[]> Pictures);
