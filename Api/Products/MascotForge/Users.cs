using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Generation;
using Platform.Identity;
using Platform.Wallets;

namespace Platform.Api.Products.MascotForge;

internal static class Users
{
    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<UserResponse>> Me(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(await ViewAsync(await caller.AccountAsync(grains), grains), Json.UserResponse);

    public static async Task<Attachment<AccountExport>> Export(Caller caller, JobViews views, IGrainFactory grains, TimeProvider clock)
    {
        var export = new AccountExport(
            clock.GetUtcNow().UtcDateTime,
            await ViewAsync(await caller.AccountAsync(grains), grains),
            await SessionExport.OfAsync(caller, grains),
            await Workspaces.AllAsync(caller, grains),
            Orders.AllAsync(caller.AccountId, JobKind.Mascot, views.Mascot, grains),
            Orders.AllAsync(caller.AccountId, JobKind.Animation, views.Animation, grains),
            Orders.AllAsync(caller.AccountId, JobKind.LogoPack, views.LogoPack, grains),
            Credits.AllAsync(caller.AccountId, grains),
            BilledInvoice.AllAsync(caller.AccountId, grains));
        return Attachment.Of("mascotforge-account.json", export, Json.AccountExport);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Delete(Body<Leaving> body, Caller caller, IGrainFactory grains)
    {
        await body.Value.DeleteAsync(caller, grains);
        return TypedResults.Json(new MessageOnly("Account deleted"), Json.MessageOnly);
    }

    public static async Task<UserResponse> ViewAsync(Account account, IGrainFactory grains)
    {
        var wallet = await grains.GetGrain<IWalletGrain>(account.Id).Balance();
        return new(account.Id, account.Email, account.DisplayName, account.PlanId, wallet.Balance);
    }
}
