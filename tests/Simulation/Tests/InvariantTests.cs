using Platform.Companions;
using Platform.Conversations;
using Platform.Simulation.Checks;
using Platform.Simulation.Users;

namespace Platform.Simulation.Tests;

/// <summary>Each invariant is seen where it is broken, and only there. At birth loneliness is 0.3; it is above 0.7 after 20.8 hours.</summary>
public sealed class InvariantTests
{
    private static readonly DateTimeOffset Born = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Due = Born.AddHours(21);

    /// <summary>One who looks at full hours, and at their quarters.</summary>
    private static readonly string Companion =
        Enumerable.Range(0, int.MaxValue).Select(number => $"companion {number}").First(id => CompanionCheck.SeedOf(id) % 3600 == 0);

    private readonly List<Violation> _violations = [];
    private readonly CompanionCheck _check;

    public InvariantTests() => _check = new CompanionCheck(Companion, AutonomySettings.Default, Born, _violations.Add);

    [Fact]
    public void One_check_in_when_it_is_due_is_as_it_should_be()
    {
        Pass(Due, CheckIn(1, Due));
        Pass(Due.AddHours(3));
        AssertBroken();
    }

    [Fact]
    public void A_second_check_in_is_one_too_many()
    {
        Pass(Due, CheckIn(1, Due), CheckIn(2, Due));
        AssertBroken(Invariant.NoCheckInTwice);
    }

    [Fact]
    public void One_before_its_time_is_one_too_many()
    {
        Pass(Due.AddMinutes(-15), CheckIn(1, Due.AddMinutes(-15)));
        AssertBroken(Invariant.NoCheckInTwice);
    }

    [Fact]
    public void One_that_does_not_come_is_missed()
    {
        Pass(Due.AddMinutes(1));
        AssertBroken(Invariant.NoCheckInMissed);
    }

    [Fact]
    public void One_that_comes_late_is_missed()
    {
        Pass(Due.AddMinutes(15), CheckIn(1, Due.AddMinutes(15)));
        AssertBroken(Invariant.NoCheckInMissed);
    }

    [Fact]
    public void One_for_another_reason_is_missed()
    {
        Pass(Due, CheckIn(1, Due, CheckInTrigger.Excitement));
        AssertBroken(Invariant.NoCheckInMissed);
    }

    [Fact]
    public void Where_no_silo_is_up_it_may_come_at_the_next_check_and_has_to()
    {
        _check.Pass(Due.AddMinutes(1), isUp: false);
        Pass(Due.AddMinutes(15), CheckIn(1, Due.AddMinutes(15)));
        AssertBroken();

        var other = new CompanionCheck(Companion, AutonomySettings.Default, Born, _violations.Add);
        other.Pass(Due.AddMinutes(1), isUp: false);
        other.Pass(Due.AddMinutes(15), isUp: true);
        other.Settle();
        AssertBroken(Invariant.NoCheckInMissed);
    }

    [Fact]
    public void Once_a_silo_is_up_again_what_was_due_meanwhile_comes_at_once()
    {
        var back = Due.AddMinutes(7);
        _check.Pass(back, isUp: false);
        _check.Sweep(back);
        Pass(back, CheckIn(1, back));
        AssertBroken();

        var other = new CompanionCheck(Companion, AutonomySettings.Default, Born, _violations.Add);
        other.Pass(back, isUp: false);
        other.Sweep(back);
        other.Settle();
        AssertBroken(Invariant.NoCheckInMissed);
    }

    [Fact]
    public void In_quiet_hours_beyond_the_cap_and_before_it_is_ignored_none_is_due()
    {
        _check.Chose(AutonomySettings.Default with { QuietHours = new(new(20, 0), new(23, 0), "UTC"), DailyCap = 1 });
        Pass(Born.AddHours(23), CheckIn(1, Born.AddHours(23)));
        Pass(Born.AddHours(46));
        AssertBroken();
        Pass(Born.AddHours(47), CheckIn(2, Born.AddHours(47), CheckInTrigger.GuiltTrip));
        AssertBroken(Invariant.NoCheckInTwice);
    }

    [Fact]
    public void What_was_acknowledged_and_is_not_there_is_lost()
    {
        _check.Tried("Hello");
        _check.Acknowledged(Hello);
        Pass(Born.AddHours(1), Heard(1));
        AssertBroken(Invariant.NoMessageLost);
    }

    [Fact]
    public void A_number_left_out_and_a_log_that_was_longer_are_losses()
    {
        _check.Tried("Hello");
        Pass(Born.AddHours(1), Heard(2));
        AssertBroken(Invariant.NoMessageLost);
        _check.Compare([], Born.AddHours(1));
        Assert.Equal(2, _violations.Count(violation => violation.Invariant == Invariant.NoMessageLost));
    }

