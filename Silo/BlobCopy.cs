using Platform.Blobs;

namespace Platform.Hosting;

/// <summary>Copies files from store to store. A file never changes and has its content's hash for a name, so one that is there is left alone.</summary>
internal static class BlobCopy
{
    /// <returns>How many files were copied.</returns>
    /// <exception cref="BlobStoreException">One of the stores failed.</exception>
    /// <exception cref="IOException">A file could not be read to its end.</exception>
    public static async Task<long> RunAsync(IBlobStore from, IBlobStore to, CancellationToken cancellation = default)
    {
        var copied = 0L;
        await foreach (var blob in from.ListAsync(cancellation: cancellation))
        {
            if (await to.FindAsync(blob.Key, cancellation) is not null) continue;
            await using var file = await from.OpenAsync(blob.Key, cancellation);
            // Deleted meanwhile.
            if (file is null) continue;
            // Not every stream of a store can be put as it is; files are of a few megabytes.
            var content = new byte[file.Count];
            await file.Content.ReadExactlyAsync(content, cancellation);
            await to.PutAsync(blob.Key, content, cancellation);
            copied++;
        }

        return copied;
    }
}
