namespace Platform.Companions.Replies;

/// <summary>A reply as it is kept and shown.</summary>
/// <param name="Text">1 to <see cref="Assignment.MaxLength"/> characters, trimmed.</param>
internal sealed record ReplyResult(string Text, TokenUsage Usage);

/// <summary>Tokens that a model says it read and wrote; 0 where it doesn't say, as the <c>builtin</c> engine.</summary>
internal sealed record TokenUsage(long Input, long Output);
