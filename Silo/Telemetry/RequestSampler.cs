using OpenTelemetry.Trace;

namespace Platform.Hosting.Telemetry;

/// <summary>
/// Decides for each request whether its trace is sent, by chance: not by what its client says of that, nor by the number of the trace, which a client
/// may choose too. What is done for a request, here and in the silos, follows it.
/// </summary>
internal sealed class RequestSampler(double ratio) : Sampler
{
    /// <summary>What the framework calls a request.</summary>
    private const string Request = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private readonly ParentBasedSampler _others = new(new TraceIdRatioBasedSampler(ratio));

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) => samplingParameters.Name == Request
        ? new SamplingResult(Random.Shared.NextDouble() < ratio)
        : _others.ShouldSample(samplingParameters);
}
