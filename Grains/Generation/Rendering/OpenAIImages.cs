using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Platform.Generation;

/// <summary>
/// Pictures by any server that speaks OpenAI's image generations. Spoken without the SDK: its client sends no seed, and has no limit for
/// what an answer may weigh. A request is never repeated here, since each costs money: whoever runs the job decides.
/// </summary>
internal sealed partial class OpenAIImages(
    HttpClient http, OpenAIImagesOptions settings, PictureDownload download, TimeProvider clock, ILogger<OpenAIImages> logger) : IDisposable
{
    /// <summary>Of an answer, ten large pictures in base64.</summary>
    public const int MaxAnswerBytes = 300_000_000;

    public const int MaxPictureBytes = 25_000_000;

    private readonly ImageModel _model = new(settings.Model.Trim());
    private readonly Uri _address = new($"{settings.Endpoint}/images/generations");
    private readonly SemaphoreSlim _turns = new(settings.MaxConcurrency);

    public void Dispose()
    {
        download.Dispose();
        _turns.Dispose();
    }

    /// <summary>
    /// The pictures of a request: as many as it asked for, or fewer where the server has sent fewer. They are PNGs, unless a server sends
    /// another type than it was asked for.
    /// </summary>
    /// <exception cref="TransientRenderException">
    /// The server is busy, down, too slow, or has sent nothing that is a picture: a model that stumbled may do better the next time.
    /// </exception>
    /// <exception cref="RenderRefusedException">The server does not take the description, or us.</exception>
    public async Task<IReadOnlyList<Picture>> GenerateAsync(ImageRequest request, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Count, 10);
        await _turns.WaitAsync(cancellation);
        using var deadline = new CancellationTokenSource(settings.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            return await AskAsync(request, either.Token);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new TransientRenderException("The server of pictures took too long.", null, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new TransientRenderException("The server of pictures could not be reached, or broke off.", null, error);
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<IReadOnlyList<Picture>> AskAsync(ImageRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _address) { Content = JsonContent.Create(_model.Body(request)) };
        if (settings.ApiKey?.Trim() is { Length: > 0 } key) message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(message, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            var code = await ImageFailure.CodeAsync(response, cancellation);
            LogRefused((int)response.StatusCode, code);
            throw ImageFailure.Of(response, code, clock);
        }

        var pictures = new List<Picture>();
        foreach (var item in (await ItemsAsync(response, cancellation)).Take(_model.Count(request)))
        {
            if (await PictureAsync(item, cancellation) is { } picture) pictures.Add(picture);
        }

        if (pictures.Count == 0) throw new TransientRenderException("The server of pictures sent none.");
        if (pictures.Count < request.Count) LogPartial(pictures.Count, request.Count);
        return pictures;
    }

    private static async Task<IReadOnlyList<Item?>> ItemsAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<Answer>(cancellation))?.Data ?? [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new TransientRenderException("The server of pictures sent what nobody can read.", null, error);
        }
    }

    /// <summary>One that is broken or can't be downloaded is missing: the others are paid for, too.</summary>
    private async Task<Picture?> PictureAsync(Item? item, CancellationToken cancellation)
    {
        try
        {
            if (item?.Base64 is { Length: > 0 and <= MaxPictureBytes / 3 * 4 } base64)
                return PictureFetcher.Recognized(Convert.FromBase64String(base64));
            return Uri.TryCreate(item?.Url, UriKind.Absolute, out var url) ? await download.GetAsync(url, cancellation) : null;
        }
        catch (Exception error) when (error is FormatException or ReferencePictureException)
        {
            LogMissing(error.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server of pictures answered {Status} {Code}")]
    private partial void LogRefused(int status, string? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server of pictures sent {Count} of {Asked} pictures")]
    private partial void LogPartial(int count, int asked);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture that the server sent could not be used: {Reason}")]
    private partial void LogMissing(string reason);

    private sealed record Answer(IReadOnlyList<Item?>? Data);

    private sealed record Item([property: JsonPropertyName("b64_json")] string? Base64, string? Url);
}
