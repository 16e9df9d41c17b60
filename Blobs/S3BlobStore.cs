using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace Platform.Blobs;

/// <summary>
/// Files in a bucket, as <c>{prefix}{kind}/{uuid}/{sha256}.{extension}</c>. The key needs the rights to read, write, delete and list:
/// without the last, Amazon answers "forbidden" where a file isn't there.
/// </summary>
public sealed class S3BlobStore(S3Options options, TimeProvider clock) : IBlobStore, IDisposable
{
    private readonly AmazonS3Client _s3 = S3Client.Create(options);
    private readonly string _bucket = options.Bucket!;
    private readonly string _prefix = options.KeyPrefix;

    public void Dispose() => _s3.Dispose();

    public async Task PutAsync(BlobKey key, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        key.MustNameContentOf(SHA256.HashData(content.Span));
        var isArray = MemoryMarshal.TryGetArray(content, out var array);
        using var stream = isArray
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray());
        await UploadAsync(key, stream, cancellation);
    }

    public async Task PutAsync(BlobKey key, Stream content, CancellationToken cancellation = default)
    {
        key.MustNameContentOf(await BlobKey.HashAsync(content, cancellation));
        await UploadAsync(key, content, cancellation);
    }

    public Task<StoredBlob?> FindAsync(BlobKey key, CancellationToken cancellation = default) => S3Failure.GuardAsync(async () =>
    {
        try
        {
            var found = await _s3.GetObjectMetadataAsync(_bucket, NameOf(key), cancellation);
            return new StoredBlob(key, found.ContentLength, Time(found.LastModified));
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }, cancellation);

    public Task<BlobFile?> OpenAsync(BlobKey key, CancellationToken cancellation = default) => OpenAsync(key, 0, null, cancellation);

    public Task<BlobFile?> OpenAsync(BlobKey key, long from, long to, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return OpenAsync(key, from, new ByteRange(from, to), cancellation);
    }

    public async Task DeleteAsync(StoredBlob blob, CancellationToken cancellation = default)
    {
        if (await FindAsync(blob.Key, cancellation) is not { } found || found.LastModified > blob.LastModified) return;
        await S3Failure.GuardAsync(() => _s3.DeleteObjectAsync(_bucket, NameOf(blob.Key), cancellation), cancellation);
    }

    public async Task DeleteAllAsync(BlobFolder folder, CancellationToken cancellation = default)
    {
        await foreach (var page in PagesAsync(folder, cancellation))
        {
            var names = page.Select(file => file.Key).ToList();
            if (names.Count > 0) await S3Failure.GuardAsync(() => DeleteAsync(names, cancellation), cancellation);
        }
    }

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        BlobFolder? folder = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var page in PagesAsync(folder, cancellation))
        {
            foreach (var file in page)
            {
                if (!BlobKey.TryParse(file.Key[_prefix.Length..], out var key)) continue;
                yield return new StoredBlob(key, file.Size ?? 0, Time(file.LastModified));
            }
        }
    }

    /// <summary>Nothing to do: a file is uploaded by one request, of which a server keeps all or nothing.</summary>
    public Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellation = default) => Task.CompletedTask;

    public Task ProbeAsync(CancellationToken cancellation = default)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = _prefix, MaxKeys = 1 };
        return S3Failure.GuardAsync(() => _s3.ListObjectsV2Async(request, cancellation), cancellation);
    }

    /// <summary>Whether it is there isn't asked first: to upload it again is rare, changes nothing, and renews its time.</summary>
    private Task<PutObjectResponse> UploadAsync(BlobKey key, Stream content, CancellationToken cancellation) => S3Failure.GuardAsync(
        () => _s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = _bucket,
            Key = NameOf(key),
            ContentType = key.ContentType,
            InputStream = content,
            AutoCloseStream = false,
            AutoResetStreamPosition = true,
            // Signed in chunks is what other servers than Amazon's understand least.
            UseChunkEncoding = false,
        }, cancellation), cancellation);

    private Task<BlobFile?> OpenAsync(BlobKey key, long from, ByteRange? range, CancellationToken cancellation) =>
        S3Failure.GuardAsync(() => GetAsync(key, from, range, cancellation), cancellation);

    private async Task<BlobFile?> GetAsync(BlobKey key, long from, ByteRange? range, CancellationToken cancellation)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = _bucket, Key = NameOf(key), ByteRange = range };
            var response = await _s3.GetObjectAsync(request, cancellation);
            // "bytes 5-9/25"
            var length = range is null ? response.ContentLength : S3Client.TotalLength(response.ContentRange);
            var blob = new StoredBlob(key, length, Time(response.LastModified));
            return new BlobFile(blob, new S3Content(response, options.Timeout, clock), from, response.ContentLength);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return await FindAsync(key, cancellation) is { } blob ? new BlobFile(blob, Stream.Null, from, 0) : null;
        }
    }

    private async Task<bool> DeleteAsync(List<string> names, CancellationToken cancellation)
    {
        try
        {
            var objects = names.Select(name => new KeyVersion { Key = name }).ToList();
            await _s3.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = _bucket, Objects = objects, Quiet = true }, cancellation);
        }
        catch (AmazonS3Exception error) when (error is not DeleteObjectsException && S3Failure.IsNotUnderstood(error))
        {
            // Older servers want an MD5 sum that the SDK no longer sends, or have no such request at all.
            foreach (var name in names) await _s3.DeleteObjectAsync(_bucket, name, cancellation);
        }

        return true;
    }

    private async IAsyncEnumerable<List<S3Object>> PagesAsync(BlobFolder? folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = folder is null ? _prefix : $"{_prefix}{folder}/" };
        do
        {
            var page = await S3Failure.GuardAsync(() => _s3.ListObjectsV2Async(request, cancellation), cancellation);
            yield return page.S3Objects ?? [];
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    private string NameOf(BlobKey key) => _prefix + key;

    private static DateTimeOffset Time(DateTime? time) => new(time.GetValueOrDefault().ToUniversalTime());
}
