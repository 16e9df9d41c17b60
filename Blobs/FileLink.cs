namespace Platform.Blobs;

public enum FileLinkStatus
{
    Valid,

    /// <summary>It was never signed here, or something about it was changed.</summary>
    Altered,

    /// <summary>It was signed here, and its time has passed.</summary>
    Expired,
}

/// <summary>What a link was found to be. It has a key only if it is valid.</summary>
/// <param name="DownloadName">What a browser saves the file as; null: the file is shown.</param>
/// <param name="Expires">Until when the answer may be kept by a cache; null: for ever.</param>
public sealed record FileLink(FileLinkStatus Status, BlobKey? Key, string? DownloadName, DateTimeOffset? Expires)
{
    internal static readonly FileLink Altered = new(FileLinkStatus.Altered, null, null, null);
    internal static readonly FileLink Expired = new(FileLinkStatus.Expired, null, null, null);

    internal static FileLink Valid(BlobKey key, string? downloadName, DateTimeOffset? expires) =>
        new(FileLinkStatus.Valid, key, downloadName, expires);
}
