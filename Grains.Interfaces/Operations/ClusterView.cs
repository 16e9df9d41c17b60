namespace Platform.Operations;

/// <summary>What operators see.</summary>
/// <param name="Silos">All members of the cluster that are not forgotten yet, those that died included.</param>
/// <param name="Processes">Those that have reported lately.</param>
/// <param name="Products">What each product was asked in the last minute.</param>
/// <param name="Activations">How many actors of each kind live in all silos.</param>
/// <param name="Slow">The slowest calls of the last five minutes, the slowest first.</param>
/// <param name="Reminders">How many check-ins are behind their time now.</param>
/// <param name="Moments">What went on, a moment after another.</param>
[GenerateSerializer, Immutable, Alias("platform.ClusterView")]
public sealed record ClusterView(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] IReadOnlyList<SiloMember> Silos,
    [property: Id(2)] IReadOnlyList<ProcessView> Processes,
    [property: Id(3)] IReadOnlyList<ProductView> Products,
    [property: Id(4)] IReadOnlyList<KindCount> Activations,
    [property: Id(5)] IReadOnlyList<SlowCall> Slow,
    [property: Id(6)] ReminderBacklog Reminders,
    [property: Id(7)] IReadOnlyList<Moment> Moments);

/// <param name="Status">The engine's word: Active, Joining, ShuttingDown, Dead, …</param>
[GenerateSerializer, Immutable, Alias("platform.SiloMember")]
public sealed record SiloMember([property: Id(0)] string Address, [property: Id(1)] string Status);

/// <param name="Cpu">Cores that it keeps busy.</param>
/// <param name="Memory">Its working set in bytes.</param>
/// <param name="Actors">How many live in it.</param>
[GenerateSerializer, Immutable, Alias("platform.ProcessView")]
public sealed record ProcessView(
    [property: Id(0)] string Role,
    [property: Id(1)] string Host,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset ReportedAt,
    [property: Id(4)] double Cpu,
    [property: Id(5)] long Memory,
    [property: Id(6)] long Actors,
    [property: Id(7)] ProcessCounts Counts);

/// <param name="PerSecond">Requests.</param>
/// <param name="Median">In seconds.</param>
/// <param name="P99">In seconds.</param>
[GenerateSerializer, Immutable, Alias("platform.ProductView")]
public sealed record ProductView(
    [property: Id(0)] string Product,
    [property: Id(1)] double PerSecond,
    [property: Id(2)] long Requests,
    [property: Id(3)] long Refused,
    [property: Id(4)] long Failed,
    [property: Id(5)] double Median,
    [property: Id(6)] double P99);

/// <param name="Behind">Whose time was over more than a minute ago.</param>
/// <param name="OldestSeconds">How long the time of the one that waits longest is over; 0 where none waits.</param>
[GenerateSerializer, Immutable, Alias("platform.ReminderBacklog")]
public sealed record ReminderBacklog([property: Id(0)] long Behind, [property: Id(1)] double OldestSeconds);

/// <summary>Two seconds of all processes together.</summary>
/// <param name="At">When they began.</param>
/// <param name="Requests">Requests a second, of each product that had any.</param>
/// <param name="Failed">Answers of 500 and above, in all.</param>
/// <param name="P99">Of all requests, in seconds.</param>
/// <param name="GrainCalls">A second.</param>
/// <param name="Companions">Live ones.</param>
/// <param name="Reminders">Reminders that came, in all.</param>
/// <param name="Late">Those that came more than a minute late.</param>
/// <param name="WaitingUnits">Units that wait for a commit.</param>
/// <param name="WaitingJobs">Jobs that wait for their turn.</param>
/// <param name="Sockets">Open ones.</param>
[GenerateSerializer, Immutable, Alias("platform.Moment")]
public sealed record Moment(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] IReadOnlyDictionary<string, double> Requests,
    [property: Id(2)] long Failed,
    [property: Id(3)] double P99,
    [property: Id(4)] double GrainCalls,
    [property: Id(5)] long Companions,
    [property: Id(6)] long Reminders,
    [property: Id(7)] long Late,
    [property: Id(8)] long WaitingUnits,
    [property: Id(9)] long WaitingJobs,
    [property: Id(10)] long Sockets);
