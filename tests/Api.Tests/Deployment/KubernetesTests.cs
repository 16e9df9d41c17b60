using System.Text.RegularExpressions;
using Platform.Testing;

namespace Platform.Api.Tests.Deployment;

/// <summary>What the runbook's own overlay, with all components, makes of the manifests.</summary>
public sealed partial class KubernetesTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-kubernetes-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [KubectlFact]
    public async Task All_is_in_one_namespace_and_runs_the_images_of_the_overlay()
    {
        var objects = await RenderAsync();
        Assert.Contains(objects, one => one.Contains("kind: CronJob", StringComparison.Ordinal));
        Assert.All(
            objects.Where(one => !one.Contains("kind: Namespace\n", StringComparison.Ordinal)),
            one => Assert.Matches(@"(?m)^  namespace: platform$", one));
        var images = objects.SelectMany(one => Image().Matches(one)).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.StartsWith("my.registry/", image, StringComparison.Ordinal));
    }

    [KubectlFact]
    public async Task A_restore_reads_the_volume_of_the_backups_with_their_settings()
    {
        File.Copy(Path.Combine(Build.Root, "deploy", "kubernetes", "restore.example.yaml"), Path.Combine(_directory, "restore.yaml"));
        await File.WriteAllTextAsync(Path.Combine(_directory, "kustomization.yaml"), "resources: [restore.yaml]");
        var restore = Assert.Single(await Kubectl.RenderAsync(_directory));
        var backup = (await RenderAsync()).Single(one => one.Contains("kind: CronJob\n", StringComparison.Ordinal));
        foreach (var shared in (string[])["claimName: backup", "- configMapRef:", "- secretRef:", "mountPath: /backup", "fsGroup: 1654"])
        {
            Assert.Contains(shared, restore, StringComparison.Ordinal);
            Assert.Contains(shared, backup, StringComparison.Ordinal);
        }

        Assert.Contains("  namespace: platform\n", restore, StringComparison.Ordinal);
    }

    /// <summary>The overlay is where it would be: beside <c>deploy</c>.</summary>
    private Task<string[]> RenderAsync()
    {
        var manifests = Path.Combine(Build.Root, "deploy", "kubernetes");
        foreach (var file in Directory.GetFiles(manifests, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_directory, "deploy", "kubernetes", Path.GetRelativePath(manifests, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var overlay = Directory.CreateDirectory(Path.Combine(_directory, "my-platform")).FullName;
        var runbook = File.ReadAllText(Path.Combine(Build.Root, "deploy", "RUNBOOK.md"));
        File.WriteAllText(Path.Combine(overlay, "kustomization.yaml"), Overlay().Match(runbook).Groups[1].Value);
        return Kubectl.RenderAsync(overlay);
    }

    [GeneratedRegex(@"```yaml\n(# my-platform/kustomization\.yaml\n.*?)```", RegexOptions.Singleline)]
    private static partial Regex Overlay();

    [GeneratedRegex(@"\bimage: (\S+)")]
    private static partial Regex Image();
}
