using System.Diagnostics;
using System.Globalization;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A cluster of real processes in a directory of its own, started by the script that people use.</summary>
public sealed class Cluster : IAsyncDisposable
{
    /// <summary>Says the addresses of the front doors, then <c>up</c>; at the end of the input it takes the cluster down.</summary>
    private const string Script = """
        "$SCRIPT" up "$SILOS" "$DOORS" --no-build 2>> "$CLUSTER_RUN_DIR/up.log" && echo up || cat "$CLUSTER_RUN_DIR/up.log"
        read -r _
        "$SCRIPT" down > /dev/null 2>&1
        """;

    private readonly string _directory;
    private readonly Watched _process;
    private readonly List<Client> _doors = [];

    private Cluster(string directory, Watched process)
    {
        _directory = directory;
        _process = process;
    }

    internal IReadOnlyList<Client> Doors => _doors;

    /// <summary>Starts a cluster, and returns when every front door of it is ready.</summary>
    /// <param name="directory">Keeps its data, logs and pid files.</param>
    /// <param name="silos">How many silos.</param>
    /// <param name="doors">How many front doors.</param>
    /// <param name="settings">What each process is given beside what the script gives it.</param>
    public static async Task<Cluster> StartAsync(string directory, int silos, int doors, Dictionary<string, string>? settings = null)
    {
        Dictionary<string, string> environment = new(settings ?? [])
        {
            ["SILOS"] = $"{silos}",
            ["DOORS"] = $"{doors}",
        };
        foreach (var (name, value) in SettingsOf(directory)) environment[name] = value;
        var process = new Watched(Script, directory, environment);
        var cluster = new Cluster(directory, process);
        string? line;
        while (Uri.IsWellFormedUriString(line = await process.ReadLineAsync(), UriKind.Absolute)) cluster._doors.Add(new Client(new Uri(line!)));
        if (line == "up") return cluster;

        var problem = $"{line}\n{await process.EndAsync()}";
        await cluster.DisposeAsync();
        throw new InvalidOperationException($"The cluster does not start: {problem}");
    }

    /// <summary>What the script says to a second <c>up</c> in the same directory.</summary>
    public async Task<string> UpAgainAsync()
    {
        await using var again = new Watched("\"$SCRIPT\" up 1 1 --no-build 2>&1; echo exit code $?", _directory, SettingsOf(_directory));
        return await again.EndAsync();
    }

    /// <summary>Where the front doors are that were started and not removed.</summary>
    public IReadOnlyList<Uri> Addresses => [.. Members("api").Select(name => new Uri(File.ReadAllText(Path.Combine(_directory, $"{name}.address")).Trim()))];

    /// <summary>Those of a kind, <c>silo</c> or <c>api</c>, that were started and not removed, the oldest first.</summary>
    public IReadOnlyList<string> Members(string kind) =>
    [
        .. Directory.GetFiles(_directory, $"{kind}-*.pid").Select(file => Path.GetFileNameWithoutExtension(file))
            .OrderBy(name => int.Parse(name.Split('-')[1], CultureInfo.InvariantCulture)),
    ];

    /// <summary>Has the script do something to the cluster that is up.</summary>
    public async Task RunAsync(params string[] arguments)
    {
        await using var script = new Watched($"\"$SCRIPT\" {string.Join(' ', arguments)} 2>&1; echo exit code $?", _directory, SettingsOf(_directory));
        var said = await script.EndAsync();
        Assert.True(said.TrimEnd().EndsWith("exit code 0", StringComparison.Ordinal), said);
    }

    /// <summary>The process of a member, such as <c>silo-1</c> or <c>api-2</c>.</summary>
    public int ProcessId(string name) =>
        int.Parse(File.ReadAllText(Path.Combine(_directory, $"{name}.pid")), CultureInfo.InvariantCulture);

    /// <summary><c>kill -9</c>.</summary>
    public void Kill(string name)
    {
        using var process = Process.GetProcessById(ProcessId(name));
        process.Kill();
    }

    /// <summary>The numbers of all its processes that run.</summary>
    public IReadOnlyList<int> ProcessIds() =>
    [
        .. Directory.GetFiles(_directory, "*.pid").Select(file => ProcessId(Path.GetFileNameWithoutExtension(file))),
        // The first line of PostgreSQL's own.
        int.Parse(File.ReadLines(Path.Combine(_directory, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture),
    ];

    /// <summary>Takes it down, if it is up. The data stays.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var door in _doors) door.Dispose();
        await _process.DisposeAsync();
    }

    private static Dictionary<string, string> SettingsOf(string directory) => new()
    {
        ["SCRIPT"] = Build.ClusterScript,
        ["CLUSTER_RUN_DIR"] = directory,
        ["CLUSTER_CONFIGURATION"] = Build.Configuration,
    };
}
