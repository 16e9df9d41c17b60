namespace Platform.Generation;

public sealed class RenderRefusedException(string message, Exception? cause = null) : Exception(message, cause);
