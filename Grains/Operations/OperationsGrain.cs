namespace Platform.Operations;

/// <summary>Adds up what all processes report. One for the whole cluster: a report of each every two seconds is little for it.</summary>
[GrainType("operations")]
internal sealed class OperationsGrain(RemindersBehind reminders, TimeProvider clock) : Grain, IOperationsGrain
{
    /// <summary>Who has been silent for so long is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan SlowAge = TimeSpan.FromMinutes(5);
    private const int MaxSlow = 20;

    private readonly Dictionary<string, Known> _processes = [];
    private readonly Timeline _timeline = new();
    private readonly List<SlowCall> _slow = [];

    public Task Report(ProcessReport report)
    {
        var known = _processes.GetValueOrDefault(report.Id);
        // One that was overtaken says nothing new.
        if (known?.Last.At >= report.At) return Task.CompletedTask;
        _timeline.Add(known?.Last, report);
        _processes[report.Id] = new(report, Cpu(known?.Last, report));
        var now = clock.GetUtcNow();
        foreach (var gone in _processes.Values.Where(process => now - process.Last.At > Silence).ToList()) _processes.Remove(gone.Last.Id);
        _timeline.Set(now, _processes.Values.Select(process => process.Last));
        Remember(report.Slow, now);
        return Task.CompletedTask;
    }

    public async Task<ClusterView> Look(DateTimeOffset? after)
    {
        var members = await GrainFactory.GetGrain<IManagementGrain>(0).GetHosts();
        var behind = await reminders.CountAsync();
        var now = clock.GetUtcNow();
        var activations =
            from process in _processes.Values
            from kind in process.Last.Activations
            group kind.Count by kind.Kind into counts
            let sum = counts.Sum()
            where sum > 0
            orderby sum descending, counts.Key
            select new KindCount(counts.Key, sum);
        return new ClusterView(
            now,
            [.. members.Select(member => new SiloMember(member.Key.ToParsableString(), member.Value.ToString())).OrderBy(member => member.Address, StringComparer.Ordinal)],
            [.. _processes.Values.Select(View).OrderBy(process => process.Role, StringComparer.Ordinal).ThenBy(process => process.StartedAt)],
            _timeline.LastMinute(now),
            [.. activations],
            [.. _slow.Where(call => now - call.At < SlowAge)],
            behind,
            _timeline.After(after, now));
    }

    private void Remember(IReadOnlyList<SlowCall> calls, DateTimeOffset now)
    {
        _slow.AddRange(calls);
        _slow.RemoveAll(call => now - call.At > SlowAge);
        _slow.Sort((one, other) => other.Seconds.CompareTo(one.Seconds));
        if (_slow.Count > MaxSlow) _slow.RemoveRange(MaxSlow, _slow.Count - MaxSlow);
    }

    private static double Cpu(ProcessReport? last, ProcessReport report) =>
        (report.CpuSeconds - (last?.CpuSeconds ?? 0)) / Math.Max(0.1, (report.At - (last?.At ?? report.StartedAt)).TotalSeconds);

    private static ProcessView View(Known process)
    {
        var last = process.Last;
        return new(last.Role, last.Host, last.StartedAt, last.At, process.Cpu, last.Memory, last.Activations.Sum(kind => kind.Count), last.Counts);
    }

    private sealed record Known(ProcessReport Last, double Cpu);
}
