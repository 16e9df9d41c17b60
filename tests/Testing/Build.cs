namespace Platform.Testing;

/// <summary>Where the programs are that tests run: those of the same build as the tests themselves.</summary>
public static class Build
{
    /// <summary><c>Release</c> or <c>Debug</c>: tests are in <c>tests/…/bin/Release/net10.0</c>.</summary>
    public static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static readonly string Root = FindRoot(new(AppContext.BaseDirectory));

    public static readonly string Api = Path.Combine(Root, "Api", "bin", Configuration, "net10.0", "Platform.Api.dll");

    public static readonly string Silo = Path.Combine(Root, "Silo", "bin", Configuration, "net10.0", "Platform.Silo.dll");

    /// <summary>A silo with one more actor, in its first or its second version.</summary>
    public static string OfVersion(int version) =>
        Path.Combine(Root, "tests", "Versions", $"V{version}", "bin", Configuration, "net10.0", $"Platform.Versions.V{version}.dll");

    public static readonly string ClusterScript = Path.Combine(Root, "deploy", "cluster.sh");

    private static string FindRoot(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Orleans.Platform.sln")) ? directory.FullName : FindRoot(directory.Parent!);
}
