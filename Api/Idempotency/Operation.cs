using Platform.Idempotency;

namespace Platform.Api.Idempotency;

/// <summary>
/// What a request is about to do. Handlers that create a thing take it as a parameter and create the thing under this id: a retry with the
/// same Idempotency-Key has the same id, also when the first try died after its effect and before its answer was kept.
/// </summary>
/// <param name="Id">A UUIDv7; a new one for each request without a key, or with one that the actor keeps.</param>
/// <param name="Request">The request, where it has a key and its actor keeps those: see <see cref="RequestsKept"/>.</param>
public sealed record Operation(string Id, RequestKey? Request = null)
{
    public static ValueTask<Operation?> BindAsync(HttpContext context) => ValueTask.FromResult<Operation?>(
        context.Features.Get<Operation>() ?? new Operation(NewId(context)));

    internal static string NewId(HttpContext context) => context.RequestServices.GetRequiredService<IdSource>().Next();
}
