using Platform.Billing;
using Platform.Companions;

namespace Platform.Identity;

/// <summary>The plan of an account, and what it allows. It is stored by whoever sells it; here it is only known.</summary>
internal sealed partial class UserGrain
{
    /// <summary>Null where the product has none.</summary>
    private Plan? _plan;

    /// <summary>Null: not counted yet since this activation.</summary>
    private DailyMessages? _sent;

    public ValueTask PlanChanged(string planId)
    {
        if (Account is { } user) SetPlan(user.Product, planId);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<Admission> AdmitMessage(string sessionId)
    {
        // Before anything is spent; of two at once each counts, and both come to the same.
        if (Account is not null && _sent is null && _plan?.Limits.MessagesPerDay is { } most)
        {
            var counted = await messages.CountAsync(Id, clock.GetUtcNow(), most);
            _sent ??= counted;
        }

        var admission = await Admit(sessionId);
        if (admission.Verdict != Verdict.Admitted || !limits.Value.Enabled || _plan?.Limits.MessagesPerDay is not { } limit) return admission;
        var now = clock.GetUtcNow();
        return (_sent ??= DailyMessages.None).TrySpend(limit, now) ? admission : new Admission(Verdict.MessagesSpent, limit, 0, DailyMessages.EndOfDay(now));
    }

    public ValueTask GiveBackMessage()
    {
        _sent?.GiveBack(clock.GetUtcNow());
        return ValueTask.CompletedTask;
    }

    private async Task ReadPlanAsync(UserState user)
    {
        if (PlanCatalogue.Find(user.Product) is not null) SetPlan(user.Product, await billing.PlanOfAsync(Id));
    }

    private void SetPlan(string product, string? planId) => _plan = PlanCatalogue.Find(product) is { } catalogue ? catalogue[planId] ?? catalogue.Free : null;
}
