namespace Platform.Drawing.Video;

/// <summary>ffmpeg could not do it; the message ends with the last lines that it said.</summary>
public sealed class FfmpegException(string message) : Exception(message);
