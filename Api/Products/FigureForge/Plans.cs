using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Api.Security;
using Platform.Billing;

namespace Platform.Api.Products.FigureForge;

/// <summary>The catalogue as this product shows it: plans are sold by the month, so <c>pro</c> is sold as <c>pro_monthly</c>.</summary>
internal static class Plans
{
    private const string Monthly = "_monthly";

    private const string PricePrefix = "price_figureforge_";

    /// <summary>Images that may be asked for at once, on every plan.</summary>
    public const int BatchSize = 4;

    public static readonly PlanCatalogue Catalogue = PlanCatalogue.Of(Platform.Products.FigureForge);

    private static FigureForgeJson Json => FigureForgeJson.Default;

    public static JsonHttpResult<PricingResponse> Pricing() =>
        TypedResults.Json(new PricingResponse(PlanCatalogue.Currency, [.. Catalogue.Plans.Select(Priced)]), Json.PricingResponse);

    public static async Task<JsonHttpResult<PlansResponse>> List(Caller caller, IGrainFactory grains)
    {
        var current = await grains.GetGrain<IBillingGrain>(caller.AccountId).Get(Platform.Products.FigureForge);
        return TypedResults.Json(new PlansResponse([.. Catalogue.Plans.Select(View)], current.PlanId), Json.PlansResponse);
    }

    /// <summary>The plan that somebody wants: by its key, by what it is sold as, or by its price.</summary>
    public static Plan? Wanted(string? id)
    {
        if (id is null) return null;
        if (id.StartsWith(PricePrefix, StringComparison.Ordinal)) id = id[PricePrefix.Length..];
        if (id.EndsWith(Monthly, StringComparison.Ordinal)) id = id[..^Monthly.Length];
        return Catalogue.Paid.FirstOrDefault(plan => plan.Id == id);
    }

    public static PlanView View(Plan plan) => new(
        SoldAs(plan),
        plan.Id,
        plan.Name,
        plan.Description,
        plan.Price,
        Cents.AMonth(plan.Price),
        PlanCatalogue.Currency,
        PlanCatalogue.Interval,
        plan.Limits.Allowance,
        plan.Limits.Allowance,
        BatchSize,
        plan.Features,
        plan.IsPopular);

    private static string SoldAs(Plan plan) => plan.IsFree ? plan.Id : plan.Id + Monthly;

    private static PricedPlan Priced(Plan plan) => new(
        plan.Id,
        SoldAs(plan),
        plan.Name,
        plan.Description,
        plan.Price / 100m,
        plan.Price,
        Cents.AMonth(plan.Price),
        plan.IsFree ? null : PricePrefix + plan.Id,
        plan.Limits.Allowance,
        plan.Features,
        plan.IsPopular);
}
