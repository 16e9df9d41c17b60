namespace Platform.Idempotency;

/// <summary>What is kept of a request that may be sent again.</summary>
/// <param name="AccountId">Empty: nobody's.</param>
/// <param name="LeasedUntil">Until then no other run starts. Meaningless once there is an answer.</param>
/// <param name="Answer">Sealed, or null as long as there is none.</param>
internal sealed record IdempotentRequest(
    string AccountId,
    string OperationId,
    byte[] Fingerprint,
    DateTimeOffset LeasedUntil,
    byte[]? Answer,
    DateTimeOffset ExpiresAt)
{
    public Lease Lease => new(OperationId, LeasedUntil);
}
