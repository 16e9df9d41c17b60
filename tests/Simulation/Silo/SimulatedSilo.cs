using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Reminders;
using Platform.Companions.Autonomy;
using Platform.Hosting;
using Platform.Storage;
using Platform.Testing;

namespace Platform.Simulation.Silo;

/// <summary>
/// One life of the process that is shipped as the one-process size: its own composition, with the clock, the entropy and the way to the disk
/// in the simulation's hands. Calls go to it directly, as those of a front door inside it do.
/// </summary>
internal sealed class SimulatedSilo : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly SeverableDatabase _database;
    private readonly TimeProvider _clock;

    private SimulatedSilo(IHost host, SeverableDatabase database, TimeProvider clock, Rest rest, Interception calls)
    {
        _clock = clock;
        _host = host;
        _database = database;
        Rest = rest;
        Calls = calls;
    }

    public Rest Rest { get; }

    public Interception Calls { get; }

    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts one on the file at this path, which may be there from an earlier life.</summary>
    public static async Task<SimulatedSilo> StartAsync(string path, ulong seed, FakeTimeProvider clock)
    {
        var rest = new Rest(clock);
        var calls = new Interception(seed, clock, rest);
        var database = new SeverableDatabase(new SqliteDatabase(path));
        var builder = Host.CreateEmptyApplicationBuilder(new());
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.KeepUpkeepOnRealTime();
        services.AddKeyedSingleton<TimeProvider>(ReminderTimeProviderNames.Reminders, rest.Reminders);
        services.AddSingleton<IEntropy>(calls);
        services.AddSingleton<IIncomingGrainCallFilter>(calls);
        services.AddSingleton<IChatClient>(calls.Engine());
        builder.AddPlatformSilo();
        // It would come at times that the simulation doesn't see coming: WakeOverdueAsync does its work.
        services.Remove(services.Single(service => service.ImplementationType == typeof(LateWakeSweeper)));
        services.AddSingleton<Database>(database);
        services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Critical));
        var host = builder.Build();
        rest.Silo = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
        await host.StartAsync();
        await rest.WaitAsync();
        return new(host, database, clock, rest, calls);
    }

    /// <summary>Wakes whose time came while no silo was up.</summary>
    public async Task WakeOverdueAsync()
    {
        foreach (var (id, _) in await new CheckInReminders(_database).OverdueAsync(_clock.GetUtcNow(), skip: 0, limit: int.MaxValue))
        {
            Rest.Tick(id);
            await Grains.GetGrain<ICompanionWakeGrain>(id).WakeOverdue();
        }
    }

    /// <summary>Ends it as a killed process ends: nothing that was under way writes or answers any more.</summary>
    public async Task KillAsync()
    {
        _database.Sever();
        Rest.Dispose();
        Calls.Kill();
        try
        {
            await _host.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // It was not asked to take its time.
        }

        await DisposeHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        Rest.Dispose();
        await DisposeHostAsync();
    }

    private async Task DisposeHostAsync()
    {
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
