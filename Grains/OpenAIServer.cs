namespace Platform;

/// <summary>What the settings of all servers that speak OpenAI's protocols have in common, whatever they are asked for.</summary>
internal static class OpenAIServer
{
    /// <param name="baseUrl">As configured; none: OpenAI's own.</param>
    public static Uri Endpoint(string? baseUrl) =>
        new(string.IsNullOrWhiteSpace(baseUrl) ? "https://api.openai.com/v1" : baseUrl.Trim().TrimEnd('/'));

    /// <summary>What keeps a server from starting with these settings. Never quotes a value: one of them is a secret.</summary>
    /// <param name="section">Where they stand, as in <c>Chat:OpenAI</c>.</param>
    public static IEnumerable<string> Faults(string section, string? baseUrl, string? apiKey)
    {
        if (!string.IsNullOrWhiteSpace(baseUrl) && !IsAddress(baseUrl.Trim()))
            yield return $"{section}:BaseUrl must be an http or https address without a query, as in http://localhost:11434/v1.";
        if (string.IsNullOrWhiteSpace(baseUrl) && string.IsNullOrWhiteSpace(apiKey))
            yield return $"{section}:ApiKey is missing: without a {section}:BaseUrl the server is OpenAI's own, which wants one.";
        if (apiKey?.Trim().Any(c => c is <= ' ' or > '~') == true)
            yield return $"{section}:ApiKey has characters that no key has.";
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" };
}
