using Platform.Blobs;

namespace Platform.Hosting;

/// <summary>
/// Copies files from store to store. A file never changes and has its content's hash for a name, so one that is there in its full length is left
/// alone. One that can't be read, or is damaged, is kept in mind, and keeps nobody from the others.
/// </summary>
internal sealed class BlobCopy(IBlobStore from, IBlobStore to)
{
    private readonly Dictionary<BlobKey, string> _faults = [];

    /// <summary>How many files were copied.</summary>
    public long Copied { get; private set; }

    /// <summary>The files that could not be copied, each with the reason.</summary>
    public IReadOnlyDictionary<BlobKey, string> Faults => _faults;

    /// <summary>Copies what is missing. To run it again gives what could not be read another chance.</summary>
    /// <exception cref="BlobStoreException">The one store can't list files, or the other can't keep them.</exception>
    public async Task RunAsync()
    {
        await foreach (var blob in from.ListAsync())
        {
            var there = await to.FindAsync(blob.Key);
            if (there?.Length == blob.Length) continue;
            if (await ReadAsync(blob.Key) is not { } content) continue;
            // A store leaves alone what it has.
            if (there is not null) await to.DeleteAsync(there);
            await to.PutAsync(blob.Key, content);
            Copied++;
        }
    }

    /// <returns>Null: it can't be read, or was deleted meanwhile.</returns>
    private async Task<byte[]?> ReadAsync(BlobKey key)
    {
        _faults.Remove(key);
        try
        {
            await using var file = await from.OpenAsync(key);
            if (file is null) return null;
            // Not every stream of a store can be put as it is; files are of a few megabytes.
            var content = new byte[file.Count];
            await file.Content.ReadExactlyAsync(content);
            if (BlobKey.Of(key.Folder, content, key.Extension) == key) return content;
            _faults[key] = "Its content is not what its name says.";
        }
        catch (Exception error) when (error is IOException or BlobStoreException)
        {
            _faults[key] = error.Message;
        }

        return null;
    }
}
