using System.Diagnostics;
using Platform.Drawing.Video;

namespace Platform.Drawing.Tests.Video;

public class FfmpegProcessTests
{
    [Fact]
    public async Task Full_pipes_in_all_directions_block_nobody()
    {
        const int Size = 1_000_000;
        var output = await FfmpegProcess.RunAsync("sh", ["-c", $"head -c {Size} /dev/zero >&2; head -c {Size} /dev/zero; cat > /dev/null"],
            (input, cancel) => input.WriteAsync(new byte[Size], cancel).AsTask(), CancellationToken.None);
        Assert.Equal(Size, output.Length);
    }

    [Fact]
    public async Task A_program_that_reads_no_more_is_judged_by_how_it_ended()
    {
        var error = await Assert.ThrowsAsync<FfmpegException>(() => FfmpegProcess.RunAsync("sh", ["-c", "echo no such codec >&2; exit 3"],
            (input, cancel) => input.WriteAsync(new byte[1_000_000], cancel).AsTask(), CancellationToken.None));
        Assert.Contains("no such codec", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_program_is_dead_when_the_call_returns()
    {
        using var cancel = new CancellationTokenSource();
        var file = Path.GetTempFileName();
        try
        {
            var run = FfmpegProcess.RunAsync("sh", ["-c", $"echo $$ > {file}; head -c 200000 > /dev/null; exec sleep 1000"],
                async (input, stop) =>
            {
                // More than a pipe holds, so it has begun to read; and then a write that nobody will ever read.
                await input.WriteAsync(new byte[200_000], stop);
                var blocked = Task.Run(() => input.Write(new byte[1_000_000]), CancellationToken.None);
                await cancel.CancelAsync();
                await blocked;
            }, cancel.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
            var id = int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
