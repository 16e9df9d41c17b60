using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Platform.Chaos.Fire;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>
/// Silos of two versions in one cluster, as in the middle of a rolling upgrade, and back again. A field was renamed and one was added, in what
/// is sent and in what is stored, and a method was added.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    /// <summary>Says <c>ready</c>; stops the database at the end of its input.</summary>
    private const string PostgresScript = """
        cd "$ROOT" && source deploy/postgres.sh && postgres_start "$DIRECTORY/postgres" "$(free_port)" && echo ready
        read -r _
        postgres_stop "$DIRECTORY/postgres" immediate
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-upgrade-");

    public UpgradeTests() => _directory.UnixFileMode |= UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task Old_and_new_understand_each_other_and_what_either_has_stored()
    {
        await using var database = new Watched(PostgresScript, _directory.FullName, new() { ["ROOT"] = Build.Root });
        Assert.Equal("ready", await database.ReadLineAsync());
        var connection = new Postgres(Path.Combine(_directory.FullName, "postgres")).Connection;

        await using (var old = await SiloOfVersion.StartAsync(1, connection))
        {
            Assert.Equal("hello", await old.DoAsync("write", "one", "hello"));
            Assert.Equal("left", await old.DoAsync("write", "two", "left"));
            await using var next = await SiloOfVersion.StartAsync(2, connection);
            // The actor is on the old silo, and answers a caller of the new kind.
            Assert.Equal("hello (0)", await next.DoAsync("read", "one"));
            // What only the new one can do moves it there, with its state.
            Assert.Equal("hello again (1)", await next.DoAsync("append", "one", " again"));
            // A caller of the old kind doesn't see what it doesn't know.
            Assert.Equal("hello again", await old.DoAsync("read", "one"));
            Assert.Equal("new (0)", await next.DoAsync("write", "three", "new"));
            Assert.Equal("new", await old.DoAsync("read", "three"));

            await old.LeaveAsync();
            Assert.Equal("left (0)", await next.DoAsync("read", "two"));
            Assert.Equal("hello again (1)", await next.DoAsync("read", "one"));
        }

        // Back to the old version.
        await using var back = await SiloOfVersion.StartAsync(1, connection);
        Assert.Equal("hello again", await back.DoAsync("read", "one"));
        Assert.Equal("left", await back.DoAsync("read", "two"));
    }
}

/// <summary>A silo of one of two versions, which does what it is told.</summary>
internal sealed class SiloOfVersion : IAsyncDisposable
{
    private readonly System.Diagnostics.Process _process;

    private SiloOfVersion(System.Diagnostics.Process process) => _process = process;

    public static async Task<SiloOfVersion> StartAsync(int version, string connection)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Build.OfVersion(version)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Platform"] = connection;
        start.Environment["Cluster__AdvertisedAddress"] = "127.0.0.1";
        start.Environment["Cluster__SiloPort"] = FreePort();
        start.Environment["Cluster__GatewayPort"] = FreePort();
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var silo = new SiloOfVersion(System.Diagnostics.Process.Start(start)!);
        Assert.Equal("ready", await silo._process.StandardOutput.ReadLineAsync());
        return silo;
    }

    /// <summary>Has it call the actor of this key.</summary>
    public async Task<string> DoAsync(params string[] words)
    {
        await _process.StandardInput.WriteLineAsync(string.Join(' ', words));
        await _process.StandardInput.FlushAsync();
        return (await _process.StandardOutput.ReadLineAsync())!;
    }

    /// <summary>It leaves the cluster in order.</summary>
    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await LeaveAsync();
        _process.Dispose();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
