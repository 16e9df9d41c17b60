using System.Runtime.Versioning;

// Signals, pid files and bash.
[assembly: SupportedOSPlatform("linux")]
// Each test loads the whole machine.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Platform.Chaos;

/// <summary>Where the programs are that these tests run: those of the same build as the tests themselves.</summary>
internal static class Build
{
    /// <summary><c>Release</c> or <c>Debug</c>: the tests are in <c>tests/Chaos/bin/Release/net10.0</c>.</summary>
    public static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static readonly string Root = FindRoot(new(AppContext.BaseDirectory));

    public static readonly string Api = Path.Combine(Root, "Api", "bin", Configuration, "net10.0", "Platform.Api.dll");

    public static readonly string ClusterScript = Path.Combine(Root, "deploy", "cluster.sh");

    private static string FindRoot(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Orleans.Platform.sln")) ? directory.FullName : FindRoot(directory.Parent!);
}
