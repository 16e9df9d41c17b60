namespace Platform.Conversations.Assistant;

/// <summary>All that the assistant's answer depends on.</summary>
/// <param name="Recent">The last turns before <paramref name="Heard"/>, oldest first; may be empty.</param>
/// <param name="Heard">What is to be answered.</param>
/// <param name="Instead">The answer that another one is wanted for; null: this is the first.</param>
internal sealed record AssistantRequest(IReadOnlyList<Turn> Recent, Turn Heard, string? Instead = null)
{
    /// <summary>Where a request travels inside the additional properties of <c>ChatOptions</c>.</summary>
    public const string Key = "platform.assistant";
}

/// <summary>The assistant's answer.</summary>
/// <param name="TextTokens">The tokens of the text.</param>
/// <param name="Tokens">Those of the prompt and of the text: what the answer costs.</param>
internal sealed record AssistantReply(string Text, long TextTokens, long Tokens);
