using Platform.Api.Errors;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>Who asks: an account and one of its sessions, as the gate has admitted them. Handlers take it as a parameter.</summary>
public sealed record Caller(string AccountId, string SessionId)
{
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());

    /// <summary>The caller's own actor.</summary>
    public IUserGrain User(IGrainFactory grains) => grains.GetGrain<IUserGrain>(AccountId);

    /// <exception cref="RefusedException">It was deleted since the gate was passed.</exception>
    public async Task<Account> AccountAsync(IGrainFactory grains) => (await User(grains).GetAccount()).OrThrow();

    /// <summary>Ends the session that asks. Ended already, by another request at the same time: that is what was asked for.</summary>
    public Task LogOutAsync(IGrainFactory grains) => User(grains).EndSession(SessionId);
}
