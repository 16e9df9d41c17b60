namespace Platform.Api.Errors;

/// <summary>A "no" of its grain that whoever calls a route must reckon with.</summary>
/// <param name="Message">The sentence, where the grain has one of its own.</param>
/// <param name="Field">The field that is to blame, where one is.</param>
internal sealed record DeclaredRefusal(RefusalKind Kind, string? Message = null, string? Field = null)
{
    /// <summary>The account was deleted since its session was looked at.</summary>
    public static readonly DeclaredRefusal NoAccount = new(RefusalKind.NotFound, "No such account.");
}

/// <summary>Routes name the refusals of their grain call; what follows from a session or a body is known without that.</summary>
internal static class DeclaredRefusals
{
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params RefusalKind[] kinds) =>
        route.WithMetadata([.. kinds.Select(kind => new DeclaredRefusal(kind))]);

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, RefusalKind kind, string message) =>
        route.Refuses(new DeclaredRefusal(kind, message));

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, DeclaredRefusal refusal) => route.WithMetadata(refusal);

    /// <summary>Another account may hold these names.</summary>
    public static RouteHandlerBuilder RefusesTaken(this RouteHandlerBuilder route, params string[] fields) =>
        route.WithMetadata([.. fields.Select(field => new DeclaredRefusal(RefusalKind.Taken, Field: field))]);
}
