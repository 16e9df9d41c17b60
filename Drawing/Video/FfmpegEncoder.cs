using System.ComponentModel;
using System.Globalization;

namespace Platform.Drawing.Video;

/// <summary>Encodes films with an alpha channel by running ffmpeg: one thread, low priority, a limit on time.
/// What it writes to disk is gone when a call returns.</summary>
public sealed class FfmpegEncoder
{
    private readonly string _program;
    private readonly TimeSpan _timeLimit;
    private readonly TimeProvider _time;

    private FfmpegEncoder(string program, TimeSpan timeLimit, TimeProvider time) =>
        (_program, _timeLimit, _time) = (program, timeLimit, time);

    /// <summary>What MOV files are encoded as here, for people.</summary>
    public string MovCodec => Mov.Name;

    internal VideoFormat Mov { get; private set; } = VideoFormat.MovProres;

    /// <summary>Looks once what ffmpeg there is and what it can.</summary>
    /// <param name="program">A path, or a name that is looked for on the path.</param>
    /// <param name="timeLimit">For each film.</param>
    /// <returns>Null where there is no ffmpeg, or one that can't encode VP9 and ProRes with alpha.</returns>
    public static async Task<FfmpegEncoder?> FindAsync(TimeProvider time, TimeSpan timeLimit, string program = "ffmpeg",
        CancellationToken cancel = default)
    {
        var encoder = new FfmpegEncoder(program, timeLimit, time);
        try
        {
            if (!await encoder.CanAsync(VideoFormat.WebmVp9, cancel) || !await encoder.CanAsync(VideoFormat.MovProres, cancel)) return null;
            foreach (var hevc in VideoFormat.MovHevc)
            {
                if (!await encoder.CanAsync(hevc, cancel)) continue;
                encoder.Mov = hevc;
                break;
            }

            return encoder;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>VP9 with alpha in WebM.</summary>
    /// <exception cref="FfmpegException">ffmpeg refused.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task<byte[]> EncodeWebmAsync(VideoSource source, CancellationToken cancel = default) =>
        EncodeAsync(VideoFormat.WebmVp9, source, cancel);

    /// <summary>HEVC with alpha in MOV where this ffmpeg can, ProRes 4444 otherwise.</summary>
    /// <exception cref="FfmpegException">ffmpeg refused.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public Task<byte[]> EncodeMovAsync(VideoSource source, CancellationToken cancel = default) => EncodeAsync(Mov, source, cancel);

    private async Task<byte[]> EncodeAsync(VideoFormat format, VideoSource source, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(_timeLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        var directory = Directory.CreateTempSubdirectory("film-");
        try
        {
            // Into a file: both containers are completed at their beginning, which a pipe has left behind by then.
            var file = Path.Combine(directory.FullName, "film" + format.Extension);
            await FfmpegProcess.RunAsync(_program, ArgumentsFor(format, source, file), (input, stop) => WriteAsync(source, input, stop),
                either.Token);
            return await File.ReadAllBytesAsync(file, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"The film took more than {_timeLimit.TotalSeconds:0} s to encode.");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task WriteAsync(VideoSource source, Stream input, CancellationToken cancel)
    {
        var own = new byte[source.Size * source.Size * 4];
        foreach (var frame in source.Frames)
        {
            frame.CopyTo(own, 0);
            AlphaEdges.Bleed(own);
            await input.WriteAsync(own, cancel);
        }
    }

    // The colours are those of sRGB, told as BT.709, which players take them for.
    private static string[] ArgumentsFor(VideoFormat format, VideoSource source, string file)
    {
        var size = source.Size.ToString(CultureInfo.InvariantCulture);
        return
        [
            "-hide_banner", "-nostdin", "-loglevel", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-video_size", $"{size}x{size}",
            "-framerate", source.FrameRate.ToString(CultureInfo.InvariantCulture), "-i", "pipe:0",
            "-vf", "scale=out_color_matrix=bt709:out_range=tv",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709", "-color_range", "tv",
            .. format.Arguments, "-threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", file,
        ];
    }

    // Listed, with alpha, and able to encode one frame: an encoder may be compiled in and lack its device.
    private async Task<bool> CanAsync(VideoFormat format, CancellationToken cancel)
    {
        var (name, pixels) = (format.Arguments[1], format.Arguments[3]);
        try
        {
            var help = await FfmpegProcess.RunAsync(_program, ["-hide_banner", "-h", $"encoder={name}"], null, cancel);
            if (!help.Split((char[])[' ', '\n', '\r'], StringSplitOptions.None).Contains(pixels)) return false;
            await EncodeAsync(format, new(128, 1, [new byte[128 * 128 * 4]]), cancel);
            return true;
        }
        catch (Exception error) when (error is FfmpegException or TimeoutException)
        {
            return false;
        }
    }
}
