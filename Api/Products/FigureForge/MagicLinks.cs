using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.FigureForge;

internal static class MagicLinks
{
    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<MessageOnly>> Request(Body<EmailRequest> body, SignIns signIns)
    {
        await signIns.MailCodeAsync(body.Value.Email);
        return TypedResults.Json(new MessageOnly("A sign-in code is on its way"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<SignedInResponse>> Verify(
        Body<VerifyCodeRequest> body, SignIns signIns, IGrainFactory grains) =>
        await signIns.SignInWithCodeAsync(body.Value.Email, body.Value.Code) is { } issued
            ? await SignedInAsync("Signed in", issued, grains)
            : TypedResults.Json(new SignedInResponse("Already signed in"), Json.SignedInResponse);

    public static async Task<JsonHttpResult<ExistsResponse>> CheckUser(Body<EmailRequest> body, SignIns signIns) =>
        TypedResults.Json(new ExistsResponse(await signIns.HasAccountAsync(body.Value.Email)), Json.ExistsResponse);

    public static async Task<JsonHttpResult<SignedInResponse>> Refresh(
        Body<RefreshRequest> body, SignIns signIns, IGrainFactory grains) =>
        await SignedInAsync("Token refreshed", await signIns.RefreshAsync(body.Value.Refresh, "body.refresh"), grains);

    public static async Task<JsonHttpResult<MessageOnly>> Logout(Caller caller, IGrainFactory grains)
    {
        await caller.LogOutAsync(grains);
        return TypedResults.Json(new MessageOnly("Logged out"), Json.MessageOnly);
    }

    private static async Task<JsonHttpResult<SignedInResponse>> SignedInAsync(string message, IssuedTokens issued, IGrainFactory grains) => TypedResults.Json(
        new SignedInResponse(
            message,
            issued.Access,
            issued.Refresh,
            await Users.ViewAsync(issued.Account, grains),
            issued.Access,
            issued.Refresh,
            "Bearer",
            (long)FigureForgeProduct.AccessLife.TotalSeconds),
        Json.SignedInResponse);
}
