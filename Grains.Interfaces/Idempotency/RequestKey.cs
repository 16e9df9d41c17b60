namespace Platform.Idempotency;

/// <summary>
/// Names a request that may be sent again, for actors who keep themselves what came of it. It tells nothing of what was sent to anybody who
/// doesn't hold the client's key.
/// </summary>
/// <param name="Name">Another for another account, route or client's key.</param>
/// <param name="Fingerprint">Another for another body.</param>
[GenerateSerializer, Immutable, Alias("platform.RequestKey")]
public sealed record RequestKey([property: Id(0)] Guid Name, [property: Id(1)] Guid Fingerprint);
