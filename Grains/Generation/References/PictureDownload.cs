using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Platform.Generation;

/// <summary>
/// Downloads pictures from addresses that strangers give. A name is resolved here, and the connection goes to the very address that was
/// checked: so a name that is public when it is asked for, and private when it is connected to, gains nothing. Connections are kept, so
/// each policy needs an instance of its own.
/// </summary>
internal sealed class PictureDownload : IDisposable
{
    private static readonly string[] Accepted = ["image/png", "image/webp", "image/jpeg", "image/gif"];

    private readonly PicturePolicy _policy;
    private readonly Internet _internet;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public PictureDownload(PicturePolicy policy, Internet internet, TimeProvider clock)
    {
        (_policy, _internet, _clock) = (policy, internet, clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            // Strangers need not know which request of ours this belongs to.
            ActivityHeadersPropagator = null,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = policy.Time,
            MaxResponseHeadersLength = 16,
            // A body that is too large isn't read to its end only to keep the connection.
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; OrleansPlatform/1.0)");
        foreach (var type in Accepted) _http.DefaultRequestHeaders.Accept.ParseAdd(type);
    }

    public void Dispose() => _http.Dispose();

    /// <exception cref="ReferencePictureException">It can't be had, or is no picture that is taken.</exception>
    public async Task<Picture> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(_policy.Time, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            using var response = await FollowAsync(address, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new ReferencePictureException("The picture took too long to arrive.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            // A private network and a name that nobody has look alike from outside.
            throw new ReferencePictureException("The picture could not be reached at its address.", error);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= _policy.MaxRedirects; redirects++)
        {
            _policy.Check(address);
            var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location) return response;
            response.Dispose();
            if (!Uri.TryCreate(address, location, out var next)) throw NotSent(response.StatusCode);
            address = next;
        }

        throw new ReferencePictureException("The address of the picture leads on to too many others.");
    }

    private async Task<Picture> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode != HttpStatusCode.OK) throw NotSent(response.StatusCode);
        if (!PictureTypes.IsKnown(response.Content.Headers.ContentType?.MediaType)) throw PictureFetcher.NoPicture();
        if (response.Content.Headers.ContentLength > _policy.MaxBytes) throw PictureFetcher.TooLarge(_policy.MaxBytes);

        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        while (await body.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (content.Length + read > _policy.MaxBytes) throw PictureFetcher.TooLarge(_policy.MaxBytes);
            content.Write(buffer, 0, read);
        }

        return PictureFetcher.Recognized(content.ToArray());
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _internet.ResolveAsync(host, cancellation);
        var isAnywhere = _policy.AllowPrivateAddresses || _policy.IsTrusted(host, port);
        SocketException? failure = null;
        foreach (var address in addresses.Where(address => isAnywhere || PublicAddress.IsPublic(address)))
        {
            try
            {
                return await _internet.ConnectAsync(new IPEndPoint(address, port), cancellation);
            }
            catch (SocketException error)
            {
                failure = error;
            }
        }

        throw failure ?? new SocketException((int)SocketError.HostUnreachable);
    }

    private static ReferencePictureException NotSent(HttpStatusCode status) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The server of the picture answered {(int)status} instead of sending it."));

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
