using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;

namespace Platform.LoadTest.Http;

/// <summary>Asks, reads the whole answer, and has it measured.</summary>
/// <param name="timeout">For one request; what takes longer has failed.</param>
internal sealed class RestClient(HttpClient http, Measurements measurements, RunClock clock, TimeSpan timeout)
{
    /// <param name="due">When it should have been asked; null: now.</param>
    /// <param name="read">Looks at the body of a 2xx answer.</param>
    /// <returns>Whether the answer was 2xx.</returns>
    public async Task<bool> CallAsync(
        Endpoint endpoint, HttpMethod method, Uri path, string bearer, byte[]? body, TimeSpan? due, Action<ReadOnlyMemory<byte>>? read = null)
    {
        var from = due ?? clock.Now;
        try
        {
            using var limit = new CancellationTokenSource(timeout);
            using var request = new HttpRequestMessage(method, path);
            request.Headers.TryAddWithoutValidation("Authorization", bearer);
            if (body is not null) request.Content = HttpBodies.Json(body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var problem = await HttpBodies.ReadAsync(
                response,
                answer =>
                {
                    if (!response.IsSuccessStatusCode) return ErrorKind.Of(response.StatusCode, answer.Span);
                    if (answer.IsEmpty) return ErrorKind.StrangeAnswer;
                    read?.Invoke(answer);
                    return null;
                },
                limit.Token);
            if (problem is null) measurements.Answered(endpoint, from, clock.Now);
            else measurements.Failed(endpoint, problem, clock.Now);
            return problem is null;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException)
        {
            measurements.Failed(endpoint, ErrorKind.Of(error), clock.Now);
            return false;
        }
        catch (Exception error) when (ErrorKind.IsStrangeAnswer(error))
        {
            measurements.Failed(endpoint, ErrorKind.StrangeAnswer, clock.Now);
            return false;
        }
    }
}
