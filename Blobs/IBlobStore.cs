namespace Platform.Blobs;

/// <summary>
/// Keeps files for good: in a directory, or in a bucket of a server that speaks S3. Files never change. What fails in the store throws a
/// <see cref="BlobStoreException"/>; a file that isn't there is null, and no failure.
/// </summary>
public interface IBlobStore
{
    /// <summary>
    /// Keeps a file, which is there as a whole and will survive a crash when this returns. To put it again does nothing but renew
    /// <see cref="StoredBlob.LastModified"/>, so that nobody who sweeps old orphans takes it away.
    /// </summary>
    /// <exception cref="ArgumentException">The key is not this content's.</exception>
    Task PutAsync(BlobKey key, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>The same with all that is in a stream, which must be seekable, and stays open.</summary>
    /// <exception cref="ArgumentException">The key is not this content's.</exception>
    Task PutAsync(BlobKey key, Stream content, CancellationToken cancellation = default);

    /// <summary>What is known of a file without reading it; null: it isn't there.</summary>
    Task<StoredBlob?> FindAsync(BlobKey key, CancellationToken cancellation = default);

    /// <summary>Opens a file; null: it isn't there.</summary>
    Task<BlobFile?> OpenAsync(BlobKey key, CancellationToken cancellation = default);

    /// <summary>Opens a range of a file; null: the file isn't there.</summary>
    /// <param name="from">The first byte, from 0.</param>
    /// <param name="to">The last byte, included; may lie behind the end.</param>
    Task<BlobFile?> OpenAsync(BlobKey key, long from, long to, CancellationToken cancellation = default);

    /// <summary>Deletes a file that was found before, unless it is gone or was put anew since.</summary>
    Task DeleteAsync(StoredBlob blob, CancellationToken cancellation = default);

    /// <summary>Deletes all files of a folder; there may be none.</summary>
    Task DeleteAllAsync(BlobFolder folder, CancellationToken cancellation = default);

    /// <summary>The files of a folder, or all files there are, one folder after the other.</summary>
    IAsyncEnumerable<StoredBlob> ListAsync(BlobFolder? folder = null, CancellationToken cancellation = default);

    /// <summary>Removes what writers have left behind that died on the way, if they began before this time.</summary>
    Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellation = default);

    /// <summary>Whether the store can be used; throws if not.</summary>
    Task ProbeAsync(CancellationToken cancellation = default);
}
