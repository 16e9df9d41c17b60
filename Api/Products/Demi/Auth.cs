using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.Demi;

internal static class Auth
{
    private const string UnnamedDevice = "Android Device";

    private static readonly Refusal NoSession = new(RefusalKind.NotFound, "Session not found");

    private static DemiJson Json => DemiJson.Default;

    public static async Task<JsonHttpResult<TokenResponse>> Register(
        Body<RegisterRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context, TimeProvider clock)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.Length(request.Password, "body.password", 8, 256);
        var username = request.Username is null ? null : check.Username(request.Username, "body.username");
        var device = Device(check, request.DeviceName, request.DeviceFingerprint);
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).Register(new Registration(email, username, password, device))).OrThrow();
        return Tokens(session, tokens, context, clock, 201);
    }

    public static async Task<JsonHttpResult<TokenResponse>> Login(
        Body<LoginRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context, TimeProvider clock)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.Length(request.Password, "body.password", 1, 256);
        var device = Device(check, request.DeviceName, request.DeviceFingerprint);
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).SignIn(new Credentials(email, password, device))).OrThrow();
        return Tokens(session, tokens, context, clock, 200);
    }

    public static async Task<JsonHttpResult<TokenResponse>> Refresh(
        Body<RefreshRequest> body, IGrainFactory grains, AccessTokens tokens, HttpContext context, TimeProvider clock)
    {
        var check = new Validation();
        var refreshToken = check.Length(body.Value.RefreshToken, "body.refresh_token", 1, 512);
        check.ThrowIfInvalid();

        var session = (await SignIn(grains).Refresh(refreshToken)).OrThrow();
        return Tokens(session, tokens, context, clock, 200);
    }

    public static async Task<JsonHttpResult<SessionsResponse>> Sessions(Caller caller, IGrainFactory grains)
    {
        var sessions = (await grains.GetGrain<IUserGrain>(caller.AccountId).Sessions()).Items;
        var shown = sessions.Select(session => new SessionResponse(
            session.Id,
            session.DeviceName ?? UnnamedDevice,
            session.CreatedAt.UtcDateTime,
            session.LastActivity.UtcDateTime,
            session.ExpiresAt.UtcDateTime,
            IsActive: true,
            IsCurrent: session.Id == caller.SessionId));
        return TypedResults.Json(new SessionsResponse([.. shown], sessions.Count), Json.SessionsResponse);
    }

    public static async Task<JsonHttpResult<MessageOnly>> RevokeSession(string sessionId, Caller caller, IGrainFactory grains)
    {
        if (EntityId.Parse(sessionId) is not { } id) throw new RefusedException(NoSession);
        (await grains.GetGrain<IUserGrain>(caller.AccountId).EndSession(id)).OrThrow();
        return TypedResults.Json(new MessageOnly("Session revoked successfully"), Json.MessageOnly);
    }

    private static ISignInGrain SignIn(IGrainFactory grains) => grains.GetGrain<ISignInGrain>(Platform.Products.Demi);

    /// <summary>The fingerprint is checked and forgotten: nothing shows it, and every sign-in makes a session of its own.</summary>
    private static string Device(Validation check, string? name, string? fingerprint)
    {
        if (fingerprint is not null) check.Length(fingerprint, "body.device_fingerprint", 0, 256);
        return string.IsNullOrWhiteSpace(name) ? UnnamedDevice : check.Text(name, "body.device_name", 1, 100);
    }

    private static JsonHttpResult<TokenResponse> Tokens(
        SignedIn session, AccessTokens tokens, HttpContext context, TimeProvider clock, int status)
    {
        var product = Product.Of(context)!;
        var left = session.ExpiresAt - clock.GetUtcNow();
        return TypedResults.Json(
            new TokenResponse(
                tokens.Issue(product, session),
                session.RefreshToken,
                "bearer",
                (long)product.AccessTokenLife.TotalSeconds,
                Math.Max(0, (long)Math.Ceiling(left.TotalSeconds)),
                session.Account.Id,
                session.Account.Email,
                session.SessionId),
            Json.TokenResponse,
            statusCode: status);
    }
}
