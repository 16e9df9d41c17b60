namespace Platform.Api.Security;

/// <summary>Who asks: an account and one of its sessions, as the gate has admitted them. Handlers take it as a parameter.</summary>
public sealed record Caller(string AccountId, string SessionId)
{
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
