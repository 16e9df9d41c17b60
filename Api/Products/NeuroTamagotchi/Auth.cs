using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Auth
{
    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<JsonHttpResult<TokenResponse>> Register(
        Body<RegisterRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var username = check.Username(request.Username, "body.username");
        var password = check.Length(request.Password, "body.password", 8, 256);
        if (request.ConfirmPassword is { } confirmed && confirmed != request.Password)
            check.Add("body.confirm_password", "The passwords do not match.", "value_error");
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).Register(new Registration(email, username, password))).OrThrow();
        return Tokens(session, tokens, context, 201, "Registration successful");
    }

    public static async Task<JsonHttpResult<TokenResponse>> Login(
        Body<LoginRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var check = new Validation();
        var email = check.Email(body.Value.Email, "body.email");
        var password = check.Length(body.Value.Password, "body.password", 1, 256);
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).SignIn(new Credentials(email, password))).OrThrow();
        return Tokens(session, tokens, context, 200, "Login successful");
    }

    public static async Task<JsonHttpResult<TokenResponse>> Refresh(
        Body<RefreshRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var check = new Validation();
        var refreshToken = check.Length(body.Value.RefreshToken, "body.refresh_token", 1, 512);
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).Refresh(refreshToken)).OrThrow();
        return Tokens(session, tokens, context, 200, "Token refreshed");
    }

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        // Ended already, by another request at the same time: that is what was asked for.
        await grains.GetGrain<IUserGrain>(caller.AccountId).EndSession(caller.SessionId);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MeResponse>> Me(Caller caller, IGrainFactory grains)
    {
        var account = (await grains.GetGrain<IUserGrain>(caller.AccountId).GetAccount()).OrThrow();
        return TypedResults.Json(
            new MeResponse(account.Id, account.Email, account.Username, account.CreatedAt.UtcDateTime), Json.MeResponse);
    }

    private static ISignInGrain SignIn(IGrainFactory grains) => grains.GetGrain<ISignInGrain>(Platform.Products.NeuroTamagotchi);

    private static JsonHttpResult<TokenResponse> Tokens(
        SignedIn session, AccessTokens tokens, HttpContext context, int status, string message)
    {
        var access = tokens.Issue(Product.Of(context)!, session);
        return TypedResults.Json(
            new TokenResponse(access, session.RefreshToken, "bearer", session.Account.Id, session.Account.Username, message),
            Json.TokenResponse,
            statusCode: status);
    }
}
