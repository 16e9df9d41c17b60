using System.Net;
using System.Net.Sockets;

namespace Platform.Chaos;

/// <summary>The real server, a process of its own on a free port, which can be killed.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    /// <summary>The kill is SIGKILL: no handler runs, nothing is flushed.</summary>
    private const string Script = """
        dotnet "$API" > "$DIRECTORY/log" 2>&1 < /dev/null &
        read -r _
        kill -KILL $!
        wait $! 2> /dev/null
        """;

    private readonly Watched _process;

    private ApiProcess(Watched process, Client client)
    {
        _process = process;
        Client = client;
    }

    public Client Client { get; }

    /// <summary>Starts it, and returns when it is ready.</summary>
    /// <param name="directory">Keeps its data and its log.</param>
    /// <param name="settings">Its environment.</param>
    public static async Task<ApiProcess> StartAsync(string directory, Dictionary<string, string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = new Watched(Script, directory, new(settings)
        {
            ["API"] = Build.Api,
            ["ASPNETCORE_URLS"] = address,
            ["Platform__DataDirectory"] = directory,
        });
        var server = new ApiProcess(process, new Client(address));
        try
        {
            await server.Client.ReadyAsync();
        }
        catch (TimeoutException)
        {
            await server.DisposeAsync();
            Assert.Fail($"The server does not start:\n{await File.ReadAllTextAsync(Path.Combine(directory, "log"))}");
        }

        return server;
    }

    /// <summary><c>kill -9</c>, and waits until it is dead.</summary>
    public Task KillAsync() => _process.EndAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
