using Microsoft.Extensions.Time.Testing;
using Platform.Testing;

namespace Platform.Blobs.Tests;

/// <summary>An empty store of each kind, and what lies behind it.</summary>
public sealed class Stores : IAsyncLifetime
{
    public const string Directory = "directory";
    public const string S3 = "s3";

    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("blobs-");
    private S3BlobStore? _s3;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public S3Server Server { get; private set; } = null!;

    public string Root => Path.Combine(_directory.FullName, "blobs");

    public IBlobStore this[string kind] => kind == S3 ? _s3 ??= new S3BlobStore(Options(), Clock) : new DirectoryBlobStore(Root, Clock);

    public S3Options Options(TimeSpan? timeout = null) => new()
    {
        Endpoint = Server.Endpoint,
        Region = S3Server.Region,
        Bucket = S3Server.Bucket,
        AccessKey = S3Server.AccessKey,
        SecretKey = S3Server.SecretKey,
        Prefix = "/tests/",
        Timeout = timeout ?? TimeSpan.FromSeconds(60),
    };

    public async Task InitializeAsync() => Server = await S3Server.StartAsync(Clock);

    public async Task DisposeAsync()
    {
        _s3?.Dispose();
        await Server.DisposeAsync();
        _directory.Delete(recursive: true);
    }
}
