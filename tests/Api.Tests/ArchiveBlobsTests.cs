using Platform.Blobs;

namespace Platform.Api.Tests;

/// <summary>The files of the blob store, with <c>--blobs</c>.</summary>
public sealed class ArchiveBlobsTests : ArchiveRuns
{
    [Fact]
    public async Task An_import_from_a_directory_of_files_that_is_not_there_is_refused() =>
        Fails("There is no directory", await ImportAsync(At("archive"), At("data"), "--blobs", At("blobs")));

    [Fact]
    public async Task A_damaged_file_is_named_and_keeps_neither_the_others_nor_the_database_back()
    {
        await using (var server = PlatformServer.On(At("data")))
        {
            await ((IAsyncLifetime)server).InitializeAsync();
            await server.SignUpAsync();
        }

        var files = new DirectoryBlobStore(At("data/blobs"), TimeProvider.System);
        var (good, bad) = (await PutAsync(files, [1, 2, 3]), await PutAsync(files, [4, 5, 6]));
        await File.WriteAllBytesAsync(PathIn("data/blobs", bad), [4, 5, 7]);
        Names(bad, await ExportAsync(At("archive"), At("data"), "--blobs", At("blobs")));
        var copies = new DirectoryBlobStore(At("blobs"), TimeProvider.System);
        Assert.Equal([good], await copies.ListAsync().Select(blob => blob.Key).ToListAsync());

        // What an earlier import has left is made whole; what the copy has not, is named.
        await copies.PutAsync(bad, new byte[] { 4, 5, 6 });
        await File.WriteAllBytesAsync(PathIn("blobs", bad), [4]);
        var imported = new DirectoryBlobStore(At("new/blobs"), TimeProvider.System);
        await imported.PutAsync(good, new byte[] { 1, 2, 3 });
        await File.WriteAllBytesAsync(PathIn("new/blobs", good), [1]);
        Names(bad, await ImportAsync(At("archive"), At("new"), "--blobs", At("blobs")));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(PathIn("new/blobs", good)));
        Assert.Null(await imported.FindAsync(bad));
        Fails("is not empty", await ImportAsync(At("archive"), At("new")));
    }

    [Fact]
    public async Task Where_files_can_not_be_kept_there_is_no_archive_and_no_import_copies_files_for_nothing()
    {
        await using (var server = PlatformServer.On(At("data"))) await ((IAsyncLifetime)server).InitializeAsync();
        await PutAsync(new DirectoryBlobStore(At("data/blobs"), TimeProvider.System), [1, 2, 3]);
        await File.WriteAllTextAsync(At("no directory"), "");
        Fails("The directory of files failed", await ExportAsync(At("archive"), At("data"), "--blobs", At("no directory")));
        Assert.False(File.Exists(At("archive")));

        Assert.Equal(0, (await ExportAsync(At("archive"), At("data"), "--blobs", At("blobs"))).Code);
        await File.WriteAllTextAsync(At("no archive"), "of more than a hundred characters " + new string('.', 200));
        Fails("damaged or not whole", await ImportAsync(At("no archive"), At("new"), "--blobs", At("blobs")));
        Directory.Delete(At("data/blobs"), recursive: true);
        Fails("is not empty", await ImportAsync(At("archive"), At("data"), "--blobs", At("blobs")));
        Assert.False(Directory.Exists(At("new/blobs")) || Directory.Exists(At("data/blobs")));
    }

    [Fact]
    public async Task Settings_of_the_store_that_are_not_fit_are_named() =>
        Fails("Blobs:Provider", await ExportAsync(At("archive"), At("data"), "--blobs", At("blobs"), "--Blobs:Provider=ftp"));

    private static void Names(BlobKey damaged, (int Code, string Output, string Errors) run)
    {
        Fails($"{damaged} was not copied: Its content is not what its name says.", run);
        Assert.Matches(@"(?m)^\(blobs\) +1 files copied$", run.Output);
        Assert.Matches(@"rows in \d+ tables of .* are in ", run.Output);
    }

    private static async Task<BlobKey> PutAsync(DirectoryBlobStore files, byte[] content)
    {
        var key = BlobKey.Of(BlobFolder.Of("mascotforge", Guid.CreateVersion7()), content, "png");
        await files.PutAsync(key, content);
        return key;
    }

    private string PathIn(string directory, BlobKey key) =>
        Directory.GetFiles(At(directory), $"{key.Hash}.*", SearchOption.AllDirectories).Single();
}
