using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using Platform.Testing;

namespace Platform.Benchmarks.Servers;

/// <summary>PostgreSQL's own benchmark, on the server that the product uses, in a database of its own.</summary>
internal sealed partial class PgBench : IAsyncDisposable
{
    /// <summary>Ten times a hundred thousand accounts, so that clients seldom meet at one.</summary>
    private const string Scale = "10";

    private readonly string _program;
    private readonly NpgsqlConnectionStringBuilder _database;

    private PgBench(string program, string connection) => (_program, _database) = (program, new(connection));

    /// <summary>Where the program is; null: not installed.</summary>
    public static string? Program => PostgresServer.FindProgram("pgbench");

    public static async Task<PgBench> CreateAsync()
    {
        var program = Program ?? throw new InvalidOperationException("pgbench is not installed here.");
        var bench = new PgBench(program, await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        await bench.RunAsync(["-i", "-q", "-s", Scale]);
        return bench;
    }

    /// <summary>Transactions a second of <c>pgbench -N</c>: an update, a read and an insert each, prepared.</summary>
    public async Task<double> SimpleUpdateAsync(int clients, int seconds)
    {
        string[] arguments = ["-N", "-M", "prepared", "-c", Text(clients), "-j", "2", "-T", Text(seconds)];
        return double.Parse(Rate().Match(await RunAsync(arguments)).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync() => await (await PostgresServer.SharedAsync()).DropDatabaseAsync(_database.ToString());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(string[] arguments)
    {
        string[] server = ["-h", _database.Host!, "-p", Text(_database.Port), "-U", _database.Username!, _database.Database!];
        var environment = new Dictionary<string, string> { ["PGPASSWORD"] = _database.Password ?? "" };
        using var process = ChildProcess.StartProgram(_program, [.. arguments, .. server], environment);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"pgbench ended with {process.ExitCode}.");
    }

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Rate();
}
