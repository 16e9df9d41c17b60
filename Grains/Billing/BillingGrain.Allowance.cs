using System.Globalization;
using Platform.Identity;
using Platform.Wallets;

namespace Platform.Billing;

/// <summary>What the owner's plan allows for now.</summary>
internal sealed partial class BillingGrain
{
    private static readonly Allowance Nothing = new(AllowanceKind.None, "", 0, Until: null);

    public async Task<Allowance> Current()
    {
        var state = State;
        if (state.IsClosed) return Nothing;
        // Workspaces have what was bought for them, and nothing for nothing: anybody can make any number of them.
        var account = (await grains.GetGrain<IUserGrain>(Id).GetAccount()).Value;
        if (PlanCatalogue.Find(account?.Product ?? state.Product) is not { } catalogue) return Nothing;
        var plan = state.Plan(catalogue);
        if (plan.IsFree && account is null) return Nothing;
        return catalogue.Allowance switch
        {
            AllowanceStyle.Credits when plan.IsFree => OfMonth(AllowanceKind.TopUp, plan),
            AllowanceStyle.Quota when plan.IsFree => OfMonth(AllowanceKind.Quota, plan),
            AllowanceStyle.Quota => new Allowance(AllowanceKind.Quota, PaidPeriod(state.Current!), plan.Limits.Allowance, Until: null),
            _ => Nothing,
        };
    }

    private Allowance OfMonth(AllowanceKind kind, Plan plan)
    {
        var month = Month.Of(clock.GetUtcNow());
        return new Allowance(kind, month.Name, plan.Limits.Allowance, month.End);
    }

    /// <summary>A new period's images come when it is paid, not when it begins.</summary>
    private static string PaidPeriod(KnownSubscription subscription) => string.Create(
        CultureInfo.InvariantCulture, $"{subscription.Id}:{(subscription.PaidFrom ?? subscription.PeriodStart).ToUnixTimeSeconds()}");
}
