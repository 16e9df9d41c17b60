namespace Platform.Companions.Autonomy;

/// <summary>Days and hours by the clock of a place, daylight saving included.</summary>
internal static class LocalTimes
{
    /// <summary>Where the hours are meant; UTC where this machine doesn't know the place.</summary>
    public static TimeZoneInfo Place(this QuietHours quiet) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(quiet.TimeZone, out var place) ? place : TimeZoneInfo.Utc;

    /// <summary>When the quiet that this moment lies in is over; null where it doesn't lie in one.</summary>
    public static DateTimeOffset? EndOfQuiet(this QuietHours quiet, DateTimeOffset moment)
    {
        var place = quiet.Place();
        var local = TimeZoneInfo.ConvertTime(moment, place).DateTime;
        // Half open, and over midnight where the end comes first.
        if (!TimeOnly.FromDateTime(local).IsBetween(quiet.Start, quiet.End)) return null;
        var end = local.Date + quiet.End.ToTimeSpan();
        return ToUtc(place, end > local ? end : end.AddDays(1));
    }

    public static DateTime DayOf(this TimeZoneInfo place, DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, place).Date;

    public static DateTimeOffset StartOfNextDay(this TimeZoneInfo place, DateTimeOffset moment) => ToUtc(place, place.DayOf(moment).AddDays(1));

    /// <summary>Of a time that a clock shows twice the later one; of one that it leaves out the moment at which it leaves it out.</summary>
    private static DateTimeOffset ToUtc(TimeZoneInfo place, DateTime local)
    {
        // Clocks are set forward by whole minutes, and hardly ever by more than sixty.
        while (place.IsInvalidTime(local)) local = local.AddMinutes(1);
        return new DateTimeOffset(local, place.GetUtcOffset(local)).ToUniversalTime();
    }
}
