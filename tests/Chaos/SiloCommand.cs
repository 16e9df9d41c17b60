using System.Diagnostics;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A command for operators, in a process of its own as they run it.</summary>
internal static class SiloCommand
{
    /// <param name="directory">The server's data.</param>
    /// <param name="connection">Its PostgreSQL; empty: it is on SQLite.</param>
    /// <returns>The exit code, and all that was said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(string verb, string directory, string connection)
    {
        var start = new ProcessStartInfo("dotnet", [Build.Silo, verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Platform__DataDirectory"] = directory;
        start.Environment["ConnectionStrings__Platform"] = connection;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said).Trim());
    }
}
