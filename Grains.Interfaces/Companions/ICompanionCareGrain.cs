using Orleans.Concurrency;

namespace Platform.Companions;

/// <summary>Looking after a companion; the key is its id. The same actor as <see cref="ICompanionGrain"/>.</summary>
[Alias("platform.ICompanionCareGrain")]
public interface ICompanionCareGrain : IGrainWithStringKey
{
    /// <summary>
    /// Does the companion good, or refuses with <see cref="RefusalKind.CoolingDown"/> and the time until which the same can't be done again.
    /// </summary>
    /// <param name="id">What this is done under: whoever repeats it is told again what it did.</param>
    [Alias("Care")]
    Task<Outcome<CareResult>> Care(string ownerId, CareAction action, string id);

    /// <summary>The last care of each kind. Interleaves: it shows what was last saved.</summary>
    [Alias("CareTaken"), AlwaysInterleave]
    Task<Outcome<CareTaken>> CareTaken(string ownerId);
}

/// <summary>What can be done for a companion. The numbers are stored: never reuse one.</summary>
public enum CareAction
{
    Feed = 0,
    Play = 1,
    Hairstyle = 2,
    Selfie = 3,
    Accessory = 4,
}

/// <summary>Care of one kind that a companion was given.</summary>
/// <param name="Count">How often so far, this time included.</param>
/// <param name="LastId">What the last time was done under.</param>
/// <param name="LastAt">The last time.</param>
/// <param name="Until">When the same can be done again.</param>
[GenerateSerializer, Immutable, Alias("platform.CareGiven")]
public sealed record CareGiven(
    [property: Id(0)] CareAction Action,
    [property: Id(1)] long Count,
    [property: Id(2)] string LastId,
    [property: Id(3)] DateTimeOffset LastAt,
    [property: Id(4)] DateTimeOffset Until);

/// <summary>All care that a companion was given.</summary>
/// <param name="Given">One for each kind that there was.</param>
[GenerateSerializer, Immutable, Alias("platform.CareTaken")]
public sealed record CareTaken([property: Id(0)] IReadOnlyList<CareGiven> Given);

/// <summary>The care, and the companion after it.</summary>
[GenerateSerializer, Immutable, Alias("platform.CareResult")]
public sealed record CareResult([property: Id(0)] CareGiven Given, [property: Id(1)] Companion Companion);
