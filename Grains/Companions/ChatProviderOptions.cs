using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Platform.Conversations;

namespace Platform.Companions;

/// <summary>The section <c>Chat</c>: who writes the replies.</summary>
public sealed class ChatProviderOptions : IValidatableObject
{
    public const string Builtin = "builtin";
    public const string OpenAIProtocol = "openai";

    /// <summary>
    /// <c>builtin</c>: the local persona engine, which needs no network. <c>openai</c>: a server that speaks OpenAI's chat completions.
    /// </summary>
    [AllowedValues(Builtin, OpenAIProtocol, ErrorMessage = "Chat:Provider must be builtin or openai.")]
    public string Provider { get; set; } = Builtin;

    public OpenAIOptions OpenAI { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Provider == OpenAIProtocol ? OpenAI.Faults().Select(fault => new ValidationResult(fault)) : [];
}

/// <summary>The section <c>Chat:OpenAI</c>. Read only where the provider is <c>openai</c>.</summary>
public sealed class OpenAIOptions
{
    /// <summary>The caller must still hear how it ended.</summary>
    private static readonly TimeSpan LongestTimeout =
        TimeSpan.Parse(ReplyTimeout.Longest, CultureInfo.InvariantCulture) - TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The address that <c>/chat/completions</c> is appended to, as in <c>http://localhost:11434/v1</c>; none: OpenAI's own.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token. A server of one's own may need none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's name, as the server knows it.</summary>
    public string? Model { get; set; }

    /// <summary>How long one reply may take, repeated attempts included; of one that is streamed: how long the server may be silent.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>About how many tokens of a prompt may be earlier messages and what surrounds them.</summary>
    public int PromptTokens { get; set; } = 3_000;

    internal Uri Endpoint => OpenAIServer.Endpoint(BaseUrl);

    /// <summary>What keeps a server from starting with these settings. Never quotes a value: one of them is a secret.</summary>
    internal IEnumerable<string> Faults()
    {
        if (string.IsNullOrWhiteSpace(Model)) yield return "Chat:OpenAI:Model is missing: which model of the server writes the replies?";
        foreach (var fault in OpenAIServer.Faults("Chat:OpenAI", BaseUrl, ApiKey)) yield return fault;
        if (Timeout < ShortestTimeout || Timeout > LongestTimeout)
            yield return $"Chat:OpenAI:Timeout must be from {ShortestTimeout} to {LongestTimeout} (hours:minutes:seconds).";
        if (PromptTokens is < 200 or > 1_000_000) yield return "Chat:OpenAI:PromptTokens must be from 200 to 1000000.";
    }
}
