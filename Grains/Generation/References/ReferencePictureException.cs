namespace Platform.Generation;

/// <summary>
/// A picture can't be taken from where somebody said. Its message is a sentence for that somebody, and never says what there is in networks
/// that only this machine sees.
/// </summary>
internal sealed class ReferencePictureException(string message, Exception? inner = null) : Exception(message, inner);
