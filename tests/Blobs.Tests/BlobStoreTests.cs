namespace Platform.Blobs.Tests;

/// <summary>What every store does alike.</summary>
public sealed class BlobStoreTests : IAsyncLifetime
{
    private readonly Stores _stores = new();

    public Task InitializeAsync() => _stores.InitializeAsync();

    public Task DisposeAsync() => _stores.DisposeAsync();

    [Theory]
    [InlineData(Stores.Directory, 0)]
    [InlineData(Stores.Directory, 1)]
    [InlineData(Stores.Directory, 3_000_000)]
    [InlineData(Stores.S3, 0)]
    [InlineData(Stores.S3, 1)]
    [InlineData(Stores.S3, 3_000_000)]
    public async Task What_was_put_is_read_again(string kind, int length)
    {
        var (store, content) = (_stores[kind], Some.Bytes(length));
        var key = await store.PutAsync(Some.Folder(), content, "gif");

        var file = await store.OpenAsync(key);
        Assert.Equal((length, 0, length), (file!.Length, file.From, file.Count));
        Assert.Equal("image/gif", file.ContentType);
        Assert.Equal(_stores.Clock.GetUtcNow(), file.LastModified);
        Assert.Equal(file.Blob, await store.FindAsync(key));
        Assert.Equal(content, await file.ReadAsync());
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task A_stream_is_put_from_its_beginning_and_stays_open(string kind)
    {
        var content = Some.Bytes(300_000);
        using var stream = new MemoryStream(content);
        var key = await BlobKey.OfAsync(Some.Folder(), stream, "webm");
        stream.Position = 1000;
        await _stores[kind].PutAsync(key, stream);

        Assert.Equal(content, await _stores[kind].ReadAsync(key));
        stream.Position = 0;
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task A_file_that_is_not_there_is_null(string kind)
    {
        var key = BlobKey.Of(Some.Folder(), [1], "png");
        Assert.Null(await _stores[kind].OpenAsync(key));
        Assert.Null(await _stores[kind].OpenAsync(key, 0, 5));
        Assert.Null(await _stores[kind].FindAsync(key));
        await _stores[kind].PutAsync(key.Folder, [2]);
        Assert.Null(await _stores[kind].OpenAsync(key));
        Assert.Null(await _stores[kind].FindAsync(key));
    }

    [Theory]
    [InlineData(Stores.Directory, 0, 0, 1)]
    [InlineData(Stores.Directory, 10, 19, 10)]
    [InlineData(Stores.Directory, 99, 99, 1)]
    [InlineData(Stores.Directory, 90, long.MaxValue, 10)]
    [InlineData(Stores.Directory, 0, 99, 100)]
    [InlineData(Stores.Directory, 100, 100, 0)]
    [InlineData(Stores.Directory, 5_000_000_000, 5_000_000_001, 0)]
    [InlineData(Stores.S3, 0, 0, 1)]
    [InlineData(Stores.S3, 10, 19, 10)]
    [InlineData(Stores.S3, 99, 99, 1)]
    [InlineData(Stores.S3, 90, long.MaxValue, 10)]
    [InlineData(Stores.S3, 0, 99, 100)]
    [InlineData(Stores.S3, 100, 100, 0)]
    [InlineData(Stores.S3, 5_000_000_000, 5_000_000_001, 0)]
    public async Task A_range_is_those_bytes_of_it_that_exist(string kind, long from, long to, int count)
    {
        var (store, content) = (_stores[kind], Some.Bytes(100));
        var key = await store.PutAsync(Some.Folder(), content);

        var file = await store.OpenAsync(key, from, to);
        Assert.Equal((100, from, count), (file!.Length, file.From, file.Count));
        Assert.Equal(content.Skip((int)Math.Min(from, 100)).Take(count), await file.ReadAsync());
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task To_put_it_again_renews_its_time_and_nothing_else(string kind)
    {
        var (store, folder, content) = (_stores[kind], Some.Folder(), Some.Bytes(50));
        var key = await store.PutAsync(folder, content);
        _stores.Clock.Advance(TimeSpan.FromDays(2));
        await store.PutAsync(key, new MemoryStream(content));

        Assert.Equal([new StoredBlob(key, 50, _stores.Clock.GetUtcNow())], await store.ListAsync(folder).ToListAsync());
        Assert.Equal(content, await store.ReadAsync(key));
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task A_key_of_another_content_is_refused(string kind)
    {
        var key = BlobKey.Of(Some.Folder(), [1, 2, 3], "png");
        await Assert.ThrowsAsync<ArgumentException>(() => _stores[kind].PutAsync(key, new byte[] { 1, 2, 4 }));
        await Assert.ThrowsAsync<ArgumentException>(() => _stores[kind].PutAsync(key, new MemoryStream([1, 2])));
        Assert.Null(await _stores[kind].FindAsync(key));
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task Many_writers_of_the_same_file_and_readers_are_all_served(string kind)
    {
        var (store, folder, content) = (_stores[kind], Some.Folder(), Some.Bytes(200_000));
        var key = BlobKey.Of(folder, content, "png");
        var reads = new List<Task<byte[]?>>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            await store.PutAsync(key, i % 2 == 0 ? new MemoryStream(content) : new MemoryStream(content.ToArray()));
            lock (reads) reads.Add(store.ReadAsync(key));
        }));

        Assert.All(await Task.WhenAll(reads), read => Assert.Equal(content, read));
        Assert.Single(await store.ListAsync().ToListAsync());
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task All_of_a_folder_is_deleted_and_nothing_else(string kind)
    {
        _stores.Server.PageSize = 3;
        var (store, folder) = (_stores[kind], Some.Folder());
        var other = BlobFolder.Of("mascotforge2", folder.Id);
        for (var i = 0; i < 8; i++) await store.PutAsync(folder, Some.Bytes(10, i));
        var kept = await store.PutAsync(other, Some.Bytes(10));

        await store.DeleteAllAsync(folder);
        await store.DeleteAllAsync(folder);
        Assert.Empty(await store.ListAsync(folder).ToListAsync());
        Assert.Equal([kept], (await store.ListAsync().ToListAsync()).Select(blob => blob.Key));
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task Everything_is_listed_page_by_page(string kind)
    {
        _stores.Server.PageSize = 4;
        var store = _stores[kind];
        Assert.Empty(await store.ListAsync().ToListAsync());
        var put = new List<StoredBlob>();
        for (var i = 1; i <= 13; i++)
        {
            _stores.Clock.Advance(TimeSpan.FromMinutes(1));
            var folder = i % 3 == 0 && i > 3 ? put[2].Key.Folder : Some.Folder();
            var key = await store.PutAsync(folder, Some.Bytes(i, i), i % 2 == 0 ? "png" : "json");
            put.Add(new StoredBlob(key, i, _stores.Clock.GetUtcNow()));
        }

        var listed = await store.ListAsync().ToListAsync();
        Assert.Equal(put.ToHashSet(), listed.ToHashSet());
        var folders = listed.Select(blob => blob.Key.Folder).ToList();
        Assert.Equal(folders.Distinct().Count() - 1, folders.Zip(folders.Skip(1)).Count(pair => pair.First != pair.Second));
        Assert.Equal(
            put.Where(blob => blob.Key.Folder == put[2].Key.Folder).ToHashSet(),
            (await store.ListAsync(put[2].Key.Folder).ToListAsync()).ToHashSet());
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task One_file_is_deleted_unless_it_was_put_anew(string kind)
    {
        var (store, folder) = (_stores[kind], Some.Folder());
        var (gone, renewed) = (await store.PutAsync(folder, [1]), await store.PutAsync(folder, [2]));
        var found = await store.ListAsync(folder).ToListAsync();
        _stores.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.PutAsync(folder, [2]);

        foreach (var blob in found.Concat(found)) await store.DeleteAsync(blob);
        Assert.Null(await store.FindAsync(gone));
        Assert.NotNull(await store.FindAsync(renewed));
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task A_probe_leaves_nothing_behind(string kind)
    {
        await _stores[kind].ProbeAsync();
        await _stores[kind].RemoveUnfinishedAsync(_stores.Clock.GetUtcNow());
        Assert.Empty(await _stores[kind].ListAsync().ToListAsync());
    }

    [Theory]
    [InlineData(Stores.Directory)]
    [InlineData(Stores.S3)]
    public async Task Who_gives_up_is_told_so(string kind)
    {
        var given = new CancellationToken(canceled: true);
        var key = BlobKey.Of(Some.Folder(), [1], "png");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stores[kind].PutAsync(key, new byte[] { 1 }, given));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stores[kind].OpenAsync(key, given));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _stores[kind].DeleteAllAsync(key.Folder, given));
    }
}
