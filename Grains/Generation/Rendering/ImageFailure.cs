using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Generation;

/// <summary>
/// What a server's refusal means for whoever asked. The text that comes with it is never passed on: some servers repeat the key in it.
/// </summary>
internal static partial class ImageFailure
{
    /// <summary>The reasons that are the description's fault.</summary>
    private static readonly string[] Moderation = ["moderation_blocked", "content_policy_violation", "content_filter"];

    public static Exception Of(HttpResponseMessage response, string? code, TimeProvider clock) => response.StatusCode switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError =>
            new TransientRenderException(Answered((int)response.StatusCode, code), RetryAfter(response, clock)),
        HttpStatusCode.BadRequest when Moderation.Contains(code) =>
            new RenderRefusedException("The picture service does not draw what this description asks for. Please describe it differently."),
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity =>
            new RenderRefusedException("The picture service can not draw from this description. Please describe it differently."),
        _ => new RenderRefusedException("The picture service is not set up correctly. Its operator can help."),
    };

    /// <summary>The code in <c>{"error": {"code": …}}</c>, if it is one; null: there is none.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellation), default, cancellation);
            // What isn't an object has no properties, and what isn't a string is none: both throw.
            var code = body.RootElement.GetProperty("error").GetProperty("code").GetString();
            return code is not null && IsCode().IsMatch(code) ? code : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string Answered(int status, string? code) => $"The server of pictures answered {status} {code}".TrimEnd();

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    [GeneratedRegex(@"\A[a-z_]{1,40}\z")]
    private static partial Regex IsCode();
}
