using System.IO.Compression;
using System.Text.Json;

namespace Platform.Storage.Archives;

/// <summary>Reads an archive line by line. Nothing of one is believed before its <see cref="Seal"/> was found to be right.</summary>
internal sealed class ArchiveReader : IAsyncDisposable
{
    private const int BufferSize = 1 << 17;

    private readonly FileStream _file;
    private readonly GZipStream _unzipped;
    private byte[] _buffer = new byte[BufferSize];
    private int _from;
    private int _to;

    private ArchiveReader(FileStream file)
    {
        _file = file;
        _unzipped = new GZipStream(file, CompressionMode.Decompress);
    }

    public ArchiveHeader Header { get; private set; } = null!;

    /// <exception cref="StoreException">It is no archive, or not a whole one, or one that this program doesn't know.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static async Task<ArchiveReader> OpenAsync(string path, CancellationToken cancellation)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: false);
        try
        {
            await CheckSealAsync(file, cancellation);
            var reader = new ArchiveReader(file);
            reader.Header = reader.ReadHeader();
            return reader;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next line without its end. It is good until the next one is read.</summary>
    /// <exception cref="StoreException">There is none.</exception>
    public ReadOnlySpan<byte> ReadLine()
    {
        var searched = 0;
        while (true)
        {
            var ahead = _buffer.AsSpan(_from, _to - _from);
            if (ahead[searched..].IndexOf((byte)'\n') is >= 0 and var end)
            {
                end += searched;
                _from += end + 1;
                return ahead[..end];
            }

            searched = ahead.Length;
            if (!Fill()) throw Damaged();
        }
    }

    /// <summary>What the line after a table's last row says.</summary>
    /// <exception cref="StoreException">It isn't such a line.</exception>
    public static TableEnd ReadEnd(ReadOnlySpan<byte> line) => Read<TableEnd>(line);

    /// <summary>Makes sure that nothing follows but the seal.</summary>
    /// <exception cref="StoreException">Something does.</exception>
    public void ReadToEnd()
    {
        ReadLine();
        if (_from < _to || Fill()) throw Damaged();
    }

    public async ValueTask DisposeAsync()
    {
        await _unzipped.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static StoreException Damaged(Exception? inner = null) => new("The file is damaged or not whole.", inner);

    private static async Task CheckSealAsync(FileStream file, CancellationToken cancellation)
    {
        if (file.Length <= Seal.Length) throw Damaged();
        var expected = await Seal.OfAsync(file, file.Length - Seal.Length, cancellation);
        var seal = new byte[Seal.Length];
        await file.ReadExactlyAsync(seal, cancellation);
        if (!seal.AsSpan().SequenceEqual(expected)) throw Damaged();
        file.Position = 0;
    }

    private static T Read<T>(ReadOnlySpan<byte> line) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, ArchiveHeader.Json) ?? throw Damaged();
        }
        catch (JsonException error)
        {
            throw Damaged(error);
        }
    }

    private ArchiveHeader ReadHeader()
    {
        var header = Read<ArchiveHeader>(ReadLine());
        if (header.Format != ArchiveHeader.TheFormat || header.Version != ArchiveHeader.TheVersion)
            throw new StoreException($"The file is {header.Format} {header.Version}, which this program doesn't read.");
        return header;
    }

    /// <summary>Brings more of the file behind what is ahead, and says whether there was more.</summary>
    private bool Fill()
    {
        var ahead = _to - _from;
        if (ahead == _buffer.Length) Array.Resize(ref _buffer, 2 * _buffer.Length);
        else _buffer.AsSpan(_from, ahead).CopyTo(_buffer);
        (_from, _to) = (0, ahead);
        try
        {
            var read = _unzipped.Read(_buffer.AsSpan(_to));
            _to += read;
            return read > 0;
        }
        catch (InvalidDataException error)
        {
            throw Damaged(error);
        }
    }
}
