using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Servers;
using Platform.Companions;
using Platform.Identity;

namespace Platform.Benchmarks;

/// <summary>
/// A server that was down while 100,000 companions wanted to write: how long until all of them have, from the start of the process, and how
/// much slower a chat message is meanwhile.
/// </summary>
internal static class CatchUp
{
    private const int Companions = 100_000;
    private const int AtOnce = 256;
    private const int Users = 64;
    private const double MessagesASecond = 100;
    private const double Seconds = 10;
    private const double TargetSeconds = 60;

    /// <summary>By then each of them is lonely.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromDays(3);

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        using var data = new TemporaryDirectory();
        await FillAsync(data.Path);
        var watch = Stopwatch.StartNew();
        var started = DateTimeOffset.UtcNow;
        await using var api = await ServerProcess.StartApi(data.Path).UntilReadyAsync();
        var visitors = await Visitor.RegisterAsync(api.Address, Users);
        var chat = new PacedLoad("chat", api.Port, MessagesASecond, [.. Enumerable.Range(0, 8).SelectMany(turn => visitors.Select(v => v.Chat()[turn]))]);
        var meanwhile = new List<PacedResult>();
        TimeSpan? caughtUp = null;
        while (caughtUp is null && watch.Elapsed < TimeSpan.FromMinutes(5))
        {
            meanwhile.Add(await chat.RunAsync(0, Seconds));
            var written = Count(data.Path);
            Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{written} check-ins after {watch.Elapsed.TotalSeconds:F0} s"));
            if (written >= Companions) caughtUp = Last(data.Path) - started;
        }

        var memory = api.MemoryBytes;
        var after = await chat.RunAsync(2, Seconds);
        var refused = meanwhile.Sum(result => result.Refused);
        yield return new Figure(
            "catch-up: 100,000 check-ins that were due",
            caughtUp is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s") : "never",
            "<= 60 s",
            caughtUp?.TotalSeconds <= TargetSeconds && refused == 0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"from the start to the last; {MessagesASecond:F0} messages a second meanwhile: {refused} refused, p99 {meanwhile.Max(result => result.P99):F0} ms, afterwards {after.P99:F0} ms"));
        yield return new Figure(
            "memory: 100,000 live companions in one process",
            string.Create(CultureInfo.InvariantCulture, $"{memory / 1024.0 / 1024.0:F0} MiB"),
            "<= 1024 MiB",
            memory <= 1L << 30,
            "its working set when all of them have written");
    }

    /// <summary>Accounts of Demi's, whose companions were left alone.</summary>
    private static async Task FillAsync(string directory)
    {
        await using var silo = await PlatformSilo.StartAsync(directory, connectionString: null, new FakeTimeProvider(DateTimeOffset.UtcNow - Absence));
        var done = 0;
        await Parallel.ForAsync(0, Companions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
        {
            var id = Guid.CreateVersion7().ToString();
            await silo.Grains.GetGrain<ICredentialsGrain>(id).Register(
                new(Products.Demi, $"{id}@example.com", Username: null, PasswordHash: "", DeviceName: null, DisplayName: null));
            await silo.Grains.GetGrain<ICompanionGrain>(id).Get(id);
            if (Interlocked.Increment(ref done) % 10_000 == 0) Progress.Report(string.Create(CultureInfo.InvariantCulture, $"{done} companions"));
        });
    }

    private static long Count(string directory) => Ask(directory, "SELECT COUNT(*) FROM check_ins");

    private static DateTimeOffset Last(string directory) =>
        DateTimeOffset.UnixEpoch.AddMicroseconds(Ask(directory, "SELECT MAX(created_at) FROM check_ins"));

    private static long Ask(string directory, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "platform.db")};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
