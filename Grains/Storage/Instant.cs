namespace Platform.Storage;

/// <summary>
/// Moments as the tables keep them: whole microseconds since 1970, UTC, which both engines store, index and compare in the same way.
/// </summary>
internal static class Instant
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static long ToStored(DateTimeOffset moment) => (moment - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond;

    public static DateTimeOffset FromStored(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TicksPerMicrosecond);

    /// <summary>The moment as it will be read back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset moment) => FromStored(ToStored(moment));
}
