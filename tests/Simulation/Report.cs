using System.Globalization;
using System.Text;
using Platform.Companions;
using Platform.Simulation.Checks;

namespace Platform.Simulation;

/// <summary>What a run came to.</summary>
/// <param name="Events">How often the clock was moved to something that happens.</param>
/// <param name="IdleTicks">How often each companion whom nobody writes any more was ticked by her reminder, for each of her days.</param>
/// <param name="Transcript">By companion, in order: all that was said, with its time and the cause of check-ins.</param>
internal sealed record Report(
    SimulationOptions Options,
    TimeSpan WallTime,
    long Events,
    long Messages,
    IReadOnlyDictionary<CheckInTrigger, long> CheckIns,
    IReadOnlyList<string> Kills,
    long Ticks,
    IReadOnlyList<int> IdleTicks,
    IReadOnlyList<Violation> Violations,
    string Transcript)
{
    private const int ShownViolations = 20;

    /// <summary>Of one idle companion, on average.</summary>
    public double IdleTicksADay => IdleTicks.DefaultIfEmpty().Average();

    public bool IsTooLate => Options.MaxSeconds is { } most && WallTime.TotalSeconds > most;

    public bool IsFine => Violations.Count == 0 && !IsTooLate;

    public override string ToString()
    {
        var text = new StringBuilder();
        void Line(string name, FormattableString value) => text.AppendLine($"{name,-26}{value.ToString(CultureInfo.InvariantCulture)}");
        Line("companions", $"{Options.Companions}");
        Line("virtual days", $"{Options.Days}");
        Line("seed", $"{Options.Seed}");
        Line("wall time", $"{WallTime.TotalSeconds:0.0} s{(IsTooLate ? $", more than {Options.MaxSeconds} s" : "")}");
        Line("events", $"{Events:N0}");
        Line("messages", $"{Messages:N0}");
        Line("check-ins", $"{CheckIns.Values.Sum():N0}");
        foreach (var (trigger, count) in CheckIns) Line($"  {trigger}", $"{count:N0}");
        Line("kills", $"{Kills.Count}");
        foreach (var kill in Kills) Line("", $"{kill}");
        Line("reminder ticks", $"{Ticks:N0}");
        var most = IdleTicks.DefaultIfEmpty().Max();
        Line("  of an idle companion", $"{IdleTicksADay:0.00} a day, at most {most}, in {IdleTicks.Count:N0} days");
        foreach (var invariant in Enum.GetValues<Invariant>())
        {
            var broken = Violations.Count(violation => violation.Invariant == invariant);
            Line(invariant.ToString(), $"{(broken == 0 ? "holds" : $"broken {broken} times")}");
        }

        foreach (var violation in Violations.Take(ShownViolations)) text.AppendLine(violation.ToString());
        return text.ToString();
    }
}
