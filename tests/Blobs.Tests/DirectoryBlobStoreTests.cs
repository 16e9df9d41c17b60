namespace Platform.Blobs.Tests;

/// <summary>What disks, crashes and other processes do to a store.</summary>
public sealed class DirectoryBlobStoreTests : IAsyncLifetime
{
    private readonly Stores _stores = new();

    private IBlobStore Store => _stores[Stores.Directory];

    private string Unfinished => Path.Combine(_stores.Root, ".unfinished");

    public Task InitializeAsync() => _stores.InitializeAsync();

    public Task DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Folders_spread_by_the_last_digits_of_their_ids()
    {
        var key = await Store.PutAsync(BlobFolder.Of("figureforge", Guid.Parse("0199c2de-7c5e-7b51-9d3a-4c1f0f6f2a1f")), [1, 2, 3]);
        var path = Path.Combine(_stores.Root, "figureforge", "1f", "0199c2de-7c5e-7b51-9d3a-4c1f0f6f2a1f", $"{key.Hash}.png");
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path));
        Assert.Empty(Directory.GetFiles(Unfinished));
    }

    [Fact]
    public async Task Its_directories_are_their_owners_alone()
    {
        await Store.PutAsync(Some.Folder(), [1]);
        if (OperatingSystem.IsWindows()) return;
        foreach (var path in Directory.GetDirectories(_stores.Root, "*", SearchOption.AllDirectories).Append(_stores.Root))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_writer_that_fails_half_way_leaves_nothing()
    {
        using var content = new BreakingStream(Some.Bytes(100_000));
        var key = await BlobKey.OfAsync(Some.Folder(), content, "png");
        await Assert.ThrowsAsync<BlobStoreException>(() => Store.PutAsync(key, content));

        Assert.Null(await Store.OpenAsync(key));
        Assert.Empty(Directory.GetFiles(Unfinished));
    }

    [Fact]
    public async Task What_a_crash_leaves_is_swept_when_it_is_old_and_is_never_a_file()
    {
        await Store.ProbeAsync();
        var (old, young) = (Path.Combine(Unfinished, "old"), Path.Combine(Unfinished, "young"));
        foreach (var (path, age) in new[] { (old, 2), (young, 0) })
        {
            await File.WriteAllBytesAsync(path, [1]);
            File.SetLastWriteTimeUtc(path, _stores.Clock.GetUtcNow().UtcDateTime.AddHours(-age));
        }

        Assert.Empty(await Store.ListAsync().ToListAsync());
        await Store.RemoveUnfinishedAsync(_stores.Clock.GetUtcNow().AddHours(-1));
        Assert.Equal([young], Directory.GetFiles(Unfinished));
    }

    [Fact]
    public async Task What_does_not_belong_there_is_not_listed()
    {
        var key = await Store.PutAsync(Some.Folder(), [1]);
        await File.WriteAllTextAsync(Path.Combine(_stores.Root, "readme.txt"), "");
        var folder = Directory.GetDirectories(_stores.Root, key.Folder.Id.ToString(), SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(Path.Combine(folder, "x"), "");
        Directory.CreateDirectory(Path.Combine(_stores.Root, "lost+found", "aa", "bb"));
        Assert.Equal([key], (await Store.ListAsync().ToListAsync()).Select(blob => blob.Key));
    }

    [Fact]
    public async Task Writers_and_deleters_of_one_folder_do_not_break_each_other()
    {
        var folder = Some.Folder();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 4 == 0
            ? Store.DeleteAllAsync(folder)
            : Store.PutAsync(folder, BitConverter.GetBytes(i))));
        var last = await Store.PutAsync(folder, [9]);
        Assert.NotNull(await Store.ReadAsync(last));
        Assert.Empty(Directory.GetFiles(Unfinished));
    }

    [Fact]
    public async Task An_open_file_is_read_to_its_end_though_it_was_deleted()
    {
        var content = Some.Bytes(1_000_000);
        var key = await Store.PutAsync(Some.Folder(), content);
        var file = await Store.OpenAsync(key);
        await Store.DeleteAllAsync(key.Folder);
        Assert.Equal(content, await file.ReadAsync());
        Assert.Null(await Store.OpenAsync(key));
    }

    [Fact]
    public async Task A_whole_file_is_seekable()
    {
        var content = Some.Bytes(1000);
        await using var file = await Store.OpenAsync(await Store.PutAsync(Some.Folder(), content));
        file!.Content.Position = 900;
        Assert.Equal(content[900], file.Content.ReadByte());
    }

    [Fact]
    public async Task A_root_that_can_not_be_is_a_failure_of_the_store()
    {
        await File.WriteAllTextAsync(_stores.Root, "a file");
        await Assert.ThrowsAsync<BlobStoreException>(() => Store.ProbeAsync());
        await Assert.ThrowsAsync<BlobStoreException>(() => Store.PutAsync(Some.Folder(), [1]));
    }

    /// <summary>Can be read, but copied only by half.</summary>
    private sealed class BreakingStream(byte[] content) : MemoryStream(content)
    {
        private readonly byte[] _content = content;

        public override void CopyTo(Stream destination, int bufferSize)
        {
            destination.Write(_content, 0, _content.Length / 2);
            throw new IOException("The source is gone.");
        }
    }
}
