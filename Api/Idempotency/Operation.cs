namespace Platform.Api.Idempotency;

/// <summary>
/// What a request is about to do. Handlers that create a thing take it as a parameter and create the thing under this id: a retry with the
/// same Idempotency-Key has the same id, also when the first try died after its effect and before its answer was kept.
/// </summary>
/// <param name="Id">A UUIDv7; a new one for each request without a key.</param>
public sealed record Operation(string Id)
{
    public static ValueTask<Operation?> BindAsync(HttpContext context) => ValueTask.FromResult<Operation?>(
        context.Features.Get<Operation>() ?? new Operation(context.RequestServices.GetRequiredService<IdSource>().Next()));
}
