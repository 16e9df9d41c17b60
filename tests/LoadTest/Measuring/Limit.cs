using System.Globalization;

namespace Platform.LoadTest.Measuring;

/// <summary>What a run must keep to.</summary>
internal abstract record Limit
{
    public abstract LimitCheck Check(Results results);

    protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Limit">What was asked.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Holds">Whether the one keeps to the other.</param>
internal sealed record LimitCheck(string Limit, string Measured, bool Holds);

/// <summary>No endpoint's p99 may be longer; or that of one endpoint, which then must have been answered at all.</summary>
internal sealed record MaxP99(string? EndpointName, double Milliseconds) : Limit
{
    public override LimitCheck Check(Results results)
    {
        var judged = results.Endpoints.Where(result => result.Count > 0 && (EndpointName is null || result.Endpoint.Name == EndpointName)).ToList();
        var limit = Text($"p99 of {EndpointName ?? "every endpoint"} <= {Milliseconds} ms");
        if (judged.MaxBy(result => result.P99) is not { } worst) return new(limit, "no answers", false);
        return new(limit, Text($"{worst.P99.TotalMilliseconds:F1} ms ({worst.Endpoint.Name})"), worst.P99.TotalMilliseconds <= Milliseconds);
    }
}

/// <summary>No more may fail in the whole run.</summary>
internal sealed record MaxErrors(long Count) : Limit
{
    public override LimitCheck Check(Results results) => new(Text($"errors <= {Count}"), Text($"{results.Errors}"), results.Errors <= Count);
}

/// <summary>So many sends a second must be answered.</summary>
internal sealed record MinRate(double SendsPerSecond) : Limit
{
    public override LimitCheck Check(Results results) =>
        new(Text($"answered sends >= {SendsPerSecond}/s"), Text($"{results.SendRate:F1}/s"), results.SendRate >= SendsPerSecond);
}
