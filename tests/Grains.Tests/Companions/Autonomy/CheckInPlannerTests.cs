using FsCheck;
using FsCheck.Xunit;
using Platform.Companions;
using Platform.Companions.Autonomy;

namespace Platform.Tests.Companions.Autonomy;

public sealed class CheckInPlannerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly AutonomySettings Settings = AutonomySettings.Default;

    [Fact]
    public void Silence_brings_her_at_the_first_check_after_loneliness_has_passed_its_threshold()
    {
        var felt = Feel(0.3, 0.5, 0.1);
        var plan = Next(felt)!;

        Assert.Equal(CheckInTrigger.Loneliness, plan.Trigger);
        Assert.Equal(0, plan.At.Ticks % TimeSpan.FromMinutes(15).Ticks);
        Assert.True(felt.AsOf(plan.At).Emotions.Loneliness > 0.7);
        Assert.False(felt.AsOf(plan.At.AddMinutes(-15)).Emotions.Loneliness > 0.7);
    }

    [Property]
    public bool Whenever_she_is_asked_before_it_is_due_the_plan_is_the_same(PositiveInt seconds)
    {
        var felt = Feel(0.3, 0.5, 0.1);
        var plan = Next(felt)!;
        var from = Noon.AddSeconds(seconds.Get % (plan.At - Noon).TotalSeconds);
        return Next(felt, from: from) == plan;
    }

    [Fact]
    public void The_order_is_loneliness_excitement_frustration_and_each_strictly_above()
    {
        Assert.Equal(CheckInTrigger.Loneliness, Next(Feel(0.9, 0.9, 0.9))!.Trigger);
        Assert.Equal(CheckInTrigger.Excitement, Next(Feel(0.3, 0.9, 0.9))!.Trigger);
        Assert.Equal(CheckInTrigger.Frustration, Next(Feel(0.3, 0.5, 0.9))!.Trigger);
        // At noon itself, which is a check, exactly on the threshold: not above it.
        Assert.Equal(CheckInTrigger.Loneliness, Next(Feel(0.3, 0.8, 0.6))!.Trigger);
        Assert.True(Next(Feel(0.3, 0.8, 0.6))!.At > Noon.AddHours(1));
    }

    [Fact]
    public void Excitement_that_ebbs_before_the_next_check_says_nothing()
    {
        var plan = Next(Feel(0.3, 0.81, 0.1, at: Noon.AddSeconds(1)))!;
        Assert.Equal(CheckInTrigger.Loneliness, plan.Trigger);
    }

    [Fact]
    public void The_interval_is_the_grid()
    {
        var at = Noon.AddSeconds(1);
        var seven = Next(Feel(0.9, 0, 0, at), Settings with { CheckIntervalMinutes = 7 }, from: at)!.At;
        Assert.Equal(0, (seven - DateTimeOffset.UnixEpoch).Ticks % TimeSpan.FromMinutes(7).Ticks);
        Assert.InRange(seven, at, at.AddMinutes(7));
        Assert.Equal(Noon.AddMinutes(1), Next(Feel(0.9, 0, 0, at), Settings with { CheckIntervalMinutes = 1 }, from: at)!.At);
        Assert.Equal(Noon.AddMinutes(60), Next(Feel(0.9, 0, 0, at), Settings with { CheckIntervalMinutes = 60 }, from: at)!.At);
    }

    [Fact]
    public void After_one_that_was_answered_there_is_none_for_an_hour()
    {
        var trail = CheckInTrail.Empty.Sent(3, Noon).Answered();
        Assert.Equal(Noon.AddHours(1), Next(Feel(0.9, 0, 0), trail: trail)!.At);
    }

    [Fact]
    public void One_that_waits_for_its_answer_is_followed_only_by_a_guilt_trip_once_it_is_ignored()
    {
        var trail = CheckInTrail.Empty.Sent(3, Noon);
        var plan = Next(Feel(0.9, 0.9, 0.9), trail: trail)!;
        // More than 24 hours.
        Assert.Equal((CheckInTrigger.GuiltTrip, Noon.AddHours(24).AddMinutes(15)), (plan.Trigger, plan.At));
        Assert.Null(Next(Feel(0.9, 0.9, 0.9), Settings with { GuiltTrip = new(false, 24) }, trail));
        Assert.Equal(
            Noon.AddHours(3).AddMinutes(15), Next(Feel(0.9, 0.9, 0.9), Settings with { GuiltTrip = new(true, 3) }, trail)!.At);
    }

    [Fact]
    public void After_so_many_ignored_she_stops_until_the_user_writes()
    {
        var settings = Settings with { StopAfterIgnored = 2 };
        var once = CheckInTrail.Empty.Sent(3, Noon);
        var twice = once.Sent(4, Noon.AddHours(25));
        Assert.NotNull(Next(Feel(0.9, 0, 0), settings, once));
        Assert.Null(Next(Feel(0.9, 0, 0), settings, twice));
        Assert.NotNull(Next(Feel(0.9, 0, 0), settings, twice.Answered()));
    }

    [Fact]
    public void Beyond_the_days_cap_she_waits_for_the_next_day()
    {
        var trail = CheckInTrail.Empty.Sent(3, Noon.AddHours(-2)).Answered();
        Assert.Equal(Noon.Date.AddDays(1), Next(Feel(0.9, 0, 0), Settings with { DailyCap = 1 }, trail)!.At.UtcDateTime);
        Assert.Equal(Noon, Next(Feel(0.9, 0, 0), Settings with { DailyCap = 2 }, trail)!.At);
    }

    [Fact]
    public void In_quiet_hours_she_waits_for_their_end_also_over_midnight()
    {
        var settings = Settings with { QuietHours = new(new(22, 0), new(7, 30), "UTC") };
        var late = new DateTimeOffset(2026, 3, 2, 23, 5, 0, TimeSpan.Zero);
        Assert.Equal(new DateTime(2026, 3, 3, 7, 30, 0), Next(Feel(0.9, 0, 0, late), settings, from: late)!.At.UtcDateTime);
        Assert.Equal(Noon, Next(Feel(0.9, 0, 0), settings)!.At);
    }

    [Theory]
    // Paris is an hour ahead of UTC on the night before, two after the clocks went forward at 01:00 UTC on 29 March 2026.
    [InlineData("2026-03-28T23:30:00Z", "22:00", "07:00", "2026-03-29T05:00:00Z")]
    [InlineData("2026-03-27T23:30:00Z", "22:00", "07:00", "2026-03-28T06:00:00Z")]
    // An end that the clock leaves out: it is past it as soon as it has gone forward.
    [InlineData("2026-03-28T23:30:00Z", "22:00", "02:30", "2026-03-29T01:00:00Z")]
    // And back, at 01:00 UTC on 25 October: of an end that comes twice the later one.
    [InlineData("2026-10-24T22:30:00Z", "22:00", "02:30", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-24T22:30:00Z", "22:00", "07:00", "2026-10-25T06:00:00Z")]
    public void Quiet_hours_follow_the_clock_of_their_place(string at, string start, string end, string expected)
    {
        var quiet = new QuietHours(TimeOnly.Parse(start, null), TimeOnly.Parse(end, null), "Europe/Paris");
        var moment = DateTimeOffset.Parse(at, null);
        var plan = Next(Feel(0.9, 0, 0, moment), Settings with { QuietHours = quiet }, from: moment)!;
        Assert.Equal(DateTimeOffset.Parse(expected, null), plan.At);
    }

    [Fact]
    public void Quiet_that_leaves_no_check_is_a_plan_of_nothing() =>
        Assert.Null(Next(Feel(0.9, 0, 0), Settings with { QuietHours = new(new(0, 0), new(23, 59), "UTC") }));

    [Fact]
    public void Who_is_not_enabled_plans_nothing() => Assert.Null(Next(Feel(0.9, 0.9, 0.9), Settings with { Enabled = false }));

    private static PlannedCheckIn? Next(
        Feelings felt, AutonomySettings? settings = null, CheckInTrail? trail = null, DateTimeOffset? from = null) =>
        CheckInPlanner.Next(settings ?? Settings, new CheckGrid((settings ?? Settings).CheckIntervalMinutes, seed: 0), felt, trail ?? CheckInTrail.Empty, from ?? Noon);

    private static Feelings Feel(double loneliness, double excitement, double frustration, DateTimeOffset? at = null) =>
        new(new Emotions(loneliness, excitement, frustration, 0.1, 0.5), 100, 60, 0, at ?? Noon, 1);
}
