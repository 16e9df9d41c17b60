namespace Platform.Generation;

public sealed class TransientRenderException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
