using Platform.Telemetry;

namespace Platform.Tests.Telemetry;

public sealed class ReminderMeasureTests
{
    private static readonly DateTime Set = new(2026, 6, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <param name="seconds">From the reminder's time to when it came.</param>
    [Theory]
    [InlineData("check-in", 4000, 4000)]
    [InlineData("sweep", 4000, 400)]
    [InlineData("sweep", -1, 0)]
    public void What_repeats_was_due_last_a_whole_number_of_periods_after_its_time_and_a_check_in_at_its_time(string name, int seconds, double late)
    {
        using var measured = new Measurements<double>("platform.reminders.lateness");
        ReminderMeasure.Came(name, new TickStatus(Set, TimeSpan.FromMinutes(10), Set), new DateTimeOffset(Set).AddSeconds(seconds));
        Assert.Contains(late, measured.Values);
    }
}
