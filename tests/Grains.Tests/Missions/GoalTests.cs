using Platform.Companions;
using Platform.Missions;

namespace Platform.Tests.Missions;

public sealed class GoalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DaysInRow ThreeDays = new(3, deed => deed is Heard);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0, 1, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0, 1, 1, 1)]
    [InlineData(2, 0, 2, 3)]
    [InlineData(3, 0, 2, 1)]
    public void Only_days_in_a_row_count_each_once_and_in_any_order(int run, params int[] days) =>
        Assert.Equal(run, ThreeDays.Progress(Days(days), Noon.AddDays(days.Max())));

    [Fact]
    public void A_streak_lasts_through_the_next_day_and_is_gone_after_it()
    {
        var tally = Days(0, 1);
        Assert.Equal(2, ThreeDays.Progress(tally, Noon.AddDays(2)));
        Assert.Equal(0, ThreeDays.Progress(tally, Noon.AddDays(3)));
    }

    [Fact]
    public void A_streak_that_was_reached_stays_reached() => Assert.Equal(3, ThreeDays.Progress(Days(0, 1, 2, 9), Noon.AddDays(9)));

    [Fact]
    public void However_long_somebody_tries_only_the_last_days_are_kept() => Assert.InRange(Days([.. Enumerable.Range(0, 100).Select(i => 2 * i)]).Marks.Count, 1, 4);

    [Fact]
    public void A_day_ends_at_midnight_in_utc()
    {
        var late = new DateTimeOffset(2026, 3, 1, 23, 59, 59, TimeSpan.Zero);
        var tally = ThreeDays.Add(ThreeDays.Add(Tally.Empty, Said(late)), Said(late.AddSeconds(1).ToOffset(TimeSpan.FromHours(-8))));
        Assert.Equal(2, tally.Count);
    }

    [Fact]
    public void What_does_not_count_leaves_the_very_same_tally()
    {
        var tally = Days(0);
        var care = new Cared("luna", Noon, CareAction.Feed);
        Assert.All(MissionCatalogue.All, entry => Assert.Same(tally, entry.Goal.Add(tally, new Bonded("luna", Noon, 0))));
        Assert.Same(tally, ThreeDays.Add(tally, care));
    }

    private static Tally Days(params int[] days) =>
        days.Aggregate(Tally.Empty, (tally, day) => ThreeDays.Add(tally, Said(Noon.AddDays(day))));

    private static Heard Said(DateTimeOffset at) => new("luna", at, Intent.Statement, ByName: false);
}
