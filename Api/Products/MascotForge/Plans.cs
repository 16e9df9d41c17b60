using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Billing;
using Platform.Billing;

namespace Platform.Api.Products.MascotForge;

internal static class Plans
{
    public static readonly PlanCatalogue Catalogue = PlanCatalogue.Of(Platform.Products.MascotForge);

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static JsonHttpResult<IReadOnlyList<PlanResponse>> List()
    {
        IReadOnlyList<PlanResponse> plans = [.. Catalogue.Plans.Select(View)];
        return TypedResults.Json(plans, Json.IReadOnlyListPlanResponse);
    }

    /// <summary>The plan that counts; one that is sold no more counts as the free one.</summary>
    public static Plan Of(Subscription subscription) => Catalogue[subscription.PlanId] ?? Catalogue.Free;

    private static PlanResponse View(Plan plan) => new(
        plan.Id,
        plan.Name,
        plan.Description,
        plan.Limits.Allowance,
        plan.Price,
        PlanCatalogue.Currency,
        PlanCatalogue.Interval,
        plan.IsFree ? "Free" : Cents.AMonth(plan.Price),
        plan.Features,
        plan.IsPopular);
}
