using System.ComponentModel.DataAnnotations;

namespace Platform.Generation;

/// <summary>The section <c>Images</c>: who draws the pictures.</summary>
public sealed class ImagesOptions : IValidatableObject
{
    public const string Builtin = "builtin";
    public const string OpenAIProtocol = "openai";

    /// <summary><c>builtin</c>: drawn here, without a network. <c>openai</c>: by a server that speaks OpenAI's image generations.</summary>
    [AllowedValues(Builtin, OpenAIProtocol, ErrorMessage = "Images:Provider must be builtin or openai.")]
    public string Provider { get; set; } = Builtin;

    public OpenAIImagesOptions OpenAI { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Provider == OpenAIProtocol ? OpenAI.Faults().Select(fault => new ValidationResult(fault)) : [];
}

/// <summary>The section <c>Images:OpenAI</c>. Read only where the provider is <c>openai</c>.</summary>
public sealed class OpenAIImagesOptions
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The address that <c>/images/generations</c> is appended to, as in <c>http://localhost:8080/v1</c>; none: OpenAI's own.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token. A server of one's own may need none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's name, as the server knows it.</summary>
    public string Model { get; set; } = "gpt-image-1";

    /// <summary>How long one request may take, the download of its pictures included, but not the wait for others before it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many requests of this process may be under way at once; others wait.</summary>
    public int MaxConcurrency { get; set; } = 4;

    internal Uri Endpoint => OpenAIServer.Endpoint(BaseUrl);

    /// <summary>What keeps a server from starting with these settings. Never quotes a value: one of them is a secret.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var fault in OpenAIServer.Faults("Images:OpenAI", BaseUrl, ApiKey)) yield return fault;
        if (string.IsNullOrWhiteSpace(Model)) yield return "Images:OpenAI:Model is empty: which model of the server draws the pictures?";
        if (Timeout < ShortestTimeout || Timeout > LongestTimeout)
            yield return $"Images:OpenAI:Timeout must be from {ShortestTimeout} to {LongestTimeout} (hours:minutes:seconds).";
        if (MaxConcurrency is < 1 or > 100) yield return "Images:OpenAI:MaxConcurrency must be from 1 to 100.";
    }
}
