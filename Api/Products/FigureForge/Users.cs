using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Identity;

namespace Platform.Api.Products.FigureForge;

internal static class Users
{
    /// <summary>Until there are subscriptions and images, every account has the free plan with its month's quota, and nothing spends it.</summary>
    private const string Plan = "free";

    private const long FreeImages = 20;

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<UserResponse>> Get(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(View(await caller.AccountAsync(grains)), Json.UserResponse);

    public static async Task<JsonHttpResult<UserUpdatedResponse>> Update(Body<UpdateUserRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var username = body.Value.Username is null ? null : check.Username(body.Value.Username, "body.username");
        var name = body.Value.DisplayName is null ? null : check.Text(body.Value.DisplayName, "body.display_name", 0, 255);
        check.ThrowIfInvalid();

        var account = (await caller.User(grains).ChangeAccount(new AccountChange(name, username))).OrThrow();
        return TypedResults.Json(new UserUpdatedResponse("Profile updated", View(account)), Json.UserUpdatedResponse);
    }

    public static async Task<JsonHttpResult<StatsResponse>> Stats(Caller caller, IGrainFactory grains)
    {
        var user = View(await caller.AccountAsync(grains));
        return TypedResults.Json(
            new StatsResponse(
                ImagesGenerated: 0,
                user.Quota.Remaining,
                user.SubscriptionPlan,
                user.Quota.Used,
                user.Quota.Limit,
                Math.Round(100.0 * user.Quota.Used / user.Quota.Limit, 1),
                user.SubscriptionPlan),
            Json.StatsResponse);
    }

    /// <summary>The token is in the header, or in the body for clients of the earlier server.</summary>
    public static async Task<JsonHttpResult<TokenValidResponse>> VerifyToken(
        OptionalBody<VerifyTokenRequest> body, HttpContext context, Admissions admissions, IGrainFactory grains)
    {
        var caller = await admissions.AdmitAsync(context, body.Value?.Token ?? BearerToken.Of(context.Request));
        var account = await caller.AccountAsync(grains);
        var id = PublicId.OfUser(account.Id);
        return TypedResults.Json(
            new TokenValidResponse(Valid: true, id, new(id, account.Email, account.Username)), Json.TokenValidResponse);
    }

    public static async Task<Attachment<AccountExport>> Export(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var user = View(await caller.AccountAsync(grains));
        var export = new AccountExport(clock.GetUtcNow().UtcDateTime, user, await SessionExport.OfAsync(caller, grains));
        return Attachment.Of("figureforge-account.json", export, Json.AccountExport);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Delete(Body<DeleteAccountRequest> body, Caller caller, IGrainFactory grains)
    {
        await new Leaving(body.Value.Confirm ?? body.Value.ConfirmDelete).DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    public static UserResponse View(Account account)
    {
        var id = PublicId.OfUser(account.Id);
        return new(
            id,
            account.Email,
            account.Username,
            account.DisplayName,
            new SubscriptionView(Plan, "active", CurrentPeriodEnd: null, CancelAtPeriodEnd: false),
            new QuotaView(FreeImages, Used: 0, FreeImages),
            account.CreatedAt.UtcDateTime,
            id,
            account.IsAdmin ? "admin" : "user",
            Plan,
            FreeImages,
            QuotaUsed: 0);
    }
}
