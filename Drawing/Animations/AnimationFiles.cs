using Platform.Drawing.Video;

namespace Platform.Drawing.Animations;

/// <summary>An animation as files. All have the same frames, frame rate and duration.</summary>
/// <param name="Sheet">The frames as drawn, for films.</param>
/// <param name="SpriteSheet">The sheet as a PNG file.</param>
/// <param name="Lottie">The animation as UTF-8 JSON.</param>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="DurationMs">Milliseconds of one loop, exactly.</param>
public sealed record AnimationFiles(SpriteSheet Sheet, byte[] SpriteSheet, byte[] Lottie, int FrameRate, int DurationMs)
{
    /// <summary>The same frames for <see cref="FfmpegEncoder"/>; they aren't drawn again.</summary>
    public VideoSource Video => new(Sheet.Resolution, FrameRate, Enumerable.Range(0, Sheet.FrameCount).Select(Sheet.Frame));
}
