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
        Body<RegisterRequest> body, SignIns signIns, TimeProvider clock)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.NewPassword(request.Password);
        var username = request.Username is null ? null : check.Username(request.Username, "body.username");
        var device = Device(check, request.DeviceName, request.DeviceFingerprint);
        check.ThrowIfInvalid();

        return Tokens(await signIns.RegisterAsync(new Registration(email, username, password, device)), clock, 201);
    }

    public static async Task<JsonHttpResult<TokenResponse>> Login(Body<LoginRequest> body, SignIns signIns, TimeProvider clock)
    {
        var request = body.Value;
        var check = new Validation();
        var device = Device(check, request.DeviceName, request.DeviceFingerprint);
        return Tokens(await signIns.SignInAsync(check, request.Email, request.Password, device), clock, 200);
    }

    public static async Task<JsonHttpResult<TokenResponse>> Refresh(Body<RefreshRequest> body, SignIns signIns, TimeProvider clock) =>
        Tokens(await signIns.RefreshAsync(body.Value.RefreshToken, "body.refresh_token"), clock, 200);

    public static async Task<JsonHttpResult<SessionsResponse>> Sessions(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(await SessionsAsync(caller, grains), Json.SessionsResponse);

    public static async Task<SessionsResponse> SessionsAsync(Caller caller, IGrainFactory grains)
    {
        var sessions = (await caller.User(grains).Sessions()).Items;
        var shown = sessions.Select(session => new SessionResponse(
            session.Id,
            session.DeviceName ?? UnnamedDevice,
            session.CreatedAt.UtcDateTime,
            session.LastActivity.UtcDateTime,
            session.ExpiresAt.UtcDateTime,
            IsActive: true,
            IsCurrent: session.Id == caller.SessionId));
        return new SessionsResponse([.. shown], sessions.Count);
    }

    public static async Task<JsonHttpResult<MessageOnly>> RevokeSession(string sessionId, Caller caller, IGrainFactory grains)
    {
        if (EntityId.Parse(sessionId) is not { } id) throw new RefusedException(NoSession);
        (await caller.User(grains).EndSession(id)).OrThrow();
        return TypedResults.Json(new MessageOnly("Session revoked successfully"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MessageOnly>> DeleteAccount(Body<Leaving> body, Caller caller, IGrainFactory grains)
    {
        await body.Value.DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    /// <summary>The fingerprint is checked and forgotten: nothing shows it, and every sign-in makes a session of its own.</summary>
    private static string Device(Validation check, string? name, string? fingerprint)
    {
        if (fingerprint is not null) check.Length(fingerprint, "body.device_fingerprint", 0, 256);
        return string.IsNullOrWhiteSpace(name) ? UnnamedDevice : check.Text(name, "body.device_name", 1, 100);
    }

    private static JsonHttpResult<TokenResponse> Tokens(IssuedTokens issued, TimeProvider clock, int status) => TypedResults.Json(
        new TokenResponse(
            issued.Access,
            issued.Refresh,
            "bearer",
            (long)DemiProduct.AccessLife.TotalSeconds,
            Math.Max(0, (long)Math.Ceiling((issued.Session.ExpiresAt - clock.GetUtcNow()).TotalSeconds)),
            issued.Account.Id,
            issued.Account.Email,
            issued.Session.SessionId),
        Json.TokenResponse,
        statusCode: status);
}
