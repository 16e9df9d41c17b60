namespace Platform.Blobs;

/// <summary>A file that lies in a store.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="LastModified">When it was last put. To the second; a store may know more.</param>
public sealed record StoredBlob(BlobKey Key, long Length, DateTimeOffset LastModified)
{
    public string ContentType => Key.ContentType;
}

/// <summary>
/// A file that is open for reading, whole or a range of it. Whoever opened it disposes it. A read that fails, or for which the store takes
/// too long, throws an <see cref="IOException"/>.
/// </summary>
/// <param name="Content">Exactly the <paramref name="Count"/> bytes from <paramref name="From"/>. Not seekable in every store.</param>
/// <param name="From">Where the range begins; 0 where all is read.</param>
/// <param name="Count">How many bytes can be read; 0 where the range begins behind the end.</param>
public sealed record BlobFile(StoredBlob Blob, Stream Content, long From, long Count) : IAsyncDisposable, IDisposable
{
    /// <summary>Of the whole file, in bytes.</summary>
    public long Length => Blob.Length;

    public string ContentType => Blob.ContentType;

    public DateTimeOffset LastModified => Blob.LastModified;

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    public void Dispose() => Content.Dispose();
}
