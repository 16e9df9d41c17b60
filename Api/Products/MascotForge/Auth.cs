using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.MascotForge;

internal static class Auth
{
    /// <summary>Until there are wallets and paid plans, every account has the free plan with its month's allowance, and nothing spends it.</summary>
    private const string Plan = "free";

    private const long FreeCredits = 30;

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<SignedInResponse>> Register(
        Body<RegisterRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.Length(request.Password, "body.password", 8, 256);
        var name = request.Name is null ? null : check.Text(request.Name, "body.name", 0, 255);
        check.ThrowIfInvalid();

        return SignedIn((await SignIn(grains).Register(new Registration(email, null, password, DisplayName: name))).OrThrow(), tokens, context);
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Login(
        Body<LoginRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var check = new Validation();
        var email = check.Email(body.Value.Email, "body.email");
        var password = check.Length(body.Value.Password, "body.password", 1, 256);
        check.ThrowIfInvalid();

        return SignedIn((await SignIn(grains).SignIn(new Credentials(email, password))).OrThrow(), tokens, context);
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Refresh(
        Body<RefreshRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context)
    {
        var check = new Validation();
        var refreshToken = check.Length(body.Value.RefreshToken, "body.refreshToken", 1, 512);
        check.ThrowIfInvalid();

        return SignedIn((await SignIn(grains).Refresh(refreshToken)).OrThrow(), tokens, context);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        await grains.GetGrain<IUserGrain>(caller.AccountId).EndSession(caller.SessionId);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly, statusCode: 201);
    }

    public static async Task<JsonHttpResult<UserResponse>> Me(Caller caller, IGrainFactory grains)
    {
        var account = (await grains.GetGrain<IUserGrain>(caller.AccountId).GetAccount()).OrThrow();
        return TypedResults.Json(User(account), Json.UserResponse);
    }

    private static ISignInGrain SignIn(IGrainFactory grains) => grains.GetGrain<ISignInGrain>(Platform.Products.MascotForge);

    /// <summary>Every POST of the original answers 201.</summary>
    private static JsonHttpResult<SignedInResponse> SignedIn(SignedIn session, AccessTokens tokens, HttpContext context) =>
        TypedResults.Json(
            new SignedInResponse(tokens.Issue(Product.Of(context)!, session), session.RefreshToken, User(session.Account)),
            Json.SignedInResponse,
            statusCode: 201);

    private static UserResponse User(Account account) => new(account.Id, account.Email, account.DisplayName, Plan, FreeCredits);
}
