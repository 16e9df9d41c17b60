using System.Diagnostics;
using Npgsql;

namespace Platform.Testing;

/// <summary>
/// A PostgreSQL server for tests: a new, empty cluster in a temporary directory, on a free port of the loopback, with fsync on as in
/// production. A shell watches over it and waits for the end of its own input, a pipe whose other end only this process holds: whether the
/// server is disposed, or the tests end, crash or are killed, the pipe closes, and the shell stops the server and deletes its directory. It
/// ignores signals, which reach it too when a terminal or a timeout ends the tests and all that they started.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Names a running server that takes precedence: a connection string of a role that may create databases.</summary>
    public const string Variable = "PLATFORM_TEST_POSTGRES";

    /// <summary>Why tests on PostgreSQL can't run here, or null if they can.</summary>
    public static readonly string? Missing = Given is null && Binaries is null
        ? $"No PostgreSQL here: install its server, or set {Variable} to the connection string of a running one."
        : null;

    /// <summary>$1: where the programs are, $2: the port. Says <c>ready</c>, or else what went wrong, and ends.</summary>
    private const string Watch = """
        trap '' HUP INT TERM
        directory=$(mktemp -d) && trap 'rm -rf "$directory"' EXIT || exit 1
        cd "$directory"
        if ! "$1/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync > log 2>&1; then cat log; exit 1; fi
        options="-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
        if ! "$1/pg_ctl" -D data -l log -o "$options" -w start > /dev/null; then cat log; exit 1; fi
        echo ready
        read -r _
        "$1/pg_ctl" -D data -m immediate -w stop > /dev/null
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly Process? _watcher;
    private readonly NpgsqlConnectionStringBuilder _settings;

    private PostgresServer(string connectionString, Process? watcher)
    {
        // A pool would hold on to a database that is about to be dropped.
        _settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        _watcher = watcher;
    }

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    private static string? Binaries => Directories().FirstOrDefault(static directory =>
        File.Exists(Path.Combine(directory, "initdb")) && File.Exists(Path.Combine(directory, "pg_ctl")));

    /// <summary>Where one of PostgreSQL's own programs is; null: not here.</summary>
    public static string? FindProgram(string name) =>
        Directories().Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);

    /// <summary>The one server of this process, started when first asked for. It goes with the process.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>Starts a server of one's own, or takes the one given by <see cref="Variable"/>.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        if (Given is { } given) return new PostgresServer(given, watcher: null);
        var port = Ports.Free();
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        var binaries = Binaries ?? throw new InvalidOperationException(Missing);
        string[] command = [.. AsOrdinaryUser(), "sh", "-c", Watch, "sh", binaries, $"{port}"];
        start.FileName = command[0];
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);

        var watcher = Process.Start(start)!;
        if (await watcher.StandardOutput.ReadLineAsync() is not "ready" and var problem)
            throw new InvalidOperationException($"PostgreSQL does not start: {problem} {await watcher.StandardOutput.ReadToEndAsync()}");
        return new PostgresServer($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres", watcher);
    }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        // Not from template1: that one can't be copied while somebody is connected to it.
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return new NpgsqlConnectionStringBuilder(_settings.ToString()) { Database = name, Pooling = true }.ToString();
    }

    /// <summary>Drops a database that <see cref="CreateDatabaseAsync"/> made, and disconnects whoever still uses it.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (_watcher is null) return;
        _watcher.StandardInput.Close();
        await _watcher.WaitForExitAsync();
        _watcher.Dispose();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_settings.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The path first, then where Debian and its relatives keep each version, the newest first.</summary>
    private static IEnumerable<string> Directories()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string Versions = "/usr/lib/postgresql";
        if (!Directory.Exists(Versions)) return path;
        return path.Concat(Directory.GetDirectories(Versions)
            .OrderByDescending(static version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(static version => Path.Combine(version, "bin")));
    }

    /// <summary>PostgreSQL refuses to run as root, as which containers like to run tests.</summary>
    private static string[] AsOrdinaryUser()
    {
        if (!Environment.IsPrivilegedProcess) return [];
        // name:password:uid:gid:…
        var users = File.ReadLines("/etc/passwd").Select(static line => line.Split(':')).ToDictionary(static user => user[0]);
        var user = users.GetValueOrDefault("postgres") ?? users["nobody"];
        return ["setpriv", $"--reuid={user[2]}", $"--regid={user[3]}", "--clear-groups", "--"];
    }
}
