using Microsoft.AspNetCore.Http.HttpResults;
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
        Body<RegisterRequest> body, SignIns signIns)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.NewPassword(request.Password);
        var name = request.Name is null ? null : check.Text(request.Name, "body.name", 0, 255);
        check.ThrowIfInvalid();

        return SignedIn(await signIns.RegisterAsync(new Registration(email, null, password, DisplayName: name)));
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Login(Body<LoginRequest> body, SignIns signIns) =>
        SignedIn(await signIns.SignInAsync(new Validation(), body.Value.Email, body.Value.Password));

    public static async Task<JsonHttpResult<SignedInResponse>> Refresh(Body<RefreshRequest> body, SignIns signIns) =>
        SignedIn(await signIns.RefreshAsync(body.Value.RefreshToken, "body.refreshToken"));

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        await caller.LogOutAsync(grains);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly, statusCode: 201);
    }

    public static async Task<JsonHttpResult<UserResponse>> Me(Caller caller, IGrainFactory grains)
    {
        var account = await caller.AccountAsync(grains);
        return TypedResults.Json(User(account), Json.UserResponse);
    }

    public static async Task<Attachment<AccountExport>> Export(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var user = User(await caller.AccountAsync(grains));
        var export = new AccountExport(clock.GetUtcNow().UtcDateTime, user, await SessionExport.OfAsync(caller, grains));
        return Attachment.Of("mascotforge-account.json", export, Json.AccountExport);
    }

    public static async Task<JsonHttpResult<MessageOnly>> DeleteAccount(Body<Leaving> body, Caller caller, IGrainFactory grains)
    {
        await body.Value.DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    /// <summary>Every POST of the original answers 201.</summary>
    private static JsonHttpResult<SignedInResponse> SignedIn(IssuedTokens issued) =>
        TypedResults.Json(
            new SignedInResponse(issued.Access, issued.Refresh, User(issued.Account)), Json.SignedInResponse, statusCode: 201);

    private static UserResponse User(Account account) => new(account.Id, account.Email, account.DisplayName, Plan, FreeCredits);
}
