using Platform.Idempotency;

namespace Platform.Companions;

/// <summary>A message to a companion.</summary>
/// <param name="Id">A UUIDv7 that its sender has made: under it whoever sent it knows it again.</param>
/// <param name="Text">1 to 4,000 characters.</param>
/// <param name="Request">
/// The request that brings it, where that may be sent again: for 24 hours it gets the same answer, and the message is said once.
/// </param>
[GenerateSerializer, Immutable, Alias("platform.NewMessage")]
public sealed record NewMessage([property: Id(0)] string Id, [property: Id(1)] string Text, [property: Id(2)] RequestKey? Request = null);
