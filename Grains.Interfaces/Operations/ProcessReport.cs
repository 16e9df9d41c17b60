namespace Platform.Operations;

/// <summary>What one process says of itself. What counts up does so from its start.</summary>
/// <param name="Id">Unique for each start of a process.</param>
/// <param name="Role"><c>api</c> or <c>silo</c>; where all is one process, <c>api</c>.</param>
/// <param name="Host">The machine's name and the process' number there.</param>
/// <param name="Products">What each product was asked; only front doors have any.</param>
/// <param name="Activations">How many actors of each kind live in it.</param>
/// <param name="CpuSeconds">Of all its threads.</param>
/// <param name="Memory">Its working set in bytes.</param>
/// <param name="Slow">The slowest calls since its last report, the slowest first.</param>
[GenerateSerializer, Immutable, Alias("platform.ProcessReport")]
public sealed record ProcessReport(
    [property: Id(0)] string Id,
    [property: Id(1)] string Role,
    [property: Id(2)] string Host,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] IReadOnlyList<ProductTraffic> Products,
    [property: Id(6)] IReadOnlyList<KindCount> Activations,
    [property: Id(7)] ProcessCounts Counts,
    [property: Id(8)] double CpuSeconds,
    [property: Id(9)] long Memory,
    [property: Id(10)] IReadOnlyList<SlowCall> Slow);

/// <param name="Requests">All of them.</param>
/// <param name="Refused">Answered with 400 to 499.</param>
/// <param name="Failed">Answered with 500 and above.</param>
/// <param name="Times">How many took how long, by the bounds of <see cref="LatencyBounds"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.ProductTraffic")]
public sealed record ProductTraffic(
    [property: Id(0)] string Product,
    [property: Id(1)] long Requests,
    [property: Id(2)] long Refused,
    [property: Id(3)] long Failed,
    [property: Id(4)] IReadOnlyList<long> Times);

[GenerateSerializer, Immutable, Alias("platform.KindCount")]
public sealed record KindCount([property: Id(0)] string Kind, [property: Id(1)] long Count);

/// <param name="GrainCalls">Calls of actors that were answered; counts up.</param>
/// <param name="GrainFailures">Those that ended in an exception; counts up.</param>
/// <param name="Commits">Group commits; counts up.</param>
/// <param name="CommittedUnits">Units in them; counts up.</param>
/// <param name="WaitingUnits">Units that wait for a commit now.</param>
/// <param name="WaitingJobs">Jobs that wait for their turn now.</param>
/// <param name="DrawingJobs">Jobs that are being drawn now.</param>
/// <param name="Sockets">Open now.</param>
/// <param name="Reminders">Reminders that came; counts up.</param>
/// <param name="LateReminders">Those that came more than a minute after their time; counts up.</param>
[GenerateSerializer, Immutable, Alias("platform.ProcessCounts")]
public sealed record ProcessCounts(
    [property: Id(0)] long GrainCalls,
    [property: Id(1)] long GrainFailures,
    [property: Id(2)] long Commits,
    [property: Id(3)] long CommittedUnits,
    [property: Id(4)] long WaitingUnits,
    [property: Id(5)] long WaitingJobs,
    [property: Id(6)] long DrawingJobs,
    [property: Id(7)] long Sockets,
    [property: Id(8)] long Reminders,
    [property: Id(9)] long LateReminders);

/// <param name="What">The route of a request, or the kind and method of a call.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="TraceId">Under which logs and traces have it; null: it had none.</param>
[GenerateSerializer, Immutable, Alias("platform.SlowCall")]
public sealed record SlowCall(
    [property: Id(0)] string What, [property: Id(1)] double Seconds, [property: Id(2)] DateTimeOffset At, [property: Id(3)] string? TraceId);
