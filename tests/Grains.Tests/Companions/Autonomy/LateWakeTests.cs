using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Platform.Companions;
using Platform.Companions.Autonomy;
using Platform.Hosting;
using Platform.Identity;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Telemetry;

namespace Platform.Tests.Companions.Autonomy;

/// <summary>The server was down when companions would have written.</summary>
public sealed class LateWakeTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private const int Companions = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_due_meanwhile_comes_within_a_minute_of_the_start_and_once(string engine)
    {
        var database = await databases.CreateAsync(engine);
        string[] ids = [.. Enumerable.Range(0, Companions).Select(_ => Guid.NewGuid().ToString())];
        DateTimeOffset due;
        using (var before = await StartAsync(database))
        {
            var grains = before.Services.GetRequiredService<IGrainFactory>();
            foreach (var id in ids)
                await grains.GetGrain<ICredentialsGrain>(id).Register(new(Products.Demi, $"{id}@example.com", Username: null, PasswordHash: "", DeviceName: null, DisplayName: null));
            due = (await grains.GetGrain<ICompanionAutonomyGrain>(ids[0]).Forecast(ids[0])).Value!.At!.Value;
            await before.StopAsync();
        }

        using var measured = new Measurements<double>("platform.reminders.lateness");
        // Between two times of the engine's own: it would come only with the next.
        _clock.SetUtcNow(due + TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));
        using var after = await StartAsync(database);
        var started = _clock.GetUtcNow();
        var checkIns = new CheckInLog(database.Node);
        var reminders = new CheckInReminders(database.Node);
        await Poll.UntilAsync(
            async () =>
            {
                if (_clock.GetUtcNow() - started < TimeSpan.FromMinutes(1)) _clock.Advance(TimeSpan.FromSeconds(1));
                foreach (var id in ids)
                {
                    if (await checkIns.CountAsync(id) == 0) return false;
                }

                // The next wake is written after the message.
                return (await reminders.OverdueAsync(_clock.GetUtcNow())).Count == 0;
            },
            Patience);

        foreach (var id in ids) Assert.Equal(1, await checkIns.CountAsync(id));
        // Operators see how late they came, though no tick of the engine's brought them.
        await Poll.UntilAsync(() => Task.FromResult(measured.Values.Count(seconds => seconds > TimeSpan.FromHours(7).TotalSeconds) >= Companions), Patience);
        await after.StopAsync();
    }

    [Fact]
    public async Task A_sweep_in_which_all_fail_gives_up_and_the_next_begins_behind_them()
    {
        const int Overdue = 300;
        var database = (await databases.SharedAsync("sqlite")).Node;
        await database.WriteAsync([.. Enumerable.Range(0, Overdue).Select(i => new Statement(
            "INSERT INTO reminders (grain_id, name, grain_hash, start_at, period, etag) VALUES ($1, 'check-in', 1, $2, 60000000, 'a')",
            [$"companion/c{i:000}", Instant.ToStored(_clock.GetUtcNow() - TimeSpan.FromHours(1))]))]);
        using var log = new LogLines();
        using var factory = new LoggerFactory([log]);
        using var sweeper = new LateWakeSweeper(
            new CheckInReminders(database), DispatchProxy.Create<IGrainFactory, Nobody>(), _clock, factory.CreateLogger<LateWakeSweeper>());
        await sweeper.StartAsync(CancellationToken.None);

        await SweepUntilAsync(() => GivenUp() == 1);
        // Those that were asked at once with the last one, too.
        Assert.InRange(Enumerable.Range(0, Overdue).Count(WasAsked), 64, 127);
        await SweepUntilAsync(() => Enumerable.Range(0, Overdue).All(WasAsked));
        await sweeper.StopAsync(CancellationToken.None);

        int GivenUp() => log.Text.Split("in a row could not be woken").Length - 1;
        bool WasAsked(int i) => log.Text.Contains($"c{i:000}", StringComparison.Ordinal);
        Task SweepUntilAsync(Func<bool> holds) => Poll.UntilAsync(
            () =>
            {
                // The timer may not be armed yet when the clock is first moved.
                var isOver = holds();
                if (!isOver) _clock.Advance(LateWakeSweeper.Period);
                return Task.FromResult(isOver);
            },
            Patience);
    }

    private async Task<IHost> StartAsync(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(database.Engine == "postgres"
            ? [new("ConnectionStrings:Platform", database.Connection)]
            : [new("Platform:DataDirectory", Path.GetDirectoryName(database.Connection))]);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.KeepUpkeepOnRealTime();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.AddPlatformSilo();
        // The tests' file has another name.
        if (database.Engine == "sqlite") builder.Services.AddSingleton<Database>(_ => database.Open());
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    /// <summary>A cluster that nobody can be found in.</summary>
    public class Nobody : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new SiloUnavailableException();
    }
}
