using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Drawing.Animations;
using Platform.Drawing.Mascots;
using Platform.Drawing.Video;

namespace Platform.Generation;

/// <summary>
/// Animations with all their files. Videos need ffmpeg on the path; where there is none, or it fails, the rest is there, and what was ordered is
/// delivered as far as it can be.
/// </summary>
internal sealed partial class AnimationFilms(
    RenderThreads threads, IOptions<GenerationOptions> options, TimeProvider clock, ILogger<AnimationFilms> logger)
{
    /// <summary>What drawing is of the work, where videos follow.</summary>
    private const double DrawingShare = 0.5;

    private readonly Lazy<Task<FfmpegEncoder?>> _encoder = new(() => FfmpegEncoder.FindAsync(clock, options.Value.TimeLimit));

    public async Task<AnimationArt> MakeAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation)
    {
        if (!Enum.TryParse<MascotAction>(order.Action, ignoreCase: true, out var action)) throw new RenderRefusedException("Nobody knows this action.");
        var encoder = videos ? await _encoder.Value : null;
        void Drawn(double share) => progress.Report(encoder is null ? share : share * DrawingShare);
        var files = await threads.RunAsync(
            () => mascot.Character is { } character
                ? MascotAnimations.Draw(MascotDesign.FromJson(character), action, order.Resolution, Drawn, cancellation)
                : MascotAnimations.Draw(mascot.FullBody.ToArray(), action, order.Resolution, progress: Drawn, cancel: cancellation),
            cancellation);
        RenderedFile? webm = null, mov = null;
        if (encoder is not null)
        {
            webm = await FilmAsync("webm", () => encoder.EncodeWebmAsync(files.Video, cancellation));
            progress.Report((1 + DrawingShare) / 2);
            mov = await FilmAsync("mov", () => encoder.EncodeMovAsync(files.Video, cancellation));
        }

        return new(
            new("png", files.SpriteSheet), new("json", files.Lottie), webm, mov, files.Sheet.FrameCount, files.DurationMs, files.Sheet.Columns);
    }

    private async Task<RenderedFile?> FilmAsync(string extension, Func<Task<byte[]>> encode)
    {
        try
        {
            return new RenderedFile(extension, await encode());
        }
        catch (Exception error) when (error is FfmpegException or TimeoutException or IOException)
        {
            LogFailed(error, extension);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An animation has no {Extension}: it could not be encoded")]
    private partial void LogFailed(Exception error, string extension);
}
