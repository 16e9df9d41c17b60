using System.Globalization;
using Platform.Benchmarks.Load;

namespace Platform.Benchmarks;

/// <summary>
/// Throughputs as shares of another. Rounds alternate, a share is taken within each, and the median of the shares counts: so a machine that
/// others use too disturbs both sides alike.
/// </summary>
internal static class Comparison
{
    public const int Connections = 128;

    /// <summary>Many short ones rather than a few long ones: what disturbs one side then disturbs the other too.</summary>
    private const int Rounds = 15;
    private const double Seconds = 1.5;
    private const double WarmUpSeconds = 0.5;

    /// <summary>So many answers warm a server up. Counted, not timed: on a busy machine that takes a while.</summary>
    private const int WarmUpAnswers = 60_000;
    private const int MaxWarmUpRounds = 8;
    private const double WarmUpRoundSeconds = 5;

    /// <param name="baseline">What the others are a share of.</param>
    /// <param name="baselineName">Completes "a share of …".</param>
    /// <param name="target">The share that each should reach.</param>
    public static async Task<List<Figure>> RunAsync(
        LoadTarget baseline, List<LoadTarget> targets, string benchmark, string baselineName, double target)
    {
        foreach (var one in targets.Prepend(baseline)) await WarmUpAsync(one);
        var baselineRates = new List<double>();
        var rates = targets.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            baselineRates.Add(await baseline.RunAsync(WarmUpSeconds, Seconds));
            for (var i = 0; i < targets.Count; i++) rates[i].Add(await targets[i].RunAsync(WarmUpSeconds, Seconds));
        }

        return [.. targets.Select((one, i) =>
        {
            var share = Figure.Median(rates[i].Zip(baselineRates, (rate, baselineRate) => rate / baselineRate));
            return new Figure(
                $"{benchmark}: {one.Name}",
                string.Create(CultureInfo.InvariantCulture, $"{share:P0}"),
                string.Create(CultureInfo.InvariantCulture, $">= {target:P0}"),
                share >= target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"of {baselineName}; median of {Rounds} rounds, {Connections} connections ({Figure.Median(rates[i]):F0}/s : {Figure.Median(baselineRates):F0}/s here)"));
        })];
    }

    /// <summary>Until the server's code is compiled as it will stay.</summary>
    private static async Task WarmUpAsync(LoadTarget target)
    {
        var answers = 0.0;
        for (var round = 0; round < MaxWarmUpRounds && answers < WarmUpAnswers; round++)
            answers += WarmUpRoundSeconds * await target.RunAsync(0, WarmUpRoundSeconds);
    }
}
