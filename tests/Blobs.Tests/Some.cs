namespace Platform.Blobs.Tests;

internal static class Some
{
    public static BlobFolder Folder() => BlobFolder.Of("mascotforge", Guid.CreateVersion7());

    /// <summary>Bytes that are the same for the same seed.</summary>
    public static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static async Task<BlobKey> PutAsync(this IBlobStore store, BlobFolder folder, byte[] content, string extension = "png")
    {
        var key = BlobKey.Of(folder, content, extension);
        await store.PutAsync(key, content);
        return key;
    }

    public static async Task<byte[]> ReadAsync(this BlobFile? file)
    {
        Assert.NotNull(file);
        await using (file)
        {
            using var content = new MemoryStream();
            await file.Content.CopyToAsync(content);
            return content.ToArray();
        }
    }

    public static async Task<byte[]?> ReadAsync(this IBlobStore store, BlobKey key) =>
        await store.OpenAsync(key) is { } file ? await file.ReadAsync() : null;

    public static async Task<List<StoredBlob>> ToListAsync(this IAsyncEnumerable<StoredBlob> blobs)
    {
        var list = new List<StoredBlob>();
        await foreach (var blob in blobs) list.Add(blob);
        return list;
    }
}