    [Fact]
    public void What_was_acknowledged_and_is_there_is_as_it_should_be()
    {
        _check.Tried("Hello");
        _check.Acknowledged(Hello);
        Pass(Born.AddHours(1), Heard(1), Reply(2));
        AssertBroken();
    }

    [Fact]
    public void More_than_was_sent_is_doubled()
    {
        _check.Tried("Hello");
        Pass(Born.AddHours(1), Heard(1), Heard(2));
        AssertBroken(Invariant.NoMessageTwice);
    }

    [Fact]
    public void A_second_reply_is_doubled()
    {
        _check.Tried("Hello");
        Pass(Born.AddHours(1), Heard(1), Reply(2), Reply(3));
        AssertBroken(Invariant.NoMessageTwice);
    }

    [Fact]
    public void What_is_sent_again_after_a_kill_and_said_again_is_doubled()
    {
        _check.Tried("Hello");
        _check.Killed();
        Pass(Born.AddHours(1), Heard(1), Heard(2));
        AssertBroken(Invariant.NoMessageTwice);
    }

    [Fact]
    public void Emotions_stay_in_their_range_and_on_their_curves()
    {
        var felt = Feelings.AtBirth(Born).AsOf(Born.AddHours(1)).Emotions;
        _check.Saw(felt, Born.AddHours(1));
        _check.Settle();
        AssertBroken();
        _check.Saw(felt with { Jealousy = felt.Jealousy + 0.01 }, Born.AddHours(1));
        _check.Settle();
        AssertBroken(Invariant.EmotionsByClosedForm);
        _check.Saw(felt with { Affection = 1.01 }, Born.AddHours(1));
        Assert.Contains(_violations, violation => violation.Invariant == Invariant.EmotionsInRange);
    }

    [Fact]
    public void What_is_shown_after_a_message_is_what_it_has_left()
    {
        var after = Feelings.AtBirth(Born).Hear(Appraiser.Read("Hello"), Born.AddHours(1));
        _check.Tried("Hello");
        _check.Acknowledged(Hello);
        _check.Saw(after.Emotions, Born.AddHours(1));
        Pass(Born.AddHours(1), Heard(1), Reply(2));
        AssertBroken();
        _check.Saw(Feelings.AtBirth(Born).AsOf(Born.AddHours(1)).Emotions, Born.AddHours(1));
        Pass(Born.AddHours(1));
        AssertBroken(Invariant.EmotionsByClosedForm);
    }

    [Fact]
    public void A_third_tick_of_a_day_is_too_much_for_an_idle_companion()
    {
        var ghost = new User(Companion, Habit.Ghost, new NewCompanion(null!, null, AutonomySettings.Default), []);
        using var auditor = new Auditor([ghost], Born, days: 2);
        for (var i = 0; i < 2; i++) auditor.Tick(Companion, Born.AddHours(30));
        auditor.CheckIdle();
        Assert.Empty(auditor.Violations);
        auditor.Tick(Companion, Born.AddHours(31));
        auditor.CheckIdle();
        Assert.Equal(Invariant.IdleCompanionsCostLittle, Assert.Single(auditor.Violations).Invariant);
    }

    private static Exchange Hello => new(
        new("1", Companion, 1, MessageRole.User, "Hello", null, Born.AddHours(1)),
        new("2", Companion, 2, MessageRole.Assistant, "Hi", "happy", Born.AddHours(1)),
        new("happy", new(0, 0, 0), new(0, 0, 0), new(0.3, 0.5, 0.1, 0.1, 0.5), "happy"));

    private static LogRow Heard(long seq) => new(seq, $"{seq}", MessageRole.User, "Hello", Born.AddHours(1), null);

    private static LogRow Reply(long seq) => new(seq, $"{seq}", MessageRole.Assistant, "Hi", Born.AddHours(1), null);

    private static LogRow CheckIn(long seq, DateTimeOffset at, CheckInTrigger trigger = CheckInTrigger.Loneliness) =>
        new(seq, $"{seq}", MessageRole.Assistant, "Hey", at, new(trigger, "Because.", Feelings.AtBirth(Born).AsOf(at).Emotions));

    private void Pass(DateTimeOffset until, params LogRow[] rows)
    {
        _check.Pass(until, isUp: true);
        _check.Read(rows);
        _check.Settle();
    }

    private void AssertBroken(params Invariant[] invariants) =>
        Assert.Equal(invariants, _violations.Select(violation => violation.Invariant).Distinct());
}
