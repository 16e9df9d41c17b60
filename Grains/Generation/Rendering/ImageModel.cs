using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Generation;

/// <summary>Pictures to be drawn by a model.</summary>
/// <param name="Width">In pixels. OpenAI's models know few sizes (1024×1024, 1536×1024, 1024×1536) and refuse others.</param>
/// <param name="IsTransparent">Asked only of models that can; others draw a background of their own.</param>
/// <param name="Seed">The same again for the same seed, where the server has such a thing; OpenAI has none.</param>
/// <param name="Count">From 1 to 10.</param>
internal sealed record ImageRequest(string Prompt, int Width, int Height, bool IsTransparent = false, long? Seed = null, int Count = 1);

/// <summary>
/// What may be asked of a model: each refuses parameters that it doesn't know. See
/// https://platform.openai.com/docs/api-reference/images/create; servers of others take what the oldest of OpenAI's models take, and a
/// seed.
/// </summary>
internal sealed class ImageModel(string name)
{
    /// <summary>They always send base64, and can leave the background out.</summary>
    private readonly bool _isGptImage = Is(name, "gpt-image") || Is(name, "chatgpt-image");

    private readonly bool _isDallE = Is(name, "dall-e");

    /// <summary>
    /// How many pictures of a request are asked for. One model draws one at a time; the rest is missing, and may be asked for again.
    /// </summary>
    public int Count(ImageRequest request) => Is(name, "dall-e-3") ? 1 : request.Count;

    public JsonObject Body(ImageRequest request)
    {
        var body = new JsonObject
        {
            ["model"] = name,
            ["prompt"] = request.Prompt,
            ["n"] = Count(request),
            ["size"] = string.Create(CultureInfo.InvariantCulture, $"{request.Width}x{request.Height}"),
        };
        if (_isGptImage) body["output_format"] = "png";
        else body["response_format"] = "b64_json";
        if (_isGptImage && request.IsTransparent) body["background"] = "transparent";
        if (!_isGptImage && !_isDallE && request.Seed is { } seed) body["seed"] = seed;
        return body;
    }

    /// <summary>Names end in versions and dates.</summary>
    private static bool Is(string name, string family) => name.StartsWith(family, StringComparison.Ordinal);
}
