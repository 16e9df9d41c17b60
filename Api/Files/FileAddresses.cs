using Platform.Blobs;

namespace Platform.Api.Files;

/// <summary>Absolute addresses of files, for whoever asks: they open without a header, on the host that the client knows already.</summary>
internal sealed class FileAddresses(HttpContext context)
{
    private readonly FileLinks _links = context.RequestServices.GetRequiredService<FileLinkKeys>().Links;
    private readonly TimeProvider _clock = context.RequestServices.GetRequiredService<TimeProvider>();
    private readonly string _origin = $"{context.Request.Scheme}://{context.Request.Host}";

    public static ValueTask<FileAddresses?> BindAsync(HttpContext context) => ValueTask.FromResult<FileAddresses?>(new(context));

    /// <summary>An address that lasts as long as the file.</summary>
    public string Of(string key) => _origin + _links.Sign(BlobKey.Parse(key));

    /// <summary>As <see cref="Of(string)"/>; null stays null.</summary>
    public string? OfAny(string? key) => key is null ? null : Of(key);

    /// <summary>
    /// An address that lasts for one to two times <paramref name="life"/>: all that are asked for within a while are the same, so browsers keep
    /// what they have fetched.
    /// </summary>
    public string Passing(string key, TimeSpan life)
    {
        var ticks = _clock.GetUtcNow().UtcTicks;
        var expires = new DateTimeOffset(ticks - (ticks % life.Ticks) + (2 * life.Ticks), TimeSpan.Zero);
        return _origin + _links.Sign(BlobKey.Parse(key), expires: expires);
    }

    /// <summary>An address at which the file is saved under a name, for exactly so long.</summary>
    public string Download(string key, string name, TimeSpan life) =>
        _origin + _links.Sign(BlobKey.Parse(key), name, _clock.GetUtcNow() + life);
}
