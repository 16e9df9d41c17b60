using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Platform.Api.Security;

/// <summary>
/// What every answer says to browsers, whatever it is: that it is what its type says, that it is no page, that no other site may draw it in,
/// and that nobody keeps it. Whoever answers with something else, a page or a picture, sets these headers anew, and that counts.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<HttpsOptions> https, IHostEnvironment environment)
{
    public const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    /// <summary>An answer that is no page loads nothing, leads nowhere and stands in no frame, should a browser take it for one.</summary>
    private const string NoPage = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly StringValues _transport = string.Create(CultureInfo.InvariantCulture, $"max-age={(long)https.Value.HstsMaxAge.TotalSeconds}");

    /// <summary>In Development a browser would remember it of localhost, for whatever else runs there.</summary>
    private readonly bool _isStrict = https.Value.HstsMaxAge > TimeSpan.Zero && !environment.IsDevelopment();

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = NoPage;
        headers["Referrer-Policy"] = "no-referrer";
        headers[ResourcePolicy] = "same-origin";
        // Nearly everything here is somebody's own.
        headers.CacheControl = "no-store";
        if (_isStrict && context.Request.IsHttps) headers.StrictTransportSecurity = _transport;
        return next(context);
    }
}
