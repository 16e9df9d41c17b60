using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Platform.Testing;

namespace Platform.Chaos.Fire;

/// <summary>A PostgreSQL that can be made to burn: the one of a directory, as <c>deploy/postgres.sh</c> keeps it.</summary>
internal sealed class Postgres(string directory)
{
    /// <summary>Says <c>ready</c>, and stops it at the end of its input.</summary>
    private const string Script = """
        cd "$ROOT" && source deploy/postgres.sh && postgres_start "$DIRECTORY/postgres" "$(free_port)" && echo ready
        read -r _
        postgres_stop "$DIRECTORY/postgres" immediate
        """;

    private int Port => int.Parse(File.ReadLines(Path.Combine(directory, "data", "postmaster.pid")).ElementAt(3), CultureInfo.InvariantCulture);

    public string Connection => $"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres";

    /// <summary>Starts one below a directory. It is stopped when what watches over it is disposed.</summary>
    public static async Task<(Postgres Postgres, IAsyncDisposable Watch)> StartAsync(string parent)
    {
        var watch = new Watched(Script, parent, new() { ["ROOT"] = Build.Root });
        Assert.Equal("ready", await watch.ReadLineAsync());
        return (new(Path.Combine(parent, "postgres")), watch);
    }

    /// <summary>Breaks every connection and whatever was under way on it, and comes back by its log.</summary>
    public async Task RestartAsync()
    {
        var port = Port;
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", $"source deploy/postgres.sh; postgres_stop '{directory}' immediate; postgres_start '{directory}' {port}"])
        {
            WorkingDirectory = Build.Root,
        })!;
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }

    /// <summary>From now on each commit takes a tenth of a second longer, or no longer does.</summary>
    public async Task SlowDownAsync(bool isSlow)
    {
        await ExecuteAsync($"ALTER SYSTEM SET commit_delay = {(isSlow ? 100_000 : 0)}");
        await ExecuteAsync("ALTER SYSTEM SET commit_siblings = 0");
        await ExecuteAsync("SELECT pg_reload_conf()");
    }

    /// <summary>How the cluster sees a silo: the engine's number; null: not at all.</summary>
    public async Task<int?> StatusOfSiloAsync(int port)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand("SELECT status FROM orleans_members WHERE port = $1 ORDER BY generation DESC LIMIT 1", connection)
        {
            Parameters = { new() { Value = port } },
        };
        return await command.ExecuteScalarAsync() as int?;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{Connection};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
