using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Opens and refreshes sessions of the product that is asked; handlers take it as a parameter. A new account's fields differ from product
/// to product, so those are checked there.
/// </summary>
internal sealed class SignIns(Product product, IGrainFactory grains, AccessTokens tokens, Admissions admissions, SpentBudget? spent)
{
    public static ValueTask<SignIns?> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        return ValueTask.FromResult<SignIns?>(new(
            Product.Of(context)!,
            services.GetRequiredService<IGrainFactory>(),
            services.GetRequiredService<AccessTokens>(),
            services.GetRequiredService<Admissions>(),
            context.Features.Get<SpentBudget>()));
    }

    /// <exception cref="RefusedException">A name is taken.</exception>
    public async Task<IssuedTokens> RegisterAsync(Registration registration) => Issue(await Grain.Register(registration));

    /// <param name="check">What else of the request was looked at; all that is wrong is answered together.</param>
    /// <exception cref="ApiException">A field is wrong.</exception>
    /// <exception cref="RefusedException">Wrong credentials, or the account is locked.</exception>
    public async Task<IssuedTokens> SignInAsync(Validation check, string? email, string? password, string? deviceName = null)
    {
        var credentials = new Credentials(
            check.Email(email, "body.email"), check.Length(password, "body.password", 1, SecretRules.MaxLength), deviceName);
        check.ThrowIfInvalid();
        if (spent is not null)
        {
            // A limit must not hide a lock, which says when to come back.
            (await Grain.CheckLock(credentials.Email)).OrThrow();
            throw admissions.Spent(spent.Admission);
        }

        return Issue(await Grain.SignIn(credentials));
    }

    /// <exception cref="RefusedException">Too many were asked for, or the mail can't be sent.</exception>
    public async Task MailCodeAsync(string? email) => (await Grain.MailSignInCode(ValidEmail(email))).OrThrow();

    /// <returns>Null where the code has opened its session a moment ago.</returns>
    /// <exception cref="RefusedException">The code is wrong.</exception>
    public async Task<IssuedTokens?> SignInWithCodeAsync(string? email, string? code)
    {
        var check = new Validation();
        var attempt = new CodeTry(check.Email(email, "body.email"), check.Code(code));
        check.ThrowIfInvalid();
        return (await Grain.SignInWithCode(attempt)).OrThrow().Session is { } session ? Issue(session) : null;
    }

    public Task<bool> HasAccountAsync(string? email) => Grain.HasAccount(ValidEmail(email));

    /// <summary>Mails a code for a new password, if there is such an account; that can't be told from here.</summary>
    public Task MailResetCodeAsync(string? email) => Grain.MailResetCode(ValidEmail(email));

    /// <exception cref="RefusedException">The code is wrong.</exception>
    public async Task ResetPasswordAsync(string? email, string? code, string? password)
    {
        var check = new Validation();
        var reset = new PasswordReset(check.Email(email, "body.email"), check.Code(code), check.NewPassword(password));
        check.ThrowIfInvalid();
        (await Grain.ResetPassword(reset)).OrThrow();
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

    private static string ValidEmail(string? email)
    {
        var check = new Validation();
        var valid = check.Email(email, "body.email");
        check.ThrowIfInvalid();
        return valid;
    }

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

/// <summary>What makes a password or a code. Of passwords length only: the contracts' own examples break every other rule.</summary>
internal static class SecretRules
{
    public const int MaxLength = 256;

    private const int MinLength = 8;

    public static string NewPassword(this Validation check, string? password) =>
        check.Length(password, "body.password", MinLength, MaxLength);

    /// <summary>A mailed code, with the spaces that people type or paste taken out. Any other text is just a wrong code.</summary>
    public static string Code(this Validation check, string? code) =>
        check.Length(code is null ? null : string.Concat(code.Where(character => !char.IsWhiteSpace(character))), "body.code", 1, 32);
}
