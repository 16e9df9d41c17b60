using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>The server as one process, on SQLite or on a PostgreSQL of its own.</summary>
internal sealed class OneProcess : IAsyncDisposable
{
    /// <summary>$PORT: where it listens. Says <c>ready</c>, and stops it at the end of its input.</summary>
    private const string PostgresScript = """
        cd "$ROOT" && source deploy/postgres.sh && postgres_start "$DIRECTORY/postgres" "$(free_port)" && echo ready
        read -r _
        postgres_stop "$DIRECTORY/postgres" immediate
        """;

    private readonly string _directory;
    private readonly Watched? _database;
    private ApiProcess? _server;

    private OneProcess(string directory, Watched? database)
    {
        _directory = directory;
        _database = database;
        if (database is not null) Postgres = new(Path.Combine(directory, "postgres"));
    }

    /// <summary>Null: it is on SQLite.</summary>
    public Postgres? Postgres { get; }

    public Uri Address => _server!.Address;

    public string Blobs => Path.Combine(_directory, "blobs");

    public static async Task<OneProcess> StartAsync(string directory, bool onPostgres)
    {
        Watched? database = null;
        if (onPostgres)
        {
            database = new Watched(PostgresScript, directory, new() { ["ROOT"] = Build.Root });
            Assert.Equal("ready", await database.ReadLineAsync());
        }

        var process = new OneProcess(directory, database);
        await process.StartServerAsync();
        return process;
    }

    /// <summary><c>kill -9</c>, and another one on the same data, at another address.</summary>
    public async Task KillAsync(Load load)
    {
        await _server!.KillAsync();
        await StartServerAsync();
        load.Doors.Addresses = [Address];
    }

    /// <summary>It stands still until clients have noticed.</summary>
    public async Task PauseAsync(Load load)
    {
        var failures = load.Doors.Failures.Count;
        Signals.Pause(_server!.ProcessId);
        await Poll.UntilAsync(() => Task.FromResult(load.Doors.Failures.Count > failures), TimeSpan.FromMinutes(1));
        Signals.Resume(_server.ProcessId);
    }

    /// <summary>Every wallet against its ledger.</summary>
    public async Task AuditAsync()
    {
        var (code, said) = await SiloCommand.RunAsync("audit-ledger", _directory, Postgres?.Connection ?? "");
        Assert.True(code == 0, said);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private async Task StartServerAsync() => _server = await ApiProcess.StartAsync(_directory, new()
    {
        ["ConnectionStrings__Platform"] = Postgres?.Connection ?? "",
        ["Generation__Videos"] = "false",
        ["Generation__Concurrency"] = "1",
    });
}
