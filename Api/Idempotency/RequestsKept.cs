namespace Platform.Api.Idempotency;

/// <summary>
/// Marks routes whose actor keeps what came of a request, in the same commit as its effect. That costs next to nothing, where the general
/// way costs two more commits.
/// </summary>
internal sealed record RequestsKept
{
    public static readonly RequestsKept Marker = new();
}

internal static class RequestsKeptExtensions
{
    /// <summary>The handler gives the actor <see cref="Operation.Request"/>.</summary>
    public static RouteHandlerBuilder KeepsRequests(this RouteHandlerBuilder route) => route.WithMetadata(RequestsKept.Marker);
}
