using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Reflection;
using Platform.Testing;

namespace Platform.Benchmarks.Servers;

/// <summary>A server under test in a process of its own. Killed when disposed: its data is temporary, and a crash must do no harm anyway.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port)
    {
        _process = process;
        Port = port;
        // Whatever it says is nobody's here, but a full pipe would stop it.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>The product's front door, as it was built beside the benchmarks.</summary>
    public static string ApiAssembly { get; } = Path.GetFullPath(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "Api").Value!);

    public int Port { get; }

    /// <summary>Its working set.</summary>
    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts the product with a silo inside, and the settings that a load test needs.</summary>
    /// <param name="iterations">What a password costs.</param>
    public static ServerProcess StartApi(string dataDirectory, string? connectionString = null, int iterations = 1) =>
        Start(ApiAssembly, dataDirectory, connectionString, iterations, []);

    /// <summary>Starts a front door of a cluster.</summary>
    public static ServerProcess StartDoor(string dataDirectory, string connectionString) =>
        Start(ApiAssembly, dataDirectory, connectionString, iterations: 1, new() { ["Cluster__Mode"] = "Cluster" });

    /// <summary>Starts a silo of a cluster, whose program lies beside the front door's.</summary>
    public static ServerProcess StartSilo(string dataDirectory, string connectionString) => Start(
        Path.Combine(Path.GetDirectoryName(ApiAssembly)!, "Platform.Silo.dll"),
        dataDirectory,
        connectionString,
        iterations: 1,
        new()
        {
            ["Cluster__AdvertisedAddress"] = "127.0.0.1",
            ["Cluster__SiloPort"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
            ["Cluster__GatewayPort"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
        });

    private static ServerProcess Start(
        string assembly, string dataDirectory, string? connectionString, int iterations, Dictionary<string, string> settings)
    {
        var port = Ports.Free();
        return new(
            ChildProcess.Start([assembly], new Dictionary<string, string>(settings)
            {
                ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                // As in Production, but for payments, which are played.
                ["DOTNET_ENVIRONMENT"] = "Staging",
                ["ASPNETCORE_ENVIRONMENT"] = "Staging",
                ["Platform__DataDirectory"] = dataDirectory,
                ["ConnectionStrings__Platform"] = connectionString ?? "",
                ["RateLimiting__Enabled"] = "false",
                ["Passwords__Iterations"] = iterations.ToString(CultureInfo.InvariantCulture),
            }),
            port);
    }

    /// <summary>Starts what the product is compared with, verifying with the same key.</summary>
    public static async Task<ServerProcess> StartBareAsync(string keyId, byte[] pkcs8)
    {
        var port = Ports.Free();
        // The garbage collector that the Web SDK gives every ASP.NET Core application.
        var process = ChildProcess.StartSelf(BareServer.Part, new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" });
        await process.StandardInput.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{port}\n{keyId}\n{Convert.ToBase64String(pkcs8)}"));
        return new(process, port);
    }

    /// <summary>Starts the product with some endpoints mapped a second time, without the gate.</summary>
    public static async Task<ServerProcess> StartGateAsync(string dataDirectory)
    {
        var port = Ports.Free();
        var process = ChildProcess.StartSelf(GateServer.Part, new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" });
        await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{port}\n{dataDirectory}"));
        return new(process, port);
    }

    /// <summary>Waits until <c>GET /healthz</c> is answered with 200.</summary>
    public async Task<ServerProcess> UntilReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || watch.Elapsed > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("A server didn't start.");
            await Task.Delay(5);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            var stream = client.GetStream();
            await stream.WriteAsync("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray());
            var buffer = new byte[1024];
            return await stream.ReadAsync(buffer) > 0 && buffer.AsSpan().StartsWith("HTTP/1.1 200"u8);
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }
}
