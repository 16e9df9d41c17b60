using System.ClientModel;
using System.Globalization;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Platform.Companions.Replies.Models;

/// <summary>
/// Says in a log line why there is no reply. Never an exception's own text: a server's answer stands in it, and some servers repeat the key.
/// </summary>
internal static class ModelFailure
{
    public static string Describe(Exception error)
    {
        for (var at = error; at is not null; at = at.InnerException)
        {
            if (Reason(at) is { } reason) return reason;
        }

        return error.GetType().Name;
    }

    private static string? Reason(Exception error) => error switch
    {
        BrokenCircuitException => "the server failed too often and is spared for a while",
        TimeoutException or TimeoutRejectedException => "it took too long",
        HttpRequestException { HttpRequestError: var kind } when kind != HttpRequestError.Unknown => kind.ToString(),
        ClientResultException { Status: > 0 and var status } => string.Create(CultureInfo.InvariantCulture, $"the server answered {status}"),
        _ => null,
    };
}
