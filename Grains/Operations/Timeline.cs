namespace Platform.Operations;

/// <summary>What all processes have done together, in moments of two seconds, for a quarter of an hour.</summary>
internal sealed class Timeline
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    private const int Length = 450;
    private const int StepsOfAMinute = 30;

    /// <summary>A process that has run for longer than this has reported before, to an activation that is gone.</summary>
    private static readonly TimeSpan Newness = 5 * Step;

    private readonly SortedDictionary<long, Slot> _slots = [];

    /// <summary>Adds what a process has done since its last report to the moment of its new one.</summary>
    /// <param name="last">Null: none is known. Of a process that isn't new, what it has done by now was done at moments that nobody knows.</param>
    public void Add(ProcessReport? last, ProcessReport report)
    {
        if (last is null && report.At - report.StartedAt > Newness) return;
        var slot = SlotOf(report.At);
        foreach (var traffic in report.Products)
        {
            var before = last?.Products.FirstOrDefault(other => other.Product == traffic.Product);
            if (!slot.Products.TryGetValue(traffic.Product, out var sum)) slot.Products[traffic.Product] = sum = new Traffic();
            sum.Requests += traffic.Requests - (before?.Requests ?? 0);
            sum.Refused += traffic.Refused - (before?.Refused ?? 0);
            sum.Failed += traffic.Failed - (before?.Failed ?? 0);
            for (var i = 0; i < traffic.Times.Count; i++) sum.Times[i] += traffic.Times[i] - (before?.Times[i] ?? 0);
        }

        slot.GrainCalls += report.Counts.GrainCalls - (last?.Counts.GrainCalls ?? 0);
        slot.Reminders += report.Counts.Reminders - (last?.Counts.Reminders ?? 0);
        slot.Late += report.Counts.LateReminders - (last?.Counts.LateReminders ?? 0);
    }

    /// <summary>Notes how things stand in all processes.</summary>
    public void Set(DateTimeOffset now, IEnumerable<ProcessReport> processes)
    {
        var slot = SlotOf(now);
        (slot.Companions, slot.WaitingUnits, slot.WaitingJobs, slot.Sockets) = (0, 0, 0, 0);
        foreach (var process in processes)
        {
            slot.Companions += process.Activations.FirstOrDefault(kind => kind.Kind == "companion")?.Count ?? 0;
            slot.WaitingUnits += process.Counts.WaitingUnits;
            slot.WaitingJobs += process.Counts.WaitingJobs;
            slot.Sockets += process.Counts.Sockets;
        }
    }

    /// <summary>What each product was asked in the minute before now.</summary>
    public IReadOnlyList<ProductView> LastMinute(DateTimeOffset now)
    {
        var sums = new SortedDictionary<string, Traffic>(StringComparer.Ordinal);
        var first = NumberOf(now) - StepsOfAMinute;
        foreach (var (_, slot) in _slots.Where(entry => entry.Key >= first))
        {
            foreach (var (product, traffic) in slot.Products)
            {
                if (!sums.TryGetValue(product, out var sum)) sums[product] = sum = new Traffic();
                sum.Add(traffic);
            }
        }

        return [.. sums.Select(entry => new ProductView(
            entry.Key,
            entry.Value.Requests / (StepsOfAMinute * Step.TotalSeconds),
            entry.Value.Requests,
            entry.Value.Refused,
            entry.Value.Failed,
            LatencyBounds.Quantile(entry.Value.Times, 0.5),
            LatencyBounds.Quantile(entry.Value.Times, 0.99)))];
    }

    /// <summary>The moments that are over.</summary>
    public IReadOnlyList<Moment> After(DateTimeOffset? after, DateTimeOffset now)
    {
        var last = NumberOf(now);
        var first = after is { } moment ? NumberOf(moment) : long.MinValue;
        return [.. _slots.Where(entry => entry.Key > first && entry.Key < last).Select(entry => View(entry.Key, entry.Value))];
    }

    private static Moment View(long number, Slot slot)
    {
        var all = new Traffic();
        foreach (var traffic in slot.Products.Values) all.Add(traffic);
        return new(
            DateTimeOffset.UnixEpoch + (number * Step),
            slot.Products.ToDictionary(entry => entry.Key, entry => entry.Value.Requests / Step.TotalSeconds),
            all.Failed,
            LatencyBounds.Quantile(all.Times, 0.99),
            slot.GrainCalls / Step.TotalSeconds,
            slot.Companions,
            slot.Reminders,
            slot.Late,
            slot.WaitingUnits,
            slot.WaitingJobs,
            slot.Sockets);
    }

    private Slot SlotOf(DateTimeOffset at)
    {
        var number = NumberOf(at);
        if (_slots.TryGetValue(number, out var slot)) return slot;
        _slots[number] = slot = new Slot();
        while (_slots.Count > Length) _slots.Remove(_slots.First().Key);
        return slot;
    }

    private static long NumberOf(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / Step.Ticks;

    private sealed class Slot
    {
        public Dictionary<string, Traffic> Products { get; } = [];

        public long GrainCalls { get; set; }

        public long Companions { get; set; }

        public long Reminders { get; set; }

        public long Late { get; set; }

        public long WaitingUnits { get; set; }

        public long WaitingJobs { get; set; }

        public long Sockets { get; set; }
    }

    private sealed class Traffic
    {
        public long Requests { get; set; }

        public long Refused { get; set; }

        public long Failed { get; set; }

        public long[] Times { get; } = new long[LatencyBounds.Count];

        public void Add(Traffic other)
        {
            Requests += other.Requests;
            Refused += other.Refused;
            Failed += other.Failed;
            for (var i = 0; i < Times.Length; i++) Times[i] += other.Times[i];
        }
    }
}
