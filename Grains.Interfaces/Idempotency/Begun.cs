namespace Platform.Idempotency;

/// <summary>What is to be done with a request.</summary>
public enum BeginVerdict
{
    /// <summary>It runs, under <see cref="Begun.Lease"/>.</summary>
    Proceed,

    /// <summary>It has run: <see cref="Begun.Answer"/> is sent again.</summary>
    Replay,

    /// <summary>A twin is running.</summary>
    InFlight,

    /// <summary>The key belongs to another request.</summary>
    AnotherRequest,
}

/// <summary>The answer to a request that begins.</summary>
/// <param name="Answer">As it was given to <see cref="IIdempotentRequestGrain.Complete"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.Begun")]
public sealed record Begun(
    [property: Id(0)] BeginVerdict Verdict,
    [property: Id(1)] Lease? Lease = null,
    [property: Id(2)] byte[]? Answer = null);

/// <summary>The right to run a request.</summary>
/// <param name="OperationId">A UUIDv7, the same for every run of the request: what is created under it is created once.</param>
/// <param name="Until">When another run may start although this one has not ended.</param>
[GenerateSerializer, Immutable, Alias("platform.Lease")]
public sealed record Lease([property: Id(0)] string OperationId, [property: Id(1)] DateTimeOffset Until);
