using System.Reflection;
using System.Runtime.Versioning;
using Platform.LoadTest.Reports;
using Platform.Testing;

namespace Platform.LoadTest;

/// <summary>The program, apart from the process that it runs in.</summary>
internal static class LoadProgram
{
    private const int Broken = 1;
    private const int Wrong = 2;
    private const int NotRun = 3;
    private const int Interrupted = 130;

    /// <param name="arguments">As on the command line.</param>
    /// <param name="output">For the result.</param>
    /// <param name="error">For progress and problems.</param>
    /// <param name="isTerminal">Whether a line of <paramref name="error"/> can change.</param>
    /// <param name="stop">Ends the run early, with a report of what was measured.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, bool isTerminal, CancellationToken stop)
    {
        var (settings, exitCode) = CommandLine.Parse(arguments, output, error);
        if (settings is null) return exitCode;
        try
        {
            var progress = new Progress(error, isTerminal);
            var report = settings.Url is { } url
                ? await new LoadRun(settings, url, serverProcess: null, TimeProvider.System, progress).RunAsync(stop)
                : await RunWithServerAsync(settings, progress, stop);
            TextReport.Write(report, output);
            await File.WriteAllTextAsync(settings.Report, HtmlReport.Of(report), CancellationToken.None);
            output.WriteLine($"  Report: {Path.GetFullPath(settings.Report)}");
            return report.AllHold ? report.WasStopped ? Interrupted : 0 : Broken;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            error.WriteLine("Stopped before anything was measured.");
            return Interrupted;
        }
        catch (Exception problem) when (problem is LoadException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return NotRun;
        }
        catch (PlatformNotSupportedException problem)
        {
            error.WriteLine(problem.Message);
            return Wrong;
        }
    }

    private static async Task<LoadReport> RunWithServerAsync(LoadSettings settings, Progress progress, CancellationToken stop)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("--start works on Linux only; start the server, and name it with --url.");
        if (!File.Exists(Build.Api)) throw new LoadException($"The server is not built: {Build.Api} is missing.");
        if (Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration != "Release")
            progress.Say("This is no Release build: the figures say little.");

        var directory = Directory.CreateTempSubdirectory("platform-load-");
        try
        {
            await using var server = await StartServerAsync(directory.FullName);
            progress.Say($"A server of its own at {server.Address}, process {server.ProcessId}");
            return await new LoadRun(settings, server.Address, server.ProcessId, TimeProvider.System, progress).RunAsync(stop);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [SupportedOSPlatform("linux")]
    private static async Task<ApiProcess> StartServerAsync(string directory)
    {
        try
        {
            return await ApiProcess.StartAsync(directory, []);
        }
        catch (InvalidOperationException problem)
        {
            throw new LoadException(problem.Message);
        }
    }
}
