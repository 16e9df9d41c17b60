using System.Globalization;
using System.Runtime.Versioning;

namespace Platform.Testing;

/// <summary>The real server, a process of its own on a free port, which can be killed.</summary>
[SupportedOSPlatform("linux")]
public sealed class ApiProcess : IAsyncDisposable
{
    /// <summary>The setting that names the server's certificate.</summary>
    public const string Certificate = "Kestrel__Certificates__Default__Path";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    /// <summary>Says the server's process id. The kill is SIGKILL: no handler runs, nothing is flushed.</summary>
    private const string Script = """
        dotnet "$API" >> "$DIRECTORY/log" 2>&1 < /dev/null &
        echo $!
        read -r _
        kill -KILL $!
        wait $! 2> /dev/null
        """;

    private readonly Watched _process;

    private ApiProcess(Watched process, Uri address, Uri secureAddress, int processId)
    {
        _process = process;
        Address = address;
        SecureAddress = secureAddress;
        ProcessId = processId;
    }

    public Uri Address { get; }

    /// <summary>Where it speaks TLS, if <see cref="Certificate"/> is set.</summary>
    public Uri SecureAddress { get; }

    public int ProcessId { get; }

    /// <summary>Starts it, and returns when it is ready.</summary>
    /// <param name="directory">Keeps its data and its log, to which the next one adds.</param>
    /// <param name="settings">Its environment.</param>
    /// <exception cref="InvalidOperationException">It does not start; the message has its log.</exception>
    public static async Task<ApiProcess> StartAsync(string directory, Dictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var secure = new Uri($"https://127.0.0.1:{Ports.Free()}");
        var process = new Watched(Script, directory, new(settings)
        {
            ["API"] = Build.Api,
            ["ASPNETCORE_ENVIRONMENT"] = settings.GetValueOrDefault("ASPNETCORE_ENVIRONMENT", "Development"),
            ["ASPNETCORE_URLS"] = settings.ContainsKey(Certificate) ? $"{address};{secure}" : address.ToString(),
            ["Platform__DataDirectory"] = directory,
        });
        var id = int.Parse((await process.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var server = new ApiProcess(process, address, secure, id);
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            await Poll.UntilAsync(async () => (await http.GetAsync("/readyz")).IsSuccessStatusCode, StartLimit);
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException(
                $"The server does not start:\n{await File.ReadAllTextAsync(Path.Combine(directory, "log"))}");
        }

        return server;
    }

    /// <summary><c>kill -9</c>, and waits until it is dead.</summary>
    public Task KillAsync() => _process.EndAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
