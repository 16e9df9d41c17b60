using System.Diagnostics;

namespace Platform.Drawing.Tests.Video;

/// <summary>A fact about films: skipped where ffmpeg and ffprobe aren't installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FfmpegFactAttribute : FactAttribute
{
    public FfmpegFactAttribute()
    {
        if (!Ffprobe.IsInstalled) Skip = "There are no ffmpeg and ffprobe on the path.";
    }
}

/// <summary>Asks ffmpeg's own tools what a film is.</summary>
internal static class Ffprobe
{
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => File.Exists(Path.Combine(folder, "ffmpeg"))).Any(folder => File.Exists(Path.Combine(folder, "ffprobe")));

    /// <summary>Lines of <c>key=value</c> about the stream and the container.</summary>
    public static async Task<string[]> DescribeAsync(byte[] film, string extension) => await WithFileAsync(film, extension, async file =>
        (await TextOfAsync("ffprobe", "-v", "error", "-count_frames", "-show_entries",
            "stream=codec_name,pix_fmt,width,height,nb_read_frames,r_frame_rate,color_space:stream_tags=alpha_mode:format=duration",
                "-of", "default=nw=1", file)).Split('\n'));

    /// <summary>All frames as RGBA, decoded by the named decoder.</summary>
    public static async Task<byte[]> DecodeAsync(byte[] film, string extension, string decoder) =>
        await WithFileAsync(film, extension, file =>
        BytesOfAsync("ffmpeg", "-v", "error", "-c:v", decoder, "-i", file, "-f", "rawvideo", "-pix_fmt", "rgba", "-"));

    private static async Task<T> WithFileAsync<T>(byte[] film, string extension, Func<string, Task<T>> use)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + extension);
        try
        {
            await File.WriteAllBytesAsync(file, film);
            return await use(file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> TextOfAsync(string program, params string[] arguments) =>
        System.Text.Encoding.UTF8.GetString(await BytesOfAsync(program, arguments));

    private static async Task<byte[]> BytesOfAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output.ToArray();
    }
}
