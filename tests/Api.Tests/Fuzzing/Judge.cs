using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>Whether an answer is one that may be given, whatever was asked.</summary>
internal static class Judge
{
    /// <summary>Events of a reply end with the reply; a stream that doesn't is left.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A request's first line may be longer by its method and its version.</summary>
    private const int LongestTarget = 8000;

    /// <returns>What is wrong with it; null: nothing.</returns>
    public static async Task<string?> ProblemAsync(FuzzRequest request, HttpResponseMessage response, CheckedInDocument document)
    {
        var status = (int)response.StatusCode;
        using var patience = new CancellationTokenSource(Patience);
        var body = await response.Content.ReadAsStringAsync(patience.Token);
        if (status >= 500) return $"It answered {status}: {body}";
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type == "text/event-stream") return ProblemOfEvents(body);
        if (body.Contains("   at Platform", StringComparison.Ordinal) || body.Contains("Exception", StringComparison.Ordinal))
            return $"It gives away what it is made of: {body}";
        // Answered by the server itself, before there is a product.
        if (status == 414 && request.Target.Length > LongestTarget) return null;
        if (request.Method is "HEAD" or "OPTIONS") return null;
        if (body.Length == 0 && status >= 400) return $"It answered {status} without a body.";
        JsonNode? json = null;
        if (type == "application/json")
        {
            try
            {
                json = JsonNode.Parse(body);
            }
            catch (JsonException error)
            {
                return $"It answered {status} with what is no JSON: {error.Message} {body}";
            }
        }
        else if (body.Length > 0)
        {
            return $"It answered {status} with {type}.";
        }

        return document.ProblemsOf(new(request.Method), request.Target, new Answer(response.StatusCode, response.Headers, body, json)) is { Length: > 0 } problems
            ? string.Create(CultureInfo.InvariantCulture, $"It answered {status}, which is not as documented: {problems} {body}")
            : null;
    }

    private static string? ProblemOfEvents(string body)
    {
        foreach (var line in body.Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal)))
        {
            try
            {
                JsonNode.Parse(line["data: ".Length..]);
            }
            catch (JsonException error)
            {
                return $"An event is no JSON: {error.Message} {line}";
            }
        }

        return body.Contains("INTERNAL_ERROR", StringComparison.OrdinalIgnoreCase) ? $"The stream failed: {body}" : null;
    }
}
