using System.Text.RegularExpressions;

namespace Platform.Blobs;

/// <summary>The section <c>Blobs:S3</c>. Read only where the provider is <c>s3</c>.</summary>
public sealed partial class S3Options
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>The server's address, as in <c>http://localhost:9000</c>; none: Amazon's own of the region.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The region that requests are signed for. Most servers but Amazon's take any.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Must exist.</summary>
    public string? Bucket { get; set; }

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>Whether the bucket stands in the path, which every server understands, or before the host's name.</summary>
    public bool PathStyle { get; set; } = true;

    /// <summary>
    /// What all keys begin with where the bucket is shared with others, as in <c>platform/</c>. It needs no slash at its end.
    /// </summary>
    public string Prefix { get; set; } = "";

    /// <summary>How long one attempt may take until it is answered, its upload included, and how long a download may stand still.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Empty, or with a slash at its end.</summary>
    internal string KeyPrefix => Prefix.Trim('/') is { Length: > 0 } prefix ? prefix + "/" : "";

    /// <summary>What keeps a server from starting with these settings. Never quotes a value: some are secrets.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!string.IsNullOrWhiteSpace(Endpoint) && !IsAddress(Endpoint.Trim()))
            yield return "Blobs:S3:Endpoint must be an http or https address without a path or a query, as in http://localhost:9000.";
        if (string.IsNullOrWhiteSpace(Region)) yield return "Blobs:S3:Region is empty: which region are requests signed for?";
        if (string.IsNullOrWhiteSpace(Bucket)) yield return "Blobs:S3:Bucket is missing: which bucket are files kept in?";
        else if (!IsBucket().IsMatch(Bucket)) yield return "Blobs:S3:Bucket must be 3 to 63 lower-case letters, digits, dots and hyphens.";
        if (string.IsNullOrWhiteSpace(AccessKey)) yield return "Blobs:S3:AccessKey is missing.";
        if (string.IsNullOrWhiteSpace(SecretKey)) yield return "Blobs:S3:SecretKey is missing.";
        if (!IsPrefix().IsMatch(Prefix)) yield return "Blobs:S3:Prefix may have letters, digits, hyphens, underscores and slashes.";
        if (Timeout < ShortestTimeout || Timeout > LongestTimeout)
            yield return $"Blobs:S3:Timeout must be from {ShortestTimeout} to {LongestTimeout} (hours:minutes:seconds).";
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "http" or "https", AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex IsBucket();

    [GeneratedRegex(@"\A[A-Za-z0-9_/-]{0,200}\z")]
    private static partial Regex IsPrefix();
}
