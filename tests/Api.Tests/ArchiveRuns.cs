using Platform.Hosting;

namespace Platform.Api.Tests;

/// <summary>Exports and imports in a directory of their own.</summary>
public abstract class ArchiveRuns : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-archive-").FullName;

    public void Dispose()
    {
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static void Fails(string because, (int Code, string Output, string Errors) run)
    {
        Assert.Equal(1, run.Code);
        Assert.Contains(because, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.TrimEnd('\n').Split('\n'));
    }

    protected string At(string name) => Path.Combine(_directory, name);

    protected static Task<(int Code, string Output, string Errors)> ExportAsync(string file, string data, params string[] more) =>
        RunAsync(static commands => commands.ExportAsync, [file, $"--Platform:DataDirectory={data}", .. more]);

    protected static Task<(int Code, string Output, string Errors)> ImportAsync(string file, string data, params string[] more) =>
        RunAsync(static commands => commands.ImportAsync, [file, $"--Platform:DataDirectory={data}", .. more]);

    private protected static async Task<(int Code, string Output, string Errors)> RunAsync(
        Func<ArchiveCommands, Func<string[], Task<int>>> command, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await command(new ArchiveCommands(output, errors))(arguments), output.ToString(), errors.ToString());
    }
}
