using System.Buffers.Text;
using System.Globalization;

namespace Platform.Generation;

/// <summary>Gets the picture that somebody refers to, from the web or from a data URI (RFC 2397).</summary>
internal sealed class PictureFetcher(PicturePolicy policy, Internet internet, TimeProvider clock) : IDisposable
{
    /// <summary>Of an address of the web; a data URI is as long as its picture.</summary>
    private const int LongestAddress = 4096;

    private const string DataScheme = "data:";

    private readonly PictureDownload _download = new(policy, internet, clock);

    public void Dispose() => _download.Dispose();

    /// <exception cref="ReferencePictureException">It can't be had, or is no picture that is taken.</exception>
    public async Task<Picture> FetchAsync(string address, CancellationToken cancellation = default)
    {
        if (address.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase)) return Decode(address);
        if (address.Length > LongestAddress) throw new ReferencePictureException("The address of the picture is too long.");
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri))
            throw new ReferencePictureException("The address of a picture must begin with http:// or https://.");
        return await _download.GetAsync(uri, cancellation);
    }

    /// <summary>Takes a picture for what its bytes say.</summary>
    /// <exception cref="ReferencePictureException">They say nothing that is known.</exception>
    internal static Picture Recognized(byte[] content) => new(content, PictureTypes.Recognize(content) ?? throw NoPicture());

    internal static ReferencePictureException NoPicture() =>
        new("There is no picture at this address, or none of a type that can be used: PNG, JPEG, GIF or WebP.");

    internal static ReferencePictureException TooLarge(int maxBytes) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The picture is larger than {maxBytes / 1_000_000} MB."));

    /// <summary><c>data:image/png;base64,…</c></summary>
    private Picture Decode(string address)
    {
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || address[DataScheme.Length..comma].ToLowerInvariant().Split(';') is not [var type, "base64"]) throw NoPicture();
        if (!PictureTypes.IsKnown(type) || !Base64.IsValid(address.AsSpan(comma + 1), out var length)) throw NoPicture();
        if (length > policy.MaxBytes) throw TooLarge(policy.MaxBytes);
        return Recognized(Convert.FromBase64String(address[(comma + 1)..]));
    }
}
