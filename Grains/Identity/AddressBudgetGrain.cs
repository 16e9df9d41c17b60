using Microsoft.Extensions.Options;

namespace Platform.Identity;

/// <summary>Stays in memory for longer than the longest window, and no longer: there may be many addresses.</summary>
[GrainType("addressbudget"), CollectionAgeLimit(Minutes = 65)]
internal sealed class AddressBudgetGrain(TimeProvider clock, IOptions<RateLimitingOptions> limits) : Grain, IAddressBudgetGrain
{
    private RequestBudget? _budget;

    public ValueTask<Admission> Spend(int requests, TimeSpan window)
    {
        if (!limits.Value.Enabled) return ValueTask.FromResult(new Admission(Verdict.Admitted));
        _budget ??= new RequestBudget(window);
        return ValueTask.FromResult(_budget.Spend(requests, clock.GetUtcNow()));
    }
}
