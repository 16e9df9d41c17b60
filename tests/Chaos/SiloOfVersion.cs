using System.Diagnostics;
using System.Globalization;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A silo of one of two versions, which does what it is told.</summary>
internal sealed class SiloOfVersion : IAsyncDisposable
{
    public const string Failed = "failed:";

    private readonly Process _process;
    private readonly SemaphoreSlim _one = new(1);
    private bool _hasLeft;

    private SiloOfVersion(Process process) => _process = process;

    public static async Task<SiloOfVersion> StartAsync(int version, string connection)
    {
        var start = new ProcessStartInfo("dotnet", [Build.OfVersion(version)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Platform"] = connection;
        start.Environment["Cluster__AdvertisedAddress"] = "127.0.0.1";
        start.Environment["Cluster__SiloPort"] = Ports.Free().ToString(CultureInfo.InvariantCulture);
        start.Environment["Cluster__GatewayPort"] = Ports.Free().ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        var silo = new SiloOfVersion(Process.Start(start)!);
        Assert.Equal("ready", await silo._process.StandardOutput.ReadLineAsync());
        return silo;
    }

    /// <summary>Has it call the actor of this key, one call at a time.</summary>
    /// <returns>What the actor answered; what begins with <see cref="Failed"/>, where it didn't.</returns>
    public async Task<string> DoAsync(params string[] words)
    {
        await _one.WaitAsync();
        try
        {
            if (_hasLeft) return $"{Failed} it has left";
            await _process.StandardInput.WriteLineAsync(string.Join(' ', words));
            await _process.StandardInput.FlushAsync();
            return (await _process.StandardOutput.ReadLineAsync())!;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>It leaves the cluster in order.</summary>
    public async Task LeaveAsync()
    {
        await _one.WaitAsync();
        _hasLeft = true;
        _one.Release();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await LeaveAsync();
        _process.Dispose();
        _one.Dispose();
    }
}
