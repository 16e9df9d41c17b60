namespace Platform.Api.Security;

/// <summary>
/// The origins of <c>Cors:Origins</c>, whose pages may call: <c>https://app.example.com</c>, or with a star for all below a name, as in
/// <c>https://*.example.com</c>.
/// </summary>
internal sealed class AllowedOrigins
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Scheme, string Suffix, int Port)> _below = [];

    /// <exception cref="InvalidOperationException">One is no origin.</exception>
    public AllowedOrigins(IEnumerable<string> origins)
    {
        foreach (var origin in origins)
        {
            // A star is no part of a host name; with a letter in its place the rest has to be one.
            if (!Uri.TryCreate(origin.Replace("://*.", "://x.", StringComparison.Ordinal), UriKind.Absolute, out var uri) || !IsOrigin(origin, uri))
                throw new InvalidOperationException($"Cors:Origins: {origin} is no origin. One is written like https://app.example.com or https://*.example.com.");
            if (origin.Contains("://*.", StringComparison.Ordinal)) _below.Add((uri.Scheme, uri.Host[1..], uri.Port));
            else _names.Add(origin);
        }
    }

    public bool Contains(string origin) => _names.Contains(origin)
        || (_below.Count > 0 && Uri.TryCreate(origin, UriKind.Absolute, out var uri) && _below.Exists(one =>
            uri.Scheme == one.Scheme && uri.Port == one.Port && uri.Host.EndsWith(one.Suffix, StringComparison.OrdinalIgnoreCase)));

    private static bool IsOrigin(string text, Uri uri) => uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
        && !text.EndsWith('/') && text.Count(letter => letter == '*') == (text.Contains("://*.", StringComparison.Ordinal) ? 1 : 0);
}
