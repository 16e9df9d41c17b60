using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>The server as one process, on SQLite or on a PostgreSQL of its own.</summary>
internal sealed class OneProcess : IAsyncDisposable
{
    private readonly string _directory;
    private readonly IAsyncDisposable? _database;
    private ApiProcess? _server;

    private OneProcess(string directory, Postgres? postgres, IAsyncDisposable? database)
    {
        _directory = directory;
        Postgres = postgres;
        _database = database;
    }

    /// <summary>Null: it is on SQLite.</summary>
    public Postgres? Postgres { get; }

    public Uri Address => _server!.Address;

    public string Blobs => Path.Combine(_directory, "blobs");

    public static async Task<OneProcess> StartAsync(string directory, bool onPostgres)
    {
        (Postgres? Postgres, IAsyncDisposable? Watch) database = onPostgres ? await Fire.Postgres.StartAsync(directory) : (null, null);
        var process = new OneProcess(directory, database.Postgres, database.Watch);
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

    private async Task StartServerAsync() => _server = await ApiProcess.StartAsync(_directory, new(FireTest.LogsAsInProduction)
    {
        ["ConnectionStrings__Platform"] = Postgres?.Connection ?? "",
        ["Generation__Videos"] = "false",
        ["Generation__Concurrency"] = "1",
    });
}
