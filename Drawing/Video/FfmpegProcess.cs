using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Platform.Drawing.Video;

/// <summary>One run of ffmpeg, without a shell. It is dead when the call returns, whatever happened.</summary>
internal static class FfmpegProcess
{
    private const int KeptErrorChars = 600;

    /// <param name="write">Writes its standard input, which is closed afterwards.</param>
    /// <returns>Its standard output.</returns>
    /// <exception cref="FfmpegException">It ended with an error.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments,
        Func<Stream, CancellationToken, Task>? write, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new FfmpegException($"{program} did not start.");
        // To stop is to kill: a write to a full pipe listens to no token, but it ends when nobody is left to read.
        await using var killing = cancel.Register(() => Kill(process));
        try
        {
            Yield(process);
            // All three pipes at once: whoever reads one to its end before the other waits for ever on a full one.
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = LastOfAsync(process.StandardError);
            await WriteAsync(process, write, cancel);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(CancellationToken.None));
            cancel.ThrowIfCancellationRequested();
            return process.ExitCode == 0 ? await output
                : throw new FfmpegException($"ffmpeg ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            Kill(process);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task WriteAsync(Process process, Func<Stream, CancellationToken, Task>? write, CancellationToken cancel)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            if (write is not null) await write(input, cancel);
        }
        catch (IOException)
        {
            // It ended early and reads no more; its exit code and errors say why.
        }
    }

    // Films may wait: people who talk to the server may not.
    private static void Yield(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the system doesn't let us.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    private static async Task<string> LastOfAsync(StreamReader reader)
    {
        var kept = new StringBuilder();
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer.AsMemory()) is var count and > 0)
        {
            kept.Append(buffer, 0, count);
            if (kept.Length > KeptErrorChars) kept.Remove(0, kept.Length - KeptErrorChars);
        }

        return kept.ToString().Trim();
    }
}
