using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Simulation.Users;

/// <summary>When a companion may write first, as people choose it.</summary>
internal sealed class Tastes(ulong seed, Habit habit)
{
    private static readonly string[] Places = ["UTC", "Europe/Paris", "America/New_York", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Sydney"];
    private static readonly int[] Intervals = [15, 15, 15, 15, 5, 30, 60, 20, 7];

    private Dice _dice = new(seed);

    /// <summary>Half of all leave everything as it is.</summary>
    public AutonomySettings Settings(bool mayDisable = false)
    {
        var settings = AutonomySettings.Default;
        if (mayDisable && _dice.Chance(0.2)) return settings with { Enabled = false };
        if (_dice.Chance(0.5)) return settings;
        if (_dice.Chance(0.5)) settings = settings with { CheckIntervalMinutes = Intervals[_dice.Below(Intervals.Length)] };
        if (_dice.Chance(0.6)) settings = settings with { QuietHours = Quiet() };
        if (_dice.Chance(0.3)) settings = settings with { DailyCap = 1 + _dice.Below(2) };
        if (_dice.Chance(0.3)) settings = settings with { StopAfterIgnored = 1 + _dice.Below(4) };
        if (_dice.Chance(0.3)) settings = settings with { Loneliness = settings.Loneliness with { Threshold = 0.4 + _dice.Below(60) / 100.0 } };
        if (_dice.Chance(0.3)) settings = settings with { Excitement = settings.Excitement with { Threshold = 0.55 + _dice.Below(40) / 100.0 } };
        if (_dice.Chance(0.3)) settings = settings with { Frustration = settings.Frustration with { Threshold = 0.3 + _dice.Below(50) / 100.0 } };
        if (_dice.Chance(0.2)) settings = settings with { GuiltTrip = new(_dice.Chance(0.5), IgnoreHours()) };
        return settings;
    }

    /// <summary>What a companion who is left alone costs is measured on those whose users wait a day or more.</summary>
    private int IgnoreHours() => habit == Habit.Ghost ? 24 + _dice.Below(25) : 6 + _dice.Below(43);

    private QuietHours Quiet()
    {
        var start = new TimeOnly(18 + _dice.Below(6), 15 * _dice.Below(4));
        return new QuietHours(start, start.AddHours(5 + _dice.Below(7)), Places[_dice.Below(Places.Length)]);
    }
}
