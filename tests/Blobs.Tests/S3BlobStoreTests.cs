using Platform.Testing;

namespace Platform.Blobs.Tests;

/// <summary>What a server on a network does to a store.</summary>
public sealed class S3BlobStoreTests : IAsyncLifetime
{
    private readonly Stores _stores = new();

    private IBlobStore Store => _stores[Stores.S3];

    private S3Server Server => _stores.Server;

    public Task InitializeAsync() => _stores.InitializeAsync();

    public Task DisposeAsync() => _stores.DisposeAsync();

    [Fact]
    public async Task Files_lie_under_the_prefix_with_their_types()
    {
        var key = await Store.PutAsync(Some.Folder(), [1], "mov");
        Assert.Equal([($"tests/{key}", "video/quicktime")], Server.Objects);
    }

    [Fact]
    public async Task What_others_keep_in_the_bucket_is_left_alone()
    {
        var key = await Store.PutAsync(Some.Folder(), [1]);
        Server.Add("other", [1]);
        Server.Add($"{key}", [1]);
        Server.Add("tests/readme.txt", [1]);

        Assert.Equal([key], (await Store.ListAsync().ToListAsync()).Select(blob => blob.Key));
        await Store.DeleteAllAsync(key.Folder);
        Assert.Equal(3, Server.Objects.Count);
    }

    [Fact]
    public async Task A_put_is_one_request_and_an_open_is_one()
    {
        var key = await Store.PutAsync(Some.Folder(), [1]);
        await Store.ReadAsync(key);
        Assert.Equal(["PUT", "GET"], Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_server_that_slows_down_or_cuts_a_connection_is_asked_again()
    {
        var (content, folder) = (Some.Bytes(100_000), Some.Folder());
        Server.Then(S3Server.Refuses(503, "SlowDown"), S3Server.Breaks);
        var key = await Store.PutAsync(folder, content);
        Server.Then(S3Server.Breaks, S3Server.Refuses(500, "InternalError"));
        Assert.Equal(content, await Store.ReadAsync(key));
        Assert.Equal(["PUT", "PUT", "PUT", "GET", "GET", "GET"], Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_server_that_stays_down_fails_after_a_few_attempts()
    {
        Server.Then([.. Enumerable.Repeat(S3Server.Refuses(503, "SlowDown"), 10)]);
        var error = await Assert.ThrowsAsync<BlobStoreException>(() => Store.PutAsync(Some.Folder(), [1]));
        Assert.Equal("The S3 server failed: it answered 503 SlowDown.", error.Message);
        Assert.Equal(4, Server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_fails_at_once_and_is_never_taken_for_a_missing_file()
    {
        var key = BlobKey.Of(Some.Folder(), [1], "png");
        Func<Task>[] all =
        [
            () => Store.PutAsync(key, new byte[] { 1 }),
            () => Store.OpenAsync(key), () => Store.OpenAsync(key, 0, 1), () => Store.FindAsync(key),
            () => Store.DeleteAllAsync(key.Folder), () => Store.ListAsync().ToListAsync(), () => Store.ProbeAsync(),
        ];
        foreach (var call in all)
        {
            Server.Then(S3Server.Refuses(403, "AccessDenied"));
            await Assert.ThrowsAsync<BlobStoreException>(call);
        }

        Assert.Equal(all.Length, Server.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_secret_or_bucket_is_found_out_by_a_probe()
    {
        var (secret, bucket) = (_stores.Options(), _stores.Options());
        secret.SecretKey = "another";
        bucket.Bucket = "another";
        foreach (var options in new[] { secret, bucket })
        {
            using var store = new S3BlobStore(options, _stores.Clock);
            var error = await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync());
            Assert.DoesNotContain(S3Server.SecretKey, error.ToString(), StringComparison.Ordinal);
        }

        using var wrong = new S3BlobStore(bucket, _stores.Clock);
        await Assert.ThrowsAsync<BlobStoreException>(() => wrong.OpenAsync(BlobKey.Of(Some.Folder(), [1], "png")));
    }

    [Fact]
    public async Task Nobody_there_is_a_failure_of_the_store()
    {
        var options = _stores.Options(TimeSpan.FromSeconds(5));
        options.Endpoint = "http://127.0.0.1:1";
        using var store = new S3BlobStore(options, _stores.Clock);
        await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync());
    }

    [Fact]
    public async Task A_download_that_is_cut_fails_and_is_never_taken_for_a_shorter_file()
    {
        var key = await Store.PutAsync(Some.Folder(), Some.Bytes(500_000));
        Server.Then(S3Server.AfterHalf(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        var file = await Store.OpenAsync(key);
        await Assert.ThrowsAnyAsync<IOException>(() => file.ReadAsync());
    }

    [Fact]
    public async Task A_download_that_stands_still_fails()
    {
        using var store = new S3BlobStore(_stores.Options(TimeSpan.FromSeconds(1)), TimeProvider.System);
        var key = await store.PutAsync(Some.Folder(), Some.Bytes(500_000));
        Server.Then(S3Server.AfterHalf(S3Server.Hangs));
        var file = await store.OpenAsync(key);
        await Assert.ThrowsAnyAsync<IOException>(() => file.ReadAsync());
    }

    [Fact]
    public async Task A_server_that_never_answers_fails()
    {
        using var store = new S3BlobStore(_stores.Options(TimeSpan.FromSeconds(1)), TimeProvider.System);
        for (var attempt = 1; attempt <= 20; attempt++) Server.Then((context, _) => S3Server.Hangs(context));
        await Assert.ThrowsAsync<BlobStoreException>(() => store.ProbeAsync());
    }

    [Fact]
    public async Task A_folder_of_many_files_is_deleted_by_few_requests()
    {
        var folder = Some.Folder();
        for (var i = 0; i < 1500; i++) Server.Add($"tests/{BlobKey.Of(folder, BitConverter.GetBytes(i), "png")}", [1]);
        await Store.DeleteAllAsync(folder);
        Assert.Empty(Server.Objects);
        Assert.Equal(["GET", "POST", "GET", "POST"], Server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task An_old_server_is_asked_to_delete_one_by_one()
    {
        Server.WantsContentMD5 = true;
        var folder = Some.Folder();
        for (byte i = 0; i < 5; i++) await Store.PutAsync(folder, [i]);
        await Store.DeleteAllAsync(folder);
        Assert.Empty(Server.Objects);
    }

    [Fact]
    public async Task A_file_that_the_server_keeps_is_a_failure()
    {
        var key = await Store.PutAsync(Some.Folder(), [1]);
        Server.Locked[$"tests/{key}"] = true;
        var error = await Assert.ThrowsAsync<BlobStoreException>(() => Store.DeleteAllAsync(key.Folder));
        Assert.Contains("AccessDenied", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BlobStoreException>(async () => await Store.DeleteAsync((await Store.FindAsync(key))!));
    }
}
