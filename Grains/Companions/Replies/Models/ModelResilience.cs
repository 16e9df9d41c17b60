using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Platform.Companions.Replies.Models;

/// <summary>
/// What a request to a model survives. From the outside in: a few retries of what surely had no effect, a circuit breaker that spares a server
/// that is down, and a limit for each attempt. An attempt that ran into its limit is not retried: the server may still be working on it.
/// </summary>
internal static class ModelResilience
{
    /// <summary>Beside the first attempt.</summary>
    public const int Retries = 2;

    /// <summary>Of this many attempts within <see cref="Sampling"/>, half must fail to open the circuit.</summary>
    public const int FailuresToOpen = 6;

    public static readonly TimeSpan Sampling = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit lets nothing through.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    /// <summary>A server that wants to be left alone for longer has failed this reply.</summary>
    public static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(10);

    /// <summary>The part of a reply's whole time that one attempt may take until its answer begins.</summary>
    private const double AttemptShare = 0.8;

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan total, TimeProvider clock)
    {
        pipeline.TimeProvider = clock;
        pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(400),
            MaxDelay = TimeSpan.FromSeconds(4),
            ShouldHandle = arguments => ValueTask.FromResult(IsSafeToRetry(arguments.Outcome, clock)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? RetryAfter(response, clock) : null),
        });
        pipeline.AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = FailuresToOpen,
            SamplingDuration = Sampling,
            BreakDuration = Break,
            ShouldHandle = arguments => ValueTask.FromResult(IsDown(arguments.Outcome)),
        });
        pipeline.AddTimeout(new HttpTimeoutStrategyOptions { Timeout = total * AttemptShare });
    }

    private static bool IsSafeToRetry(Polly.Outcome<HttpResponseMessage> outcome, TimeProvider clock) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } => true,
        { Exception: OperationCanceledException { InnerException: TimeoutException } } => true, // Connecting took too long: nothing was sent.
        { Result: { } response } => (response.StatusCode == HttpStatusCode.TooManyRequests || IsServerError(response))
            && (RetryAfter(response, clock) ?? TimeSpan.Zero) <= LongestRetryAfter,
        _ => false,
    };

    /// <summary>Whether the server can't answer at all. One that says "too many requests" is well.</summary>
    private static bool IsDown(Polly.Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Exception: OperationCanceledException { InnerException: TimeoutException } } => true,
        { Result: { } response } => IsServerError(response),
        _ => false,
    };

    private static bool IsServerError(HttpResponseMessage response) => (int)response.StatusCode >= 500;

    /// <summary>How long the server asks to wait; null when it doesn't say.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
