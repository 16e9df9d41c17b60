using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Billing;
using Platform.Identity;
using Platform.Wallets;

namespace Platform.Api.Products.FigureForge;

internal static class Users
{
    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static async Task<JsonHttpResult<UserResponse>> Get(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(await ViewAsync(await caller.AccountAsync(grains), grains), Json.UserResponse);

    public static async Task<JsonHttpResult<UserUpdatedResponse>> Update(Body<UpdateUserRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var username = body.Value.Username is null ? null : check.Username(body.Value.Username, "body.username");
        var name = body.Value.DisplayName is null ? null : check.Text(body.Value.DisplayName, "body.display_name", 0, 255);
        check.ThrowIfInvalid();

        var account = (await caller.User(grains).ChangeAccount(new AccountChange(name, username))).OrThrow();
        return TypedResults.Json(new UserUpdatedResponse("Profile updated", await ViewAsync(account, grains)), Json.UserUpdatedResponse);
    }

    public static async Task<JsonHttpResult<StatsResponse>> Stats(Caller caller, IGrainFactory grains)
    {
        var user = await ViewAsync(await caller.AccountAsync(grains), grains);
        return TypedResults.Json(
            new StatsResponse(
                user.Quota.Used,
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

    public static async Task<Attachment<AccountExport>> Export(Caller caller, ImageViews views, IGrainFactory grains, TimeProvider clock)
    {
        var user = await ViewAsync(await caller.AccountAsync(grains), grains);
        var export = new AccountExport(
            clock.GetUtcNow().UtcDateTime,
            user,
            await SessionExport.OfAsync(caller, grains),
            Galleries.AllAsync(caller, views, grains),
            BilledInvoice.AllAsync(caller.AccountId, grains));
        return Attachment.Of("figureforge-account.json", export, Json.AccountExport);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Delete(Body<DeleteAccountRequest> body, Caller caller, IGrainFactory grains)
    {
        await new Leaving(body.Value.Confirm ?? body.Value.ConfirmDelete).DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    public static async Task<UserResponse> ViewAsync(Account account, IGrainFactory grains)
    {
        var id = PublicId.OfUser(account.Id);
        var subscription = await grains.GetGrain<IBillingGrain>(account.Id).Get(account.Product);
        var wallet = await grains.GetGrain<IWalletGrain>(account.Id).Balance();
        var limit = (Plans.Catalogue[subscription.PlanId] ?? Plans.Catalogue.Free).Limits.Allowance;
        // What is being drawn counts; and after a change to a smaller plan no more can have been used than there is.
        var used = Math.Min(limit, wallet.Used + wallet.Held);
        return new(
            id,
            account.Email,
            account.Username,
            account.DisplayName,
            new SubscriptionView(
                subscription.PlanId,
                BillingWords.Of(subscription.Status, Subscriptions.Canceled),
                subscription.IsRunning ? subscription.PeriodEnd.UtcDateTime : null,
                subscription.CancelsAtPeriodEnd),
            new QuotaView(limit, used, wallet.Available),
            account.CreatedAt.UtcDateTime,
            id,
            account.IsAdmin ? "admin" : "user",
            subscription.PlanId,
            limit,
            used);
    }
}
