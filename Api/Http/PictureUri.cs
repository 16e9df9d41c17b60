using System.Buffers.Text;

namespace Platform.Api.Http;

/// <summary>Data URIs (RFC 2397) of pictures.</summary>
public static class PictureUri
{
    private static readonly string[] Prefixes =
        ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"];

    /// <summary>Whether the text is a data URI of a picture that browsers show, with well-formed base64.</summary>
    public static bool IsPicture(string uri) =>
        Prefixes.FirstOrDefault(prefix => uri.StartsWith(prefix, StringComparison.Ordinal)) is { } found
        && Base64.IsValid(uri.AsSpan(found.Length), out var bytes) && bytes > 0;
}
