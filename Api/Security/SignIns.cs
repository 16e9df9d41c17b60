using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Opens and refreshes sessions of the product that is asked; handlers take it as a parameter. A new account's fields differ from product
/// to product, so those are checked there.
/// </summary>
internal sealed class SignIns(Product product, IGrainFactory grains, AccessTokens tokens)
{
    public static ValueTask<SignIns?> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return ValueTask.FromResult<SignIns?>(new(
            Product.Of(context)!, services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<AccessTokens>()));
    }

    /// <exception cref="RefusedException">A name is taken.</exception>
    public async Task<IssuedTokens> RegisterAsync(Registration registration) => Issue(await Grain.Register(registration));

    /// <param name="check">What else of the request was looked at; all that is wrong is answered together.</param>
    /// <exception cref="ApiException">A field is wrong.</exception>
    /// <exception cref="RefusedException">Wrong credentials, or the account is locked.</exception>
    public async Task<IssuedTokens> SignInAsync(Validation check, string? email, string? password, string? deviceName = null)
    {
        var credentials = new Credentials(
            check.Email(email, "body.email"), check.Length(password, "body.password", 1, PasswordRules.MaxLength), deviceName);
        check.ThrowIfInvalid();
        return Issue(await Grain.SignIn(credentials));
    }

    /// <param name="field">The field's name in this product, such as <c>body.refresh_token</c>.</param>
    /// <inheritdoc cref="SignInAsync"/>
    public async Task<IssuedTokens> RefreshAsync(string? refreshToken, string field)
    {
        var check = new Validation();
        var token = check.Length(refreshToken, field, 1, 512);
        check.ThrowIfInvalid();
        return Issue(await Grain.Refresh(token));
    }

    private ISignInGrain Grain => grains.GetGrain<ISignInGrain>(product.Id);

    private IssuedTokens Issue(Outcome<SignedIn> outcome)
    {
        var session = outcome.OrThrow();
        return new(session, tokens.Issue(product, session));
    }
}

/// <summary>A session and an access token for it.</summary>
internal sealed record IssuedTokens(SignedIn Session, string Access)
{
    public Account Account => Session.Account;

    public string Refresh => Session.RefreshToken;
}

/// <summary>Length only: the contracts' own examples break every other rule.</summary>
internal static class PasswordRules
{
    public const int MaxLength = 256;

    private const int MinLength = 8;

    public static string NewPassword(this Validation check, string? password) =>
        check.Length(password, "body.password", MinLength, MaxLength);
}
