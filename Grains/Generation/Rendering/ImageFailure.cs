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
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError =>
            new TransientRenderException($"The server of pictures answered {(int)response.StatusCode} {code}".TrimEnd(), RetryAfter(response, clock)),
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
            return body.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String && IsCode().IsMatch(code.GetString()!)
                ? code.GetString()
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    [GeneratedRegex(@"\A[a-z_]{1,40}\z")]
    private static partial Regex IsCode();
}
