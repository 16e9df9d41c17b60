namespace Platform.Companions.Autonomy;

/// <summary>
/// The times at which a companion looks at her feelings: an interval apart, and at seconds of her own, so that of a hundred thousand companions
/// not all look at the same moment.
/// </summary>
/// <param name="minutes">The interval.</param>
/// <param name="seed">Says which seconds. The same for a companion at all times, also on other silos.</param>
internal readonly struct CheckGrid(int minutes, uint seed)
{
    private readonly long _interval = TimeSpan.FromMinutes(minutes).Ticks;
    private readonly DateTimeOffset _first = DateTimeOffset.UnixEpoch.AddSeconds(seed % (minutes * 60));

    public DateTimeOffset AtOrBefore(DateTimeOffset moment) => _first.AddTicks((moment - _first).Ticks / _interval * _interval);

    public DateTimeOffset After(DateTimeOffset moment) => AtOrBefore(moment).AddTicks(_interval);

    public DateTimeOffset AtOrAfter(DateTimeOffset moment) => AtOrBefore(moment) is var check && check == moment ? check : After(moment);
}
