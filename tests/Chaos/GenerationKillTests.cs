using System.Diagnostics;
using Platform.Testing;
using Xunit.Abstractions;

namespace Platform.Chaos;

public sealed class GenerationKillTests(TestDatabases databases, ITestOutputHelper output) : IClassFixture<TestDatabases>
{
    private const int MascotOwners = 16;
    private const int FigureOwners = 4;
    private const int JobsOfEach = 5;
    private const int Kills = 4;
    private const int Jobs = (MascotOwners + FigureOwners) * JobsOfEach;

    /// <summary>Three of each mascot, and two of each figure, of which there are three in two jobs.</summary>
    private const int Files = (MascotOwners * JobsOfEach * 3) + (FigureOwners * JobsOfEach * 3);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, OnSqlite(1), OnPostgres(2)]
    public async Task Every_job_that_was_acknowledged_ends_once_and_is_paid_once_however_often_its_server_is_killed(string engine, int seed)
    {
        var directory = Directory.CreateTempSubdirectory("platform-chaos-");
        try
        {
            var connection = engine == "postgres" ? (await databases.CreateAsync(engine)).Connection : "";
            await KillAndCheckAsync(directory.FullName, connection, new Random(seed));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task KillAndCheckAsync(string directory, string connection, Random random)
    {
        Dictionary<string, string> settings = new()
        {
            ["ConnectionStrings__Platform"] = connection,
            ["Generation__Videos"] = "false",
            ["Generation__Concurrency"] = "2",
        };
        var blobs = Path.Combine(directory, "blobs");
        using var door = new Door();
        var server = await ApiProcess.StartAsync(directory, settings);
        var watch = Stopwatch.StartNew();
        try
        {
            door.Address = server.Address;
            var owners = await SignUpAsync(door, Path.Combine(directory, "mail"));
            var load = new OrderLoad(owners, JobsOfEach);
            var ordering = load.RunAsync();
            foreach (var (what, count, moment) in Moments(load, blobs, random))
            {
                await Poll.UntilAsync(() => Task.FromResult(count() >= moment || ordering.IsFaulted), Patience);
                if (ordering.IsFaulted) await ordering;
                await server.DisposeAsync();
                output.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s: killed at {load.Accepted.Count} jobs and {FilesIn(blobs)} files, after {moment} {what}.");
                Assert.True(FilesIn(blobs) < Files, "All was done before the kill.");
                server = await ApiProcess.StartAsync(directory, settings);
                door.Address = server.Address;
            }

            await ordering;
            await CheckAsync(load.Accepted, owners, new GenerationChecks(door, blobs));
            var (code, said) = await SiloCommand.RunAsync("audit-ledger", directory, connection);
            Assert.True(code == 0, said);
            output.WriteLine($"{watch.Elapsed.TotalSeconds:F1} s: {said}");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task CheckAsync(IReadOnlyCollection<AcceptedJob> accepted, IReadOnlyList<JobOwner> owners, GenerationChecks checks)
    {
        Assert.Equal(Jobs, accepted.Select(job => job.Id).Distinct().Count());
        await GenerationChecks.AwaitEndAsync(accepted);
        // An owner sends one order at a time, so a kill makes one of its orders uncertain.
        foreach (var owner in owners)
            await checks.CheckAsync(owner, [.. accepted.Where(job => job.Owner == owner).Select(job => job.Id)], mostOthers: Kills);
    }

    /// <summary>When it is killed: twice while jobs are ordered, and twice while all of them are drawn.</summary>
    private static IEnumerable<(string What, Func<int> Count, int Moment)> Moments(OrderLoad load, string blobs, Random random) =>
    [
        ("jobs", () => load.Accepted.Count, random.Next(Jobs / 10, Jobs / 2)),
        ("jobs", () => load.Accepted.Count, random.Next(Jobs / 2, Jobs)),
        ("files", () => FilesIn(blobs), random.Next(Files / 6, Files / 3)),
        ("files", () => FilesIn(blobs), random.Next(Files / 3, Files * 2 / 3)),
    ];

    private static int FilesIn(string blobs) =>
        Directory.Exists(blobs) ? Directory.EnumerateFiles(blobs, "*.png", SearchOption.AllDirectories).Count()
            + Directory.EnumerateFiles(blobs, "*.jpg", SearchOption.AllDirectories).Count() : 0;

    private static async Task<IReadOnlyList<JobOwner>> SignUpAsync(Door door, string mail)
    {
        var owners = new List<JobOwner>();
        for (var i = 0; i < MascotOwners; i++) owners.Add(await MascotOwner.SignUpAsync(door));
        for (var i = 0; i < FigureOwners; i++) owners.Add(await FigureOwner.SignUpAsync(door, mail));
        return owners;
    }
}
