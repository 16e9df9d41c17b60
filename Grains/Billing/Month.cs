using System.Globalization;

namespace Platform.Billing;

/// <summary>A calendar month, UTC: the period of those who pay nothing.</summary>
internal readonly record struct Month(DateTimeOffset Start)
{
    public DateTimeOffset End => Start.AddMonths(1);

    /// <summary>Such as <c>2026-11</c>.</summary>
    public string Name => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static Month Of(DateTimeOffset moment) => new(new DateTimeOffset(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero));
}
