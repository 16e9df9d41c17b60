using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Api.Errors;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Before anything else is done for a signed-in request, its user's actor is asked once: does the session still stand, and is there budget
/// left? So revocation works at once, not when a token expires, and the budget is exact across all front doors.
/// </summary>
internal sealed class Gate(RequestDelegate next, IGrainFactory grains, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SessionRequired>() is not null) await AdmitAsync(context);
        await next(context);
    }

    private async ValueTask AdmitAsync(HttpContext context)
    {
        // The middleware leaves only a success here; asking again tells why the token is no good.
        var authentication = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult ?? await context.AuthenticateAsync();
        var caller = Identify(context, authentication);
        var admission = await grains.GetGrain<IUserGrain>(caller.AccountId).Admit(caller.SessionId);
        switch (admission.Verdict)
        {
            case Verdict.SessionEnded:
                throw new ApiException(ApiError.SessionEnded);
            case Verdict.BudgetSpent:
                var wait = admission.ResetsAt - clock.GetUtcNow();
                throw new ApiException(new(429, "RATE_LIMITED", "Too many requests. Please slow down.", RetryAfter: wait));
        }

        context.Features.Set(caller);
    }

    private static Caller Identify(HttpContext context, AuthenticateResult result)
    {
        if (result.Principal is not { } principal)
        {
            throw new ApiException(result.Failure switch
            {
                null => ApiError.NotAuthenticated,
                SecurityTokenExpiredException => ApiError.TokenExpired,
                _ => ApiError.InvalidToken,
            });
        }

        // A token of one product is nothing to another.
        if (principal.FindFirst(JwtRegisteredClaimNames.Aud)?.Value != Product.Of(context)?.Id
            || principal.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is not { } accountId
            || principal.FindFirst(JwtRegisteredClaimNames.Sid)?.Value is not { } sessionId)
        {
            throw new ApiException(ApiError.InvalidToken);
        }

        return new Caller(accountId, sessionId);
    }
}

/// <summary>Marks endpoints that only a signed-in account may call.</summary>
internal sealed record SessionRequired;

internal static class GateExtensions
{
    private static readonly SessionRequired Marker = new();

    /// <summary>Only a signed-in account may call these; a handler finds it in a <see cref="Caller"/> parameter.</summary>
    public static TBuilder RequireSession<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(Marker);
}
