using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Billing;
using Platform.Wallets;

namespace Platform.Api.Products.MascotForge;

internal static class Credits
{
    /// <summary>In the order of <see cref="LedgerEntryType"/>.</summary>
    private static readonly string[] Types = ["purchase", "subscription_grant", "usage", "refund", "admin_adjustment"];

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async Task<JsonHttpResult<BalanceResponse>> Balance(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var owner = await caller.OwnerAsync(request.Query["workspaceId"], grains);
        var wallet = await grains.GetGrain<IWalletGrain>(owner.Id).Balance();
        var subscription = await grains.GetGrain<IBillingGrain>(owner.Id).Get(Platform.Products.MascotForge);
        var plan = Plans.Of(subscription);
        return TypedResults.Json(
            new BalanceResponse(
                wallet.Balance,
                plan.Id,
                wallet.GrantedAt?.UtcDateTime,
                // Anybody can make any number of workspaces, so those have nothing for nothing.
                owner.IsWorkspace && plan.IsFree ? 0 : plan.Limits.Allowance,
                wallet.Held,
                wallet.Available),
            Json.BalanceResponse);
    }

    public static async Task<JsonHttpResult<TransactionsResponse>> Transactions(HttpRequest request, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var page = Paging.Of(request, check);
        var type = request.Query["type"].ToString() is { Length: > 0 } word ? Type(check.OneOf(word, "query.type", Types)) : null;
        check.ThrowIfInvalid();

        var owner = await caller.OwnerAsync(request.Query["workspaceId"], grains);
        var wallet = grains.GetGrain<IWalletGrain>(owner.Id);
        // So that this month's credits are among them.
        await wallet.Balance();
        var entries = await wallet.Entries(page.Page, page.Limit, type);
        return TypedResults.Json(
            new TransactionsResponse([.. entries.Items.Select(entry => View(owner.Id, entry))], page.Meta(entries.Total)), Json.TransactionsResponse);
    }

    /// <summary>The whole ledger, the newest first, a page at a time.</summary>
    public static async IAsyncEnumerable<TransactionResponse> AllAsync(string ownerId, IGrainFactory grains)
    {
        var wallet = grains.GetGrain<IWalletGrain>(ownerId);
        var last = long.MaxValue;
        for (var page = 1; ; page++)
        {
            var entries = (await wallet.Entries(page, Attachment.PageSize, type: null)).Items;
            // What was entered meanwhile has moved the pages.
            foreach (var entry in entries.Where(entry => entry.Number < last)) yield return View(ownerId, entry);
            if (entries.Count == 0) yield break;
            last = entries[^1].Number;
        }
    }

    private static LedgerEntryType? Type(string word) => Array.IndexOf(Types, word) is >= 0 and var index ? (LedgerEntryType)index : null;

    private static TransactionResponse View(string ownerId, LedgerEntry entry) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ownerId}-{entry.Number}"),
        Types[(int)entry.Type],
        entry.Amount,
        entry.BalanceAfter,
        "completed",
        entry.Description,
        entry.CreatedAt.UtcDateTime);
}
