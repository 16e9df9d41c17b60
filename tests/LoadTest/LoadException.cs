namespace Platform.LoadTest;

/// <summary>The load can't be run at all; the message says why, in a sentence for whoever started it.</summary>
internal sealed class LoadException(string message) : Exception(message);
