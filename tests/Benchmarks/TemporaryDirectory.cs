namespace Platform.Benchmarks;

/// <summary>A new, empty directory that goes when it is disposed.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-benchmark-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
