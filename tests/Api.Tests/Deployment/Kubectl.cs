using System.Diagnostics;

namespace Platform.Api.Tests.Deployment;

/// <summary>The kubectl of this machine. It renders without a cluster.</summary>
internal static class Kubectl
{
    /// <summary>Null: there is none.</summary>
    public static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, "kubectl")).FirstOrDefault(File.Exists);

    /// <summary>The objects that a kustomization makes, each as YAML with its keys sorted.</summary>
    public static async Task<string[]> RenderAsync(string directory)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, ["kustomize", directory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return (await output).Split("\n---\n");
    }
}
