namespace Platform.Identity;

/// <summary>
/// A budget in fixed windows. Lives in the user's actor, so it is exact across all front doors; in memory only, because a budget that a crash
/// refills harms nobody. The limit may be another at each call: what was spent in this window stays spent.
/// </summary>
internal sealed class RequestBudget(TimeSpan window)
{
    private DateTimeOffset _resetsAt;
    private int _used;

    public Admission Spend(int limit, DateTimeOffset now)
    {
        if (now >= _resetsAt)
        {
            _resetsAt = now + window;
            _used = 0;
        }

        if (_used >= limit) return new Admission(Verdict.BudgetSpent, limit, 0, _resetsAt);
        _used++;
        return new Admission(Verdict.Admitted, limit, limit - _used, _resetsAt);
    }
}
