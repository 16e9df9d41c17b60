using System.Globalization;
using Platform.Api.Errors;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>Asks the actors who decide whether a request goes on.</summary>
internal sealed class Admissions(IGrainFactory grains, AccessTokens tokens, TimeProvider clock)
{
    /// <summary>Admits a signed-in request; from now on the context knows its <see cref="Caller"/>.</summary>
    /// <exception cref="ApiException">The token is not to be believed, its session has ended, or the budget is spent.</exception>
    public async ValueTask<Caller> AdmitAsync(HttpContext context, string? bearer)
    {
        var token = await tokens.VerifyAsync(bearer ?? throw new ApiException(ApiError.NotAuthenticated));
        // A token of one product is nothing to another.
        if (token.ProductId != Product.Of(context)?.Id) throw new ApiException(ApiError.InvalidToken);

        var admission = await token.User.Admit(token.SessionId);
        ShowBudget(context.Response.Headers, admission);
        switch (admission.Verdict)
        {
            case Verdict.SessionEnded:
                throw new ApiException(ApiError.SessionEnded);
            case Verdict.BudgetSpent:
                throw Spent(admission);
        }

        var caller = new Caller(token.AccountId, token.SessionId);
        context.Features.Set(caller);
        return caller;
    }

    /// <exception cref="ApiException">The budget of the address is spent, and the limit isn't deferred.</exception>
    public async ValueTask AdmitAddressAsync(HttpContext context, AddressLimit limit)
    {
        var admission = await grains.SpendAsync(Product.Of(context)!.Id, limit, context.Connection.RemoteIpAddress);
        ShowBudget(context.Response.Headers, admission);
        if (admission.Verdict != Verdict.BudgetSpent) return;
        if (!limit.IsDeferred) throw Spent(admission);
        context.Features.Set(new SpentBudget(admission));
    }

    public ApiException Spent(Admission admission) =>
        new(ApiError.RateLimited(admission.ResetsAt - clock.GetUtcNow()));

    private static void ShowBudget(IHeaderDictionary headers, Admission admission)
    {
        if (admission.Limit == 0) return;
        headers["X-RateLimit-Limit"] = admission.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = admission.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = admission.ResetsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
