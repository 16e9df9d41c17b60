using System.IO.Compression;
using System.Text.Json;

namespace Platform.Storage.Archives;

/// <summary>
/// Writes an archive: JSON lines, gzipped, and a <see cref="Seal"/>. It has its name only when it is whole and on the disk; until then it is
/// beside it as <c>.part</c>.
/// </summary>
internal sealed class ArchiveWriter : IAsyncDisposable
{
    private const int BufferSize = 1 << 17;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly BufferedStream _lines;

    /// <exception cref="IOException">The file is there, or can't be made.</exception>
    public ArchiveWriter(string path, ArchiveHeader header)
    {
        _path = path;
        if (Path.Exists(path)) throw new IOException($"{path} is already there.");
        RemoveLeft($"{path}.part");
        _file = new FileStream($"{path}.part", Options());
        _lines = new BufferedStream(new GZipStream(_file, CompressionLevel.Fastest, leaveOpen: true), BufferSize);
        Write(JsonSerializer.SerializeToUtf8Bytes(header, ArchiveHeader.Json));
    }

    public void Write(ReadOnlySpan<byte> line)
    {
        _lines.Write(line);
        _lines.WriteByte((byte)'\n');
    }

    public void End(string table, RowSum sum) =>
        Write(JsonSerializer.SerializeToUtf8Bytes(new TableEnd(table, sum.Rows, sum.Digits()), ArchiveHeader.Json));

    public async Task CompleteAsync(CancellationToken cancellation)
    {
        await _lines.DisposeAsync();
        var length = _file.Length;
        _file.Position = 0;
        var seal = await Seal.OfAsync(_file, length, cancellation);
        await _file.WriteAsync(seal, cancellation);
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
        File.Move(_file.Name, _path);
    }

    public async ValueTask DisposeAsync()
    {
        // On a full disk both fail once more, as they write what they still hold.
        try
        {
            await _lines.DisposeAsync();
        }
        finally
        {
            try
            {
                await _file.DisposeAsync();
            }
            finally
            {
                // Gone, where it was completed.
                File.Delete(_file.Name);
            }
        }
    }

    /// <summary>
    /// Removes what one that was killed has left, since written over it would keep the mode that it has. One that is still being written is not
    /// shared, so it can't be opened.
    /// </summary>
    private static void RemoveLeft(string path)
    {
        if (File.Exists(path)) new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
    }

    /// <summary>An archive has keys and hashes of passwords: it is its owner's alone.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
