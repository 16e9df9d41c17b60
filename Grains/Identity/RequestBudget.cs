namespace Platform.Identity;

/// <summary>
/// A request budget in fixed windows. Lives in the user's actor, so it is exact across all front doors; in memory only, because a budget
/// that a crash refills harms nobody.
/// </summary>
internal sealed class RequestBudget(int limit, TimeSpan window)
{
    private DateTimeOffset _resetsAt;
    private int _used;

    public Admission Spend(DateTimeOffset now)
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
