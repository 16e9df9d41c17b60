using System.Globalization;
using Platform.Drawing.Animations;
using Platform.Drawing.Tests.Animations;
using Platform.Drawing.Video;

namespace Platform.Drawing.Tests.Video;

public class FilmTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly AnimationFiles Jump = MascotAnimations.Draw(Performers.Whole, MascotAction.Jump, 128);

    [FfmpegFact]
    public async Task A_webm_has_all_frames_the_same_duration_and_an_alpha_channel()
    {
        var film = await (await EncoderAsync()).EncodeWebmAsync(Jump.Video);
        var told = await Ffprobe.DescribeAsync(film, ".webm");
        AssertSameFrames(told);
        Assert.Contains("codec_name=vp9", told);
        Assert.Contains("TAG:alpha_mode=1", told);
        AssertLooksLikeTheFrames(await Ffprobe.DecodeAsync(film, ".webm", "libvpx-vp9"));
    }

    [FfmpegFact]
    public async Task A_mov_has_all_frames_the_same_duration_and_an_alpha_channel()
    {
        var encoder = await EncoderAsync();
        var film = await encoder.EncodeMovAsync(Jump.Video);
        var told = await Ffprobe.DescribeAsync(film, ".mov");
        AssertSameFrames(told);
        if (encoder.MovCodec.StartsWith("HEVC", StringComparison.Ordinal))
        {
            Assert.Contains("codec_name=hevc", told);
            return;
        }

        Assert.Contains("codec_name=prores", told);
        Assert.Contains(told, line => line.StartsWith("pix_fmt=yuva444p", StringComparison.Ordinal));
        AssertLooksLikeTheFrames(await Ffprobe.DecodeAsync(film, ".mov", "prores"));
    }

    [FfmpegFact]
    public async Task The_same_frames_give_the_same_film()
    {
        var encoder = await EncoderAsync();
        Assert.Equal(await encoder.EncodeWebmAsync(Jump.Video), await encoder.EncodeWebmAsync(Jump.Video));
        Assert.Equal(await encoder.EncodeMovAsync(Jump.Video), await encoder.EncodeMovAsync(Jump.Video));
    }

    [FfmpegFact]
    public async Task A_cancelled_film_ends_at_once_and_leaves_nothing_behind()
    {
        var encoder = await EncoderAsync();
        var before = Directory.GetDirectories(Path.GetTempPath(), "film-*");
        using var cancel = new CancellationTokenSource();
        var endless = new VideoSource(128, 24, Endless(cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => encoder.EncodeWebmAsync(endless, cancel.Token));
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), "film-*").Except(before));
    }

    [FfmpegFact]
    public async Task A_film_that_takes_too_long_is_given_up()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var encoder = (await FfmpegEncoder.FindAsync(time, Minute))!;
        var slow = new VideoSource(128, 24, Jump.Video.Frames.Select((frame, i) =>
        {
            if (i == 3) time.Advance(Minute);
            return frame;
        }));
        await Assert.ThrowsAsync<TimeoutException>(() => encoder.EncodeWebmAsync(slow));
    }

    [FfmpegFact]
    public async Task What_ffmpeg_refuses_is_told_shortly()
    {
        var error = await Assert.ThrowsAsync<FfmpegException>(() => FfmpegProcess.RunAsync("ffmpeg",
            ["-hide_banner", .. Enumerable.Repeat("-nonsense", 200)], null, CancellationToken.None));
        Assert.InRange(error.Message.Length, 20, 700);
    }

    [Fact]
    public async Task Without_the_program_there_is_no_encoder() =>
        Assert.Null(await FfmpegEncoder.FindAsync(TimeProvider.System, Minute, "no-such-program-on-any-path"));

    private static async Task<FfmpegEncoder> EncoderAsync() => (await FfmpegEncoder.FindAsync(TimeProvider.System, Minute))!;

    private static IEnumerable<byte[]> Endless(CancellationTokenSource cancel)
    {
        for (var i = 0; ; i++)
        {
            if (i == 5) cancel.Cancel();
            yield return new byte[128 * 128 * 4];
        }
    }

    private static void AssertSameFrames(string[] told)
    {
        Assert.Contains("width=128", told);
        Assert.Contains("height=128", told);
        Assert.Contains($"nb_read_frames={Jump.Sheet.FrameCount}", told);
        Assert.Contains($"r_frame_rate={Jump.FrameRate}/1", told);
        var duration = told.Single(line => line.StartsWith("duration=", StringComparison.Ordinal))["duration=".Length..];
        Assert.Equal(Jump.DurationMs / 1000.0, double.Parse(duration, CultureInfo.InvariantCulture), 0.002);
    }

    private static void AssertLooksLikeTheFrames(byte[] decoded)
    {
        var frames = Jump.Video.Frames.ToList();
        Assert.Equal(frames.Count * frames[0].Length, decoded.Length);
        for (var i = 0; i < frames.Count; i++)
        {
            var film = decoded.AsSpan(i * frames[i].Length, frames[i].Length);
            Assert.Equal(0, film[3]);
            Assert.InRange(Pixels.Difference(Pixels.Premultiplied(film), Pixels.Premultiplied(frames[i])), 0, 3);
        }
    }
}
