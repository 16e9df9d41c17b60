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
    public async ValueTask<Caller> AdmitAsync(HttpContext context, string? bearer, Admittance admittance = Admittance.Usual)
    {
        var (caller, admission) = await AskAsync(Product.Of(context), bearer, admittance);
        if (admission.Verdict == Verdict.MessagesSpent) throw MessagesSpent(admission);
        ShowBudget(context.Response.Headers, admission);
        if (admission.Verdict == Verdict.BudgetSpent) throw Spent(admission);
        context.Features.Set(caller);
        return caller;
    }

    /// <summary>Who asks, where anybody may: a token that is not to be believed counts as none.</summary>
    /// <exception cref="ApiException">The account's budget is spent.</exception>
    public async ValueTask<Caller?> AdmitAnybodyAsync(HttpContext context)
    {
        if (BearerToken.Of(context.Request) is not { } token) return null;
        try
        {
            return await AdmitAsync(context, token);
        }
        catch (ApiException error) when (error.Error.Status == 401)
        {
            return null;
        }
    }

    /// <summary>A message that was admitted came to nothing, or had come before.</summary>
    public ValueTask GiveBackMessageAsync(HttpContext context) =>
        context.Features.Get<Caller>() is { } caller ? caller.User(grains).GiveBackMessage() : ValueTask.CompletedTask;

    /// <summary>Whose token this is, and what is left of the account's budget, of which one request is spent.</summary>
    /// <exception cref="ApiException">The token is not to be believed, or its session has ended.</exception>
    public async ValueTask<(Caller Caller, Admission Admission)> AskAsync(Product? product, string? bearer, Admittance admittance = Admittance.Usual)
    {
        var token = await tokens.VerifyAsync(bearer ?? throw new ApiException(ApiError.NotAuthenticated));
        // A token of one product is nothing to another.
        if (token.ProductId != product?.Id) throw new ApiException(ApiError.InvalidToken);

        var admission = await (admittance switch
        {
            Admittance.Message => token.User.AdmitMessage(token.SessionId),
            Admittance.StatusRead => token.User.AdmitStatusRead(token.SessionId),
            _ => token.User.Admit(token.SessionId),
        });
        return admission.Verdict == Verdict.SessionEnded
            ? throw new ApiException(ApiError.SessionEnded)
            : (new Caller(token.AccountId, token.SessionId), admission);
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

    private ApiException MessagesSpent(Admission admission) =>
        new(ApiError.MessagesSpent(admission.Limit, admission.ResetsAt - clock.GetUtcNow()));

    private static void ShowBudget(IHeaderDictionary headers, Admission admission)
    {
        if (admission.Limit == 0) return;
        headers["X-RateLimit-Limit"] = admission.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = admission.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = admission.ResetsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Which of an account's budgets a request spends.</summary>
internal enum Admittance
{
    Usual,

    /// <summary>It also brings a message to a companion.</summary>
    Message,

    /// <summary>It looks how far a job is, and spends only the budget for that.</summary>
    StatusRead,
}
