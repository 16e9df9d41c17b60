using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.MascotForge;

internal static class Auth
{
    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<SignedInResponse>> Register(
        Body<RegisterRequest> body, SignIns signIns, IGrainFactory grains)
    {
        var request = body.Value;
        var check = new Validation();
        var email = check.Email(request.Email, "body.email");
        var password = check.NewPassword(request.Password);
        var name = request.Name is null ? null : check.Text(request.Name, "body.name", 0, 255);
        check.ThrowIfInvalid();

        return await SignedInAsync(await signIns.RegisterAsync(new Registration(email, null, password, DisplayName: name)), grains);
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Login(Body<LoginRequest> body, SignIns signIns, IGrainFactory grains) =>
        await SignedInAsync(await signIns.SignInAsync(new Validation(), body.Value.Email, body.Value.Password), grains);

    public static async Task<JsonHttpResult<SignedInResponse>> Refresh(Body<RefreshRequest> body, SignIns signIns, IGrainFactory grains) =>
        await SignedInAsync(await signIns.RefreshAsync(body.Value.RefreshToken, "body.refreshToken"), grains);

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        await caller.LogOutAsync(grains);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly, statusCode: 201);
    }

    /// <summary>Every POST of the original answers 201.</summary>
    private static async Task<JsonHttpResult<SignedInResponse>> SignedInAsync(IssuedTokens issued, IGrainFactory grains) =>
        TypedResults.Json(
            new SignedInResponse(issued.Access, issued.Refresh, await Users.ViewAsync(issued.Account, grains)), Json.SignedInResponse, statusCode: 201);
}
