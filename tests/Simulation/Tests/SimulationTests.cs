using Microsoft.Data.Sqlite;
using Platform.Companions;
using Platform.Simulation.Checks;
using Platform.Simulation.Silo;

namespace Platform.Simulation.Tests;

[Collection(nameof(SimulatedSilo))]
public sealed class SimulationTests
{
    private static readonly SimulationOptions Small = new(Companions: 30, Days: 5, Kills: 9);

    [Fact]
    public async Task The_same_seed_says_the_same_through_the_same_kills_and_nothing_is_broken()
    {
        var first = await RunAsync(Small);
        var second = await RunAsync(Small);

        Assert.Empty(first.Violations);
        Assert.Equal(Small.Kills, first.Kills.Count);
        Assert.True(first.Messages > 0 && first.CheckIns.Keys.Contains(CheckInTrigger.Loneliness) && first.IdleTicks.Count > 0);
        Assert.Equal(first.Transcript, second.Transcript);
    }

    [Fact]
    public async Task Another_seed_says_something_else()
    {
        var tiny = new SimulationOptions(Companions: 3, Days: 1, Kills: 0);
        Assert.NotEqual((await RunAsync(tiny)).Transcript, (await RunAsync(tiny with { Seed = 2 })).Transcript);
    }

    [Fact]
    public async Task What_is_taken_out_of_the_log_behind_everybodys_back_is_missed()
    {
        await using var simulation = new Simulation(new(Companions: 5, Days: 2, Kills: 0), _ => { });
        simulation.AfterEvent = now =>
        {
            if (now.Day == 6) Execute(simulation.Path, "DELETE FROM messages WHERE seq = 1");
        };
        Assert.Contains((await simulation.RunAsync()).Violations, violation => violation.Invariant == Invariant.NoMessageLost);
    }

    [Theory]
    [InlineData("--companions", "0")]
    [InlineData("--days", "-1")]
    [InlineData("--speed", "1")]
    [InlineData("--kills")]
    public void Options_that_make_no_sense_are_refused(params string[] args) =>
        Assert.Throws<FormatException>(() => SimulationOptions.Parse(args));

    [Fact]
    public void A_run_that_takes_longer_than_it_may_is_not_fine()
    {
        var report = new Report(
            new(MaxSeconds: 120), TimeSpan.FromSeconds(119), 0, 0, new Dictionary<CheckInTrigger, long>(), [], 0, [], [], "");
        Assert.True(report.IsFine);
        Assert.False((report with { WallTime = TimeSpan.FromSeconds(121) }).IsFine);
    }

    private static async Task<Report> RunAsync(SimulationOptions options)
    {
        await using var simulation = new Simulation(options, _ => { });
        return await simulation.RunAsync();
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
