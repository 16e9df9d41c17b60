using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.ByteForge;

internal static class Auth
{
    private static ByteForgeJson Json => ByteForgeJson.Default;

    public static async Task<JsonHttpResult<SignedInResponse>> Register(
        Body<RegisterRequest> body, SignIns signIns)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.NewPassword(request.Password);
        if (request.Password2 is { } again && again != request.Password)
            check.Add("body.password", "The two passwords do not match.", "value_error");
        var name = DisplayName(check, request.DisplayName ?? "");
        check.ThrowIfInvalid();

        var issued = await signIns.RegisterAsync(new Registration(email, null, password, DisplayName: name));
        return SignedIn("User registered successfully", issued, 201);
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Login(Body<LoginRequest> body, SignIns signIns) =>
        SignedIn("Login successful", await signIns.SignInAsync(new Validation(), body.Value.Email, body.Value.Password), 200);

    public static async Task<JsonHttpResult<TokenPair>> Refresh(Body<RefreshRequest> body, SignIns signIns) =>
        TypedResults.Json(Pair(await signIns.RefreshAsync(body.Value.Refresh, "body.refresh")), Json.TokenPair);

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Body<LogoutRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var refresh = check.Length(body.Value.Refresh, "body.refresh", 1, 512);
        check.ThrowIfInvalid();

        await caller.User(grains).EndSessionOf(refresh);
        await caller.LogOutAsync(grains);
        return TypedResults.Json(new MessageOnly("Logout successful"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<UserResponse>> Profile(Caller caller, IGrainFactory grains)
    {
        var account = await caller.AccountAsync(grains);
        return TypedResults.Json(User(account), Json.UserResponse);
    }

    public static async Task<JsonHttpResult<ProfileUpdatedResponse>> UpdateProfile(
        Body<UpdateProfileRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var name = DisplayName(check, body.Value.DisplayName);
        check.ThrowIfInvalid();

        var account = (await caller.User(grains).ChangeAccount(new AccountChange(name))).OrThrow();
        return TypedResults.Json(new ProfileUpdatedResponse("Profile updated successfully", User(account)), Json.ProfileUpdatedResponse);
    }

    public static async Task<JsonHttpResult<MessageOnly>> DeleteAccount(Body<Leaving> body, Caller caller, IGrainFactory grains)
    {
        await body.Value.DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    /// <summary>May be empty: the form sends "" when nobody has typed a name.</summary>
    private static string DisplayName(Validation check, string? name) => check.Text(name, "body.display_name", 0, 255);

    private static JsonHttpResult<SignedInResponse> SignedIn(string message, IssuedTokens issued, int status) =>
        TypedResults.Json(new SignedInResponse(message, User(issued.Account), Pair(issued)), Json.SignedInResponse, statusCode: status);

    private static TokenPair Pair(IssuedTokens issued) => new(issued.Refresh, issued.Access);

    public static UserResponse User(Account account) =>
        new(account.Number, account.Email, account.DisplayName, "local", account.IsAdmin, account.CreatedAt.UtcDateTime);
}
