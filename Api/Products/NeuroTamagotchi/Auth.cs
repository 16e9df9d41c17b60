using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Auth
{
    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<JsonHttpResult<TokenResponse>> Register(
        Body<RegisterRequest> body, SignIns signIns)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var username = check.Username(request.Username, "body.username");
        var password = check.NewPassword(request.Password);
        if (request.ConfirmPassword is { } confirmed && confirmed != request.Password)
            check.Add("body.confirm_password", "The passwords do not match.", "value_error");
        check.ThrowIfInvalid();

        return Tokens(await signIns.RegisterAsync(new Registration(email, username, password)), 201, "Registration successful");
    }

    public static async Task<JsonHttpResult<TokenResponse>> Login(Body<LoginRequest> body, SignIns signIns) =>
        Tokens(await signIns.SignInAsync(new Validation(), body.Value.Email, body.Value.Password), 200, "Login successful");

    public static async Task<JsonHttpResult<TokenResponse>> Refresh(Body<RefreshRequest> body, SignIns signIns) =>
        Tokens(await signIns.RefreshAsync(body.Value.RefreshToken, "body.refresh_token"), 200, "Token refreshed");

    public static async Task<JsonHttpResult<MessageOnly>> ForgotPassword(Body<ForgotPasswordRequest> body, SignIns signIns)
    {
        await signIns.MailResetCodeAsync(body.Value.Email);
        return TypedResults.Json(
            new MessageOnly("If this email has an account, a code for a new password is on its way"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MessageOnly>> ResetPassword(Body<ResetPasswordRequest> body, SignIns signIns)
    {
        await signIns.ResetPasswordAsync(body.Value.Email, body.Value.Code, body.Value.Password);
        return TypedResults.Json(new MessageOnly("Password changed. Please log in"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        await caller.LogOutAsync(grains);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<MeResponse>> Me(Caller caller, IGrainFactory grains)
    {
        var account = await caller.AccountAsync(grains);
        return TypedResults.Json(View(account), Json.MeResponse);
    }

    public static async Task<JsonHttpResult<MessageOnly>> DeleteAccount(Body<Leaving> body, Caller caller, IGrainFactory grains)
    {
        await body.Value.DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    public static MeResponse View(Account account) => new(account.Id, account.Email, account.Username, account.CreatedAt.UtcDateTime);

    private static JsonHttpResult<TokenResponse> Tokens(IssuedTokens issued, int status, string message) => TypedResults.Json(
        new TokenResponse(issued.Access, issued.Refresh, "bearer", issued.Account.Id, issued.Account.Username, message),
        Json.TokenResponse,
        statusCode: status);
}
