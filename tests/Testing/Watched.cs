using System.Diagnostics;
using System.Runtime.Versioning;

namespace Platform.Testing;

/// <summary>
/// A shell that starts something, says so in lines of its output, and waits for the end of its input, a pipe whose other end only this
/// process holds. So whatever ends the tests, nothing that they started outlives them.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class Watched : IAsyncDisposable
{
    /// <summary>Makes cheap what is not tested here.</summary>
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["RateLimiting__Enabled"] = "false",
        ["Passwords__Iterations"] = "1",
        // What somebody set for a server of his own is not for these.
        ["ConnectionStrings__Platform"] = "",
        ["Cluster__Mode"] = "",
    };

    /// <summary>Whoever started this deletes the directory; the shell does it when the tests have ended before they could.</summary>
    private const string Sweep = "kill -0 \"$TESTS\" 2> /dev/null || rm -rf \"$DIRECTORY\"";

    private readonly Process _shell;

    /// <param name="script">What the shell runs.</param>
    /// <param name="directory">Holds all files of what it starts.</param>
    /// <param name="settings">Its environment.</param>
    public Watched(string script, string directory, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"trap '' HUP INT TERM PIPE\n{script}\n{Sweep}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Settings.Concat(settings)) start.Environment[name] = value;
        start.Environment["TESTS"] = $"{Environment.ProcessId}";
        start.Environment["DIRECTORY"] = directory;
        foreach (var name in start.Environment.Where(entry => entry.Value is "").Select(entry => entry.Key).ToList())
            start.Environment.Remove(name);
        _shell = Process.Start(start)!;
    }

    public Task<string?> ReadLineAsync() => _shell.StandardOutput.ReadLineAsync();

    /// <summary>Lets the shell end what it started, and waits until it has; returns what it still said.</summary>
    public async Task<string> EndAsync()
    {
        _shell.StandardInput.Close();
        var rest = await _shell.StandardOutput.ReadToEndAsync();
        await _shell.WaitForExitAsync();
        return rest;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited) await EndAsync();
        _shell.Dispose();
    }
}
