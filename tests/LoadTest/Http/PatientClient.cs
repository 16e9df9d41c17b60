using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.LoadTest.Http;

/// <summary>
/// Posts what has to get through before a run begins. A server that says "later" (429, 503) is asked again when it says; all who use the
/// same client wait together, since a limit is usually one of the address.
/// </summary>
/// <param name="clock">Knows when it is later.</param>
internal sealed class PatientClient(HttpClient http, TimeProvider clock)
{
    private const int MaxOutages = 20;
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private long _pausedUntil;

    /// <summary>How long the server wants nothing more to be asked.</summary>
    public TimeSpan Pause => Max(TimeSpan.Zero, new DateTimeOffset(Interlocked.Read(ref _pausedUntil), TimeSpan.Zero) - clock.GetUtcNow());

    /// <returns>The body of the 2xx answer.</returns>
    /// <exception cref="LoadException">The server refuses for good.</exception>
    /// <exception cref="HttpRequestException">The connection failed; nobody knows whether it was done.</exception>
    public async Task<JsonElement> PostAsync(string path, string? bearer, JsonObject body, CancellationToken cancellation)
    {
        for (var outages = 0; ;)
        {
            while (Pause is { Ticks: > 0 } pause) await Task.Delay(pause, clock, cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = HttpBodies.Json(JsonSerializer.SerializeToUtf8Bytes(body)) };
            if (bearer is not null) request.Headers.TryAddWithoutValidation("Authorization", bearer);
            using var response = await http.SendAsync(request, cancellation);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.IsSuccessStatusCode) return JsonSerializer.Deserialize<JsonElement>(answer);

            var isLater = response.StatusCode == HttpStatusCode.TooManyRequests
                || (response.StatusCode == HttpStatusCode.ServiceUnavailable && ++outages < MaxOutages);
            if (!isLater) throw new LoadException($"POST {path} was refused: {ErrorKind.Of(response.StatusCode, answer)}.");
            PauseUntil(clock.GetUtcNow() + Wait(response));
        }
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>As the server says: <c>Retry-After</c> in seconds or as a date, else <c>X-RateLimit-Reset</c> in Unix seconds.</summary>
    private TimeSpan Wait(HttpResponseMessage response)
    {
        var wait = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => Reset(response) is { } reset ? reset - clock.GetUtcNow() : ShortWait,
        };
        return wait < ShortWait ? ShortWait : wait > LongestWait ? LongestWait : wait;
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
        && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private void PauseUntil(DateTimeOffset moment)
    {
        for (var old = Interlocked.Read(ref _pausedUntil); old < moment.UtcTicks;)
        {
            var seen = Interlocked.CompareExchange(ref _pausedUntil, moment.UtcTicks, old);
            if (seen == old) return;
            old = seen;
        }
    }
}
