namespace Platform.Companions.Autonomy;

/// <summary>The times at which a companion looks at her feelings: the multiples of an interval since 1970, UTC.</summary>
internal readonly struct CheckGrid(int minutes)
{
    private readonly long _interval = TimeSpan.FromMinutes(minutes).Ticks;

    public DateTimeOffset AtOrBefore(DateTimeOffset moment) =>
        DateTimeOffset.UnixEpoch.AddTicks((moment - DateTimeOffset.UnixEpoch).Ticks / _interval * _interval);

    public DateTimeOffset After(DateTimeOffset moment) => AtOrBefore(moment).AddTicks(_interval);

    public DateTimeOffset AtOrAfter(DateTimeOffset moment) => AtOrBefore(moment) is var check && check == moment ? check : After(moment);
}
