using Platform.Drawing.Lottie;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>Animations of mascots as files: the same arguments give the same bytes.</summary>
public static class MascotAnimations
{
    private const int FewerFrames = 24;

    /// <summary>Widths and heights of a frame that can be asked for.</summary>
    public static IReadOnlyList<int> Resolutions { get; } = [128, 240, 360, 480, 720];

    /// <summary>How many frames an animation of a resolution has: as many as are usual, or fewer where the sheet would grow too large.
    /// It goes for all files of the animation.</summary>
    public static int FrameCountFor(int resolution) =>
        Math.Ceiling(Math.Sqrt(Choreographer.UsualFrameCount)) * resolution <= SpriteSheet.MaxSide ? Choreographer.UsualFrameCount
            : FewerFrames;

    /// <summary>A mascot in an action. Pixel art stays pixel art: its Lottie file holds the frames as pictures, since outlines that turn
    /// would leave its grid.</summary>
    /// <param name="resolution">Width and height of a frame, one of <see cref="Resolutions"/>.</param>
    /// <param name="progress">Told the share that is done, from 0 to 1, rising.</param>
    /// <exception cref="OperationCanceledException">Cancelled; it is looked at between frames.</exception>
    public static AnimationFiles Draw(MascotDesign design, MascotAction action, int resolution, Action<double>? progress = null,
        CancellationToken cancel = default) =>
        Draw(MascotArtist.Draw(design), action, resolution, design.Seed, design.Style == MascotStyle.Pixel ? DrawPixels : null, progress,
            cancel);

    /// <summary>A mascot that was painted elsewhere in an action: the picture moves as a whole.</summary>
    /// <param name="picture">A PNG, JPEG or other picture, best on a transparent ground.</param>
    /// <exception cref="InvalidDataException">It is no picture that can be decoded.</exception>
    public static AnimationFiles Draw(byte[] picture, MascotAction action, int resolution, int seed = 0, Action<double>? progress = null,
        CancellationToken cancel = default) => Draw(PictureFigure.Of(picture), action, resolution, seed, null, progress, cancel);

    /// <summary>Any scene with the parts that actions move.</summary>
    /// <param name="seed">Decides what is left to chance, such as where confetti falls.</param>
    /// <param name="paint">How frames of a style without smooth outlines are drawn; the Lottie file then holds the frames as pictures.
    /// Null: smooth.</param>
    public static AnimationFiles Draw(Scene scene, MascotAction action, int resolution, int seed = 0, FramePainter? paint = null,
        Action<double>? progress = null, CancellationToken cancel = default)
    {
        if (!Resolutions.Contains(resolution))
            throw new ArgumentOutOfRangeException(nameof(resolution), resolution, "No resolution of a frame.");

        var animation = Choreographer.Animate(scene, action, seed, FrameCountFor(resolution));
        var sheet = SpriteSheet.Draw(animation, resolution, paint, share => progress?.Invoke(share * 0.6), cancel);
        var png = sheet.ToPng();
        progress?.Invoke(0.9);
        cancel.ThrowIfCancellationRequested();
        var lottie = paint is null ? LottieWriter.Write(animation) : Frames(sheet, animation.FrameRate);
        progress?.Invoke(1);
        return new(sheet, png, lottie, animation.FrameRate, animation.DurationMs);
    }

    // Each pixel of the art becomes a whole number of pixels of the frame, or they would differ in size.
    private static void DrawPixels(SkiaSharp.SKCanvas canvas, Scene scene, Pose pose, int resolution)
    {
        var whole = (int)MathF.Round((float)resolution / PixelArt.Grid);
        while (resolution % whole != 0) whole++;
        canvas.Scale(resolution / scene.Width, resolution / scene.Height);
        PixelArt.Draw(canvas, scene, pose, pixels: resolution / whole);
    }

    private static byte[] Frames(SpriteSheet sheet, int frameRate) =>
        LottieWriter.WriteFrames([.. Enumerable.Range(0, sheet.FrameCount).Select(sheet.FramePng)], sheet.Resolution, frameRate);
}
