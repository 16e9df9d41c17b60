using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Api.Products.FigureForge;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Operators;

/// <summary>
/// Who may see the operators' pages: an admin who has shown that the address which the configuration names is theirs, by a code that was mailed
/// there. Of all products only FigureForge's accounts have done so, therefore a session here is one of those: in the others anybody may sign
/// up under any address. It is kept in a cookie that no script can read and no other site can send along.
/// </summary>
internal sealed class OperatorSessions(IEnumerable<Product> products, IGrainFactory grains, AccessTokens tokens, Admissions admissions)
{
    public const string Cookie = "operator_session";

    private static readonly AddressLimit Codes = new("operator", 20, TimeSpan.FromMinutes(15));

    private readonly Product _product = products.OfType<FigureForgeProduct>().Single();

    private ISignInGrain SignIn => grains.GetGrain<ISignInGrain>(_product.Id);

    /// <summary>Mails a code, whoever it is: an answer that differed would tell whose address is an admin's.</summary>
    /// <exception cref="ApiException">The address is none, or too many were asked for from here.</exception>
    public async Task MailCodeAsync(HttpContext context, string? email)
    {
        await SpendAsync(context);
        var check = new Validation();
        var address = check.Email(email, "body.email");
        check.ThrowIfInvalid();
        (await SignIn.MailSignInCode(address)).OrThrow();
    }

    /// <exception cref="ApiException">The code is wrong, or the account is no admin's.</exception>
    public async Task OpenAsync(HttpContext context, string? email, string? code)
    {
        await SpendAsync(context);
        var check = new Validation();
        var attempt = new CodeTry(check.Email(email, "body.email"), check.Code(code));
        check.ThrowIfInvalid();
        if ((await SignIn.SignInWithCode(attempt)).OrThrow().Session is not { } session)
            throw new ApiException(ApiError.InvalidToken with { Message = "This code was used a moment ago." });
        if (!session.Account.IsAdmin)
        {
            await grains.GetGrain<IUserGrain>(session.Account.Id).EndSession(session.SessionId);
            throw new ApiException(ApiError.OfStatus(StatusCodes.Status403Forbidden));
        }

        context.Response.Cookies.Append(Cookie, tokens.Issue(_product, session), Options(context));
    }

    public async Task CloseAsync(HttpContext context)
    {
        context.Response.Cookies.Delete(Cookie, Options(context));
        if (context.Request.Cookies[Cookie] is not { } token) return;
        var (caller, _) = await admissions.AskAsync(_product, token);
        await caller.LogOutAsync(grains);
    }

    /// <summary>Lets an admin through. The token may also come as a header, for programs.</summary>
    /// <exception cref="ApiException">Nobody is signed in, or no admin.</exception>
    public async Task RequireAsync(HttpContext context)
    {
        var (caller, _) = await admissions.AskAsync(_product, context.Request.Cookies[Cookie] ?? BearerToken.Of(context.Request));
        if (!(await caller.AccountAsync(grains)).IsAdmin) throw new ApiException(ApiError.OfStatus(StatusCodes.Status403Forbidden));
    }

    private async Task SpendAsync(HttpContext context)
    {
        var admission = await grains.SpendAsync("operators", Codes, context.Connection.RemoteIpAddress);
        if (admission.Verdict == Verdict.BudgetSpent) throw admissions.Spent(admission);
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = OperatorEndpoints.Base,
    };
}
