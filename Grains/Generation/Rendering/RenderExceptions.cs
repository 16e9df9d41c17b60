namespace Platform.Generation;

/// <summary>Whoever draws can't at the moment: to ask again later may help. Its message is for operators and holds no secret.</summary>
/// <param name="retryAfter">How long it asks to be left alone; null: it doesn't say.</param>
internal sealed class TransientRenderException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>Whoever draws won't, however often it is asked. Its message is a sentence for whoever wants the picture.</summary>
internal sealed class RenderRefusedException(string message) : Exception(message);
