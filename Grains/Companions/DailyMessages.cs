namespace Platform.Companions;

/// <summary>How many messages an account has sent today, UTC. It must be counted before the first is spent; see <see cref="SentMessages"/>.</summary>
internal sealed class DailyMessages(DateTimeOffset day, long sent)
{
    private DateTimeOffset _day = day;
    private long _sent = sent;

    public static DailyMessages None => new(DateTimeOffset.MinValue, 0);

    public static DateTimeOffset StartOfDay(DateTimeOffset moment) => new(moment.UtcDateTime.Date, TimeSpan.Zero);

    public static DateTimeOffset EndOfDay(DateTimeOffset moment) => StartOfDay(moment).AddDays(1);

    public bool TrySpend(int limit, DateTimeOffset now)
    {
        Turn(now);
        if (_sent >= limit) return false;
        _sent++;
        return true;
    }

    /// <summary>One that was spent came to nothing.</summary>
    public void GiveBack(DateTimeOffset now)
    {
        Turn(now);
        if (_sent > 0) _sent--;
    }

    private void Turn(DateTimeOffset now)
    {
        if (StartOfDay(now) <= _day) return;
        _day = StartOfDay(now);
        _sent = 0;
    }
}
