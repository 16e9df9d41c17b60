using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Platform.Blobs;

/// <summary>
/// The name of a file: <c>{kind}/{uuid}/{sha256}.{extension}</c>. The content gives the file its name, so a file never changes, and the
/// same content in the same folder is the same file. It can't hold anything else, so it is safe in a path and in a URL.
/// </summary>
public sealed partial record BlobKey
{
    private BlobKey(BlobFolder folder, string hash, string extension) => (Folder, Hash, Extension) = (folder, hash, extension);

    public BlobFolder Folder { get; }

    /// <summary>The SHA-256 of the content, in 64 lower-case hexadecimal digits. Serves as the ETag of the file.</summary>
    public string Hash { get; }

    /// <summary>Without a dot, one of <see cref="BlobTypes"/>.</summary>
    public string Extension { get; }

    /// <summary>The media type that belongs to the extension, as in <c>image/png</c>.</summary>
    public string ContentType => BlobTypes.Of(Extension)!;

    /// <summary>The name of this content.</summary>
    /// <exception cref="ArgumentException">The extension is none of <see cref="BlobTypes"/>.</exception>
    public static BlobKey Of(BlobFolder folder, ReadOnlySpan<byte> content, string extension) =>
        Of(folder, SHA256.HashData(content), extension);

    /// <summary>The name of all that is in this stream, which must be seekable, and is left at its beginning.</summary>
    /// <exception cref="ArgumentException">The extension is none of <see cref="BlobTypes"/>.</exception>
    public static async Task<BlobKey> OfAsync(
        BlobFolder folder, Stream content, string extension, CancellationToken cancellation = default) =>
        Of(folder, await HashAsync(content, cancellation), extension);

    /// <exception cref="FormatException">It is no key's text.</exception>
    public static BlobKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException("A key of a file is written {kind}/{uuid}/{sha256}.{extension}.");

    /// <summary>Reads what <see cref="ToString"/> writes, and nothing that only resembles it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out BlobKey? key)
    {
        key = null;
        if (text is null) return false;
        var slash = text.LastIndexOf('/');
        if (slash < 0 || !BlobFolder.TryParse(text[..slash], out var folder)) return false;
        if (IsName().Match(text, slash + 1) is not { Success: true } name || BlobTypes.Of(name.Groups[2].Value) is null) return false;
        key = new BlobKey(folder, name.Groups[1].Value, name.Groups[2].Value);
        return true;
    }

    public override string ToString() => $"{Folder}/{Hash}.{Extension}";

    internal static async Task<byte[]> HashAsync(Stream content, CancellationToken cancellation)
    {
        content.Position = 0;
        var hash = await SHA256.HashDataAsync(content, cancellation);
        content.Position = 0;
        return hash;
    }

    /// <summary>Guards the stores: whoever mistook the name of a content would never get it back.</summary>
    /// <exception cref="ArgumentException">The key is not the content's.</exception>
    internal void MustNameContentOf(ReadOnlySpan<byte> hash)
    {
        if (Hash != Convert.ToHexStringLower(hash)) throw new ArgumentException("The content is not what the key says.");
    }

    private static BlobKey Of(BlobFolder folder, byte[] hash, string extension) => BlobTypes.Of(extension) is null
        ? throw new ArgumentException("There are no files of this extension.", nameof(extension))
        : new BlobKey(folder, Convert.ToHexStringLower(hash), extension);

    [GeneratedRegex(@"\G([0-9a-f]{64})\.([a-z0-9]{1,8})\z")]
    private static partial Regex IsName();
}
