namespace Platform.Companions.Replies;

/// <summary>A reply as it is kept and shown.</summary>
/// <param name="Text">1 to <see cref="ReplyWriter.MaxLength"/> characters, trimmed.</param>
/// <param name="Usage">What the model says that it used; null when it doesn't say, as the <c>builtin</c> engine.</param>
internal sealed record ReplyResult(string Text, TokenUsage? Usage);

/// <summary>Tokens that a model read and wrote.</summary>
internal sealed record TokenUsage(long Input, long Output);
