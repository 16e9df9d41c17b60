using System.Globalization;
using Platform.Api.Errors;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Before anything else is done for a signed-in request, its user's actor is asked once: does the session still stand, and is there budget
/// left? So revocation works at once, not when a token expires, and the budget is exact across all front doors.
/// </summary>
internal sealed class Gate(RequestDelegate next, IGrainFactory grains, AccessTokens tokens, TimeProvider clock)
{
    private const string Scheme = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SessionRequired>() is not null) await AdmitAsync(context);
        await next(context);
    }

    private async ValueTask AdmitAsync(HttpContext context)
    {
        var token = await tokens.VerifyAsync(TokenOf(context.Request));
        // A token of one product is nothing to another.
        if (token.ProductId != Product.Of(context)?.Id) throw new ApiException(ApiError.InvalidToken);

        var admission = await grains.GetGrain<IUserGrain>(token.AccountId).Admit(token.SessionId);
        if (admission.Limit > 0) ShowBudget(context.Response.Headers, admission);
        switch (admission.Verdict)
        {
            case Verdict.SessionEnded:
                throw new ApiException(ApiError.SessionEnded);
            case Verdict.BudgetSpent:
                throw new ApiException(ApiError.RateLimited(admission.ResetsAt - clock.GetUtcNow()));
        }

        context.Features.Set(new Caller(token.AccountId, token.SessionId));
    }

    private static void ShowBudget(IHeaderDictionary headers, Admission admission)
    {
        headers["X-RateLimit-Limit"] = admission.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = admission.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = admission.ResetsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The bearer token (RFC 6750).</summary>
    private static string TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? value[Scheme.Length..].Trim()
            : throw new ApiException(ApiError.NotAuthenticated);
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
