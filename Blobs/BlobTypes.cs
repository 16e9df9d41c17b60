using System.Collections.Frozen;

namespace Platform.Blobs;

/// <summary>
/// The kinds of files there are, by extension. A type never comes from whoever uploads, so nobody passes a page off as a picture.
/// </summary>
public static class BlobTypes
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["gif"] = "image/gif",
        ["jpg"] = "image/jpeg",
        ["json"] = "application/json",
        ["mov"] = "video/quicktime",
        ["png"] = "image/png",
        ["txt"] = "text/plain; charset=utf-8",
        ["webm"] = "video/webm",
        ["zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The media type of an extension without a dot; null: there are no such files.</summary>
    public static string? Of(string extension) => Types.GetValueOrDefault(extension);
}
