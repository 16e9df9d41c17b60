using System.Diagnostics;
using System.Reflection;

namespace Platform.Benchmarks.Servers;

/// <summary>Processes that the benchmarks start.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a part of this program; orders come on its standard input.</summary>
    public static Process StartSelf(string part, IReadOnlyDictionary<string, string>? environment = null) =>
        Start([Assembly.GetExecutingAssembly().Location, part], environment);

    /// <summary>Starts <c>dotnet</c> with these arguments.</summary>
    public static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        StartProgram(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments, environment);

    public static Process StartProgram(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
