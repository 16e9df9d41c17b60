using Platform.Blobs;

namespace Platform.Generation;

/// <summary>The files of jobs: each job has a folder of its own, which goes when it goes.</summary>
internal sealed class JobFiles(IBlobStore blobs)
{
    public static BlobFolder Folder(StoredJob job) =>
        BlobFolder.Of(job.Order.Kind == JobKind.Figures ? Products.FigureForge : Products.MascotForge, Guid.Parse(job.Id));

    /// <summary>Keeps a file, and returns its key.</summary>
    public async Task<string> PutAsync(StoredJob job, RenderedFile file, CancellationToken cancellation)
    {
        var key = BlobKey.Of(Folder(job), file.Content.Span, file.Extension);
        await blobs.PutAsync(key, file.Content, cancellation);
        return key.ToString();
    }

    /// <summary>A whole file.</summary>
    /// <exception cref="BlobStoreException">It isn't there.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(string key, CancellationToken cancellation)
    {
        await using var file = await blobs.OpenAsync(BlobKey.Parse(key), cancellation) ?? throw new BlobStoreException($"The file {key} is gone.");
        var content = new byte[file.Count];
        await file.Content.ReadExactlyAsync(content, cancellation);
        return content;
    }

    public Task DeleteAllAsync(StoredJob job) => blobs.DeleteAllAsync(Folder(job));

    public async Task DeleteAsync(string key)
    {
        if (await blobs.FindAsync(BlobKey.Parse(key)) is { } found) await blobs.DeleteAsync(found);
    }
}
