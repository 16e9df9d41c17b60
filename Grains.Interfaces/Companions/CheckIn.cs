namespace Platform.Companions;

/// <summary>A message that a companion wrote by herself.</summary>
/// <param name="Id">Also the id of the message in the history.</param>
/// <param name="Cause">Why it came, as a sentence.</param>
/// <param name="Emotions">What she felt at that moment.</param>
/// <param name="WasIgnored">Whether the user left it unanswered for longer than the settings allow.</param>
[GenerateSerializer, Immutable, Alias("platform.CheckIn")]
public sealed record CheckIn(
    [property: Id(0)] string Id,
    [property: Id(1)] CheckInTrigger Trigger,
    [property: Id(2)] string Cause,
    [property: Id(3)] Emotions Emotions,
    [property: Id(4)] bool WasIgnored,
    [property: Id(5)] DateTimeOffset CreatedAt);

/// <summary>Check-ins of one companion.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Total">How many there are altogether.</param>
[GenerateSerializer, Immutable, Alias("platform.CheckIns")]
public sealed record CheckIns([property: Id(0)] IReadOnlyList<CheckIn> Items, [property: Id(1)] long Total);

/// <summary>Some check-ins of one companion.</summary>
/// <param name="Items">The oldest first.</param>
/// <param name="LastSeq">The message of the last of them: the next page follows it.</param>
[GenerateSerializer, Immutable, Alias("platform.CheckInPage")]
public sealed record CheckInPage([property: Id(0)] IReadOnlyList<CheckIn> Items, [property: Id(1)] long LastSeq);

/// <summary>What will come if nobody writes meanwhile.</summary>
/// <param name="At">When; null where nothing will.</param>
/// <param name="Trigger">Why; null where nothing will.</param>
/// <param name="Reason">The same as a sentence, or why nothing will come.</param>
[GenerateSerializer, Immutable, Alias("platform.CheckInForecast")]
public sealed record CheckInForecast(
    [property: Id(0)] DateTimeOffset? At, [property: Id(1)] CheckInTrigger? Trigger, [property: Id(2)] string Reason);
