namespace Platform.Companions;

/// <summary>Why a companion writes by herself. Stored by name: never rename one.</summary>
public enum CheckInTrigger
{
    Loneliness = 0,
    Excitement = 1,
    Frustration = 2,

    /// <summary>The last check-in was ignored.</summary>
    GuiltTrip = 3,
}

/// <summary>When a companion may write first, and what. Whoever takes settings from a client checks the ranges.</summary>
/// <param name="Enabled">Whether she does at all.</param>
/// <param name="CheckIntervalMinutes">1 to 60: she looks at her feelings at the multiples of this many minutes since 1970, UTC.</param>
/// <param name="QuietHours">When she keeps still, or null.</param>
/// <param name="DailyCap">1 or more: the most check-ins of one day; null: no such limit.</param>
/// <param name="StopAfterIgnored">1 or more: after so many ignored in a row she waits for the user; null: never.</param>
[GenerateSerializer, Immutable, Alias("platform.AutonomySettings")]
public sealed record AutonomySettings(
    [property: Id(0)] bool Enabled,
    [property: Id(1)] int CheckIntervalMinutes,
    [property: Id(2)] TriggerSettings Loneliness,
    [property: Id(3)] TriggerSettings Excitement,
    [property: Id(4)] TriggerSettings Frustration,
    [property: Id(5)] GuiltTripSettings GuiltTrip,
    [property: Id(6)] QuietHours? QuietHours = null,
    [property: Id(7)] int? DailyCap = null,
    [property: Id(8)] int? StopAfterIgnored = null)
{
    public static readonly AutonomySettings Default = new(
        Enabled: true,
        CheckIntervalMinutes: 15,
        new(0.7, "Hey, you there?"),
        new(0.8, "OMG, guess what!"),
        new(0.6, "Seriously?"),
        new(Enabled: true, IgnoreThresholdHours: 24));
}

/// <param name="Threshold">0 to 1: the emotion must be strictly above it.</param>
/// <param name="Message">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("platform.TriggerSettings")]
public sealed record TriggerSettings([property: Id(0)] double Threshold, [property: Id(1)] string Message);

/// <param name="IgnoreThresholdHours">A check-in that was not answered for longer than this is ignored.</param>
[GenerateSerializer, Immutable, Alias("platform.GuiltTripSettings")]
public sealed record GuiltTripSettings([property: Id(0)] bool Enabled, [property: Id(1)] int IgnoreThresholdHours);

/// <summary>A part of every day, by the clock of a place; it may run over midnight.</summary>
/// <param name="Start">The first quiet minute.</param>
/// <param name="End">The first minute that is not quiet any more; the same as the start: there are no quiet hours.</param>
/// <param name="TimeZone">An IANA name such as <c>Europe/Paris</c>.</param>
[GenerateSerializer, Immutable, Alias("platform.QuietHours")]
public sealed record QuietHours([property: Id(0)] TimeOnly Start, [property: Id(1)] TimeOnly End, [property: Id(2)] string TimeZone);
