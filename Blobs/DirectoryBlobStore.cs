using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Platform.Blobs;

/// <summary>
/// Files in a directory: <c>{root}/{kind}/{last two digits of the uuid}/{uuid}/{sha256}.{extension}</c>. The first digits of a UUID of
/// version 7 are the time, so only the last ones spread. A file is written elsewhere, flushed and renamed, so it is there as a whole or not
/// at all, whatever crashes and whoever writes at the same time.
/// </summary>
public sealed class DirectoryBlobStore : IBlobStore
{
    /// <summary>No kind begins with a dot.</summary>
    private const string Unfinished = ".unfinished";

    /// <summary>How often a folder may vanish under a writer, or fill under a deleter, before either gives up.</summary>
    private const int Tries = 10;

    private readonly DurableDirectory _root;
    private readonly string _unfinished;
    private readonly TimeProvider _clock;

    /// <param name="root">Need not exist yet.</param>
    public DirectoryBlobStore(string root, TimeProvider clock)
    {
        _root = new DurableDirectory(Path.GetFullPath(root));
        _unfinished = Path.Combine(_root.Path, Unfinished);
        _clock = clock;
    }

    public Task PutAsync(BlobKey key, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        key.MustNameContentOf(SHA256.HashData(content.Span));
        if (!Renew(key)) Write(key, file => RandomAccess.Write(file.SafeFileHandle, content.Span, 0));
    }, cancellation);

    public async Task PutAsync(BlobKey key, Stream content, CancellationToken cancellation = default)
    {
        key.MustNameContentOf(await BlobKey.HashAsync(content, cancellation));
        await GuardAsync(() =>
        {
            if (!Renew(key)) Write(key, content.CopyTo);
        }, cancellation);
    }

    public Task<StoredBlob?> FindAsync(BlobKey key, CancellationToken cancellation = default) =>
        GuardAsync(() => new FileInfo(PathOf(key)) is { Exists: true } file ? Stored(key, file) : null, cancellation);

    public Task<BlobFile?> OpenAsync(BlobKey key, CancellationToken cancellation = default) =>
        GuardAsync(() => Open(key, 0, null), cancellation);

    public Task<BlobFile?> OpenAsync(BlobKey key, long from, long to, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return GuardAsync(() => Open(key, from, to), cancellation);
    }

    public Task DeleteAsync(StoredBlob blob, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        var file = new FileInfo(PathOf(blob.Key));
        if (file.Exists && Stored(blob.Key, file).LastModified <= blob.LastModified) file.Delete();
    }, cancellation);

    public Task DeleteAllAsync(BlobFolder folder, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        var path = PathOf(folder);
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException) when (!Directory.Exists(path))
            {
                return;
            }
            catch (IOException) when (tries < Tries)
            {
                // Somebody put a file into it meanwhile, or deletes it as well.
            }
        }
    }, cancellation);

    public async IAsyncEnumerable<StoredBlob> ListAsync(
        BlobFolder? folder = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var folders = folder is null ? await GuardAsync(() => AllFolders().ToList(), cancellation) : [folder];
        foreach (var one in folders)
        {
            foreach (var blob in await GuardAsync(() => Files(one), cancellation)) yield return blob;
        }
    }

    public Task RemoveUnfinishedAsync(DateTimeOffset before, CancellationToken cancellation = default) => GuardAsync(() =>
    {
        var directory = new DirectoryInfo(_unfinished);
        if (!directory.Exists) return;
        foreach (var file in directory.EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime)) file.Delete();
    }, cancellation);

    public Task ProbeAsync(CancellationToken cancellation = default) => GuardAsync(() =>
    {
        _root.Create(_unfinished);
        using var probe = new FileStream(
            NewUnfinished(), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        probe.WriteByte(1);
    }, cancellation);

    private bool Renew(BlobKey key)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(key), _clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception error) when (IsMissing(error))
        {
            return false;
        }
    }

    private void Write(BlobKey key, Action<FileStream> write)
    {
        _root.Create(_unfinished);
        var unfinished = NewUnfinished();
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0))
            {
                write(file);
                File.SetLastWriteTimeUtc(file.SafeFileHandle, _clock.GetUtcNow().UtcDateTime);
                file.Flush(flushToDisk: true);
            }

            Publish(unfinished, PathOf(key));
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private void Publish(string unfinished, string path)
    {
        var directory = Path.GetDirectoryName(path)!;
        for (var tries = 1; ; tries++)
        {
            try
            {
                _root.Create(directory);
                // Whoever was first wrote the same.
                File.Move(unfinished, path, overwrite: true);
                break;
            }
            catch (Exception error) when (IsMissing(error) && tries < Tries)
            {
                // All of the folder was deleted at this moment.
            }
        }

        try
        {
            DurableDirectory.Flush(directory);
        }
        catch (DirectoryNotFoundException)
        {
            // All of the folder was deleted right after.
        }
    }

    private BlobFile? Open(BlobKey key, long from, long? to)
    {
        try
        {
            var file = new FileStream(
                PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous);
            var blob = new StoredBlob(key, file.Length, new DateTimeOffset(File.GetLastWriteTimeUtc(file.SafeFileHandle)));
            if (to is null) return new BlobFile(blob, file, 0, file.Length);
            var count = Math.Clamp(to.Value - from + 1, 0, Math.Max(0, file.Length - from));
            file.Position = Math.Min(from, file.Length);
            return new BlobFile(blob, new LimitedStream(file, count), from, count);
        }
        catch (Exception error) when (IsMissing(error))
        {
            return null;
        }
    }

    private IEnumerable<BlobFolder> AllFolders() => !Directory.Exists(_root.Path) ? [] :
        from kind in Directory.EnumerateDirectories(_root.Path)
        from fan in Directory.EnumerateDirectories(kind)
        from path in Directory.EnumerateDirectories(fan)
        let folder = BlobFolder.TryParse($"{Path.GetFileName(kind)}/{Path.GetFileName(path)}", out var parsed) ? parsed : null
        where folder is not null
        select folder;

    private List<StoredBlob> Files(BlobFolder folder)
    {
        var blobs = new List<StoredBlob>();
        try
        {
            foreach (var file in new DirectoryInfo(PathOf(folder)).EnumerateFiles())
            {
                if (BlobKey.TryParse($"{folder}/{file.Name}", out var key) && file.Exists) blobs.Add(Stored(key, file));
            }
        }
        catch (Exception error) when (IsMissing(error))
        {
            // It is being deleted.
        }

        return blobs;
    }

    private static StoredBlob Stored(BlobKey key, FileInfo file) => new(key, file.Length, new DateTimeOffset(file.LastWriteTimeUtc));

    private string PathOf(BlobFolder folder)
    {
        var id = folder.Id.ToString("D");
        return Path.Combine(_root.Path, folder.Kind, id[^2..], id);
    }

    private string PathOf(BlobKey key) => Path.Combine(PathOf(key.Folder), $"{key.Hash}.{key.Extension}");

    private static bool IsMissing(Exception error) => error is FileNotFoundException or DirectoryNotFoundException;

    private string NewUnfinished() => Path.Combine(_unfinished, Path.GetRandomFileName());

    private static async Task GuardAsync(Action work, CancellationToken cancellation) => await GuardAsync(() =>
    {
        work();
        return true;
    }, cancellation);

    /// <summary>Away from the caller's thread: to flush a file takes as long as the disk likes.</summary>
    private static Task<T> GuardAsync<T>(Func<T> work, CancellationToken cancellation) => Task.Run(() =>
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BlobStoreException($"The directory of files failed: {error.Message}", error);
        }
    }, cancellation);
}
