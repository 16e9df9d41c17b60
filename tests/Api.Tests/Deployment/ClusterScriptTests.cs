using System.Diagnostics;
using Platform.Testing;

namespace Platform.Api.Tests.Deployment;

public sealed class ClusterScriptTests : IDisposable
{
    private readonly string _run = Directory.CreateTempSubdirectory("platform-cluster-").FullName;

    public void Dispose() => Directory.Delete(_run, recursive: true);

    [Fact]
    public async Task What_is_wiped_are_also_files_and_mails()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_run, "data", "mail")).FullName, "1.eml"), "");
        Assert.Equal(0, await RunAsync("down"));
        Assert.True(Directory.Exists(Path.Combine(_run, "data")));
        Assert.Equal(0, await RunAsync("down", "--wipe"));
        Assert.Empty(Directory.GetDirectories(_run));
    }

    private async Task<int> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Build.ClusterScript, .. arguments])
        {
            Environment = { ["CLUSTER_RUN_DIR"] = _run },
            RedirectStandardError = true,
        })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
