using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Platform.Companions;
using Platform.Simulation.Checks;
using Platform.Simulation.Silo;
using Platform.Simulation.Users;
using Platform.Testing;

namespace Platform.Simulation;

/// <summary>
/// Real companions in a real silo, under a clock that goes from one event to the next: something that a user does, a reminder that rings, or
/// the death and return of the silo. After each the log is checked.
/// </summary>
internal sealed class Simulation : IAsyncDisposable
{
    /// <summary>Within 30 days the clocks change in America and in Europe.</summary>
    private static readonly DateTimeOffset Start = new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>So long after a silo is up.</summary>
    private static readonly TimeSpan FirstSweep = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SimulationOptions _options;
    private readonly Action<string> _progress;
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-simulation-").FullName;
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly IReadOnlyList<User> _users;
    private readonly Script _script;
    private readonly Auditor _auditor;
    private readonly Client[] _clients;
    private readonly Queue<Kill> _kills;
    private readonly List<string> _killed = [];
    private SimulatedSilo? _silo;
    private DateTimeOffset? _backAt;

    /// <summary>When whose time came while no silo was up is woken.</summary>
    private DateTimeOffset? _sweepAt;
    private long _events;

    public Simulation(SimulationOptions options, Action<string> progress)
    {
        _options = options;
        _progress = progress;
        var seed = (ulong)options.Seed;
        _users = Population.Of(options.Companions, options.Days, seed, Start);
        _script = new Script(_users);
        _auditor = new Auditor(_users, Start, options.Days);
        _clients = [.. _users.Select((user, index) => new Client(user, seed + (ulong)index, _auditor.Of(index), _clock))];
        _kills = Kill.Plan(options.Kills, options.Days, seed, Start);
    }

    /// <summary>Where the log is. Tests damage it.</summary>
    public string Path => System.IO.Path.Combine(_directory, "platform.db");

    /// <summary>Called after each event, before it is checked.</summary>
    public Action<DateTimeOffset>? AfterEvent { get; set; }

    private DateTimeOffset Now => _clock.GetUtcNow();

    private DateTimeOffset End => Start.AddDays(_options.Days);

    public async Task<Report> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        await StartSiloAsync();
        await Task.WhenAll(_users.Select(user => _silo!.Grains.GetGrain<ICompanionGrain>(user.Id).Create(user.Id, user.Companion)));
        await _silo!.Rest.WaitAsync();
        _auditor.Open(Path);
        var day = 0;
        while (NextEvent() is { } next && next < End)
        {
            _events++;
            _clock.Advance(next - Now);
            TakeWishes();
            await (_silo is null ? DownAsync() : UpAsync(_silo));
            if ((Now - Start).Days == day) continue;
            day = (Now - Start).Days;
            var so = $"{watch.Elapsed.TotalSeconds:0} s, {_events} events, {_auditor.Messages} messages, {_killed.Count} kills";
            _progress($"day {day} of {_options.Days}: {so}");
        }

        _auditor.Finish(Now);
        return new Report(
            _options,
            watch.Elapsed,
            _events,
            _auditor.Messages,
            _auditor.CheckIns,
            _killed,
            _auditor.Ticks,
            [.. _auditor.Idle().Select(one => one.Ticks)],
            _auditor.Violations,
            _auditor.Transcript());
    }

    public async ValueTask DisposeAsync()
    {
        _auditor.Dispose();
        if (_silo is not null) await _silo.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private DateTimeOffset? NextEvent()
    {
        DateTimeOffset? kill = _silo is not null && _kills.TryPeek(out var next) && next.From > Now ? next.From : null;
        DateTimeOffset?[] events = [_script.Next, _silo?.Rest.Reminders.Next, _backAt, _sweepAt, kill];
        return events.Min();
    }

    /// <summary>Nobody is there: what users want waits, until there is somebody again.</summary>
    private async Task DownAsync()
    {
        _auditor.Pass(Now, isUp: false);
        if (Now < _backAt) return;
        _backAt = null;
        await StartSiloAsync();
        _sweepAt = Now + FirstSweep;
        await UpAsync(_silo!);
    }

    private async Task UpAsync(SimulatedSilo silo)
    {
        // By what was chosen until now.
        _auditor.Pass(Now, isUp: true);
        if (_sweepAt <= Now) await SweepAsync(silo);
        var kill = _kills.TryPeek(out var planned) && planned.From <= Now ? planned : null;
        if (kill is not null) silo.Calls.StageOf = kill.StageOf;
        var sending = _clients.Where(client => client.HasWork).ToList();
        await ReachAsync(silo, [.. sending.Select(client => client.SendAsync(silo.Grains))]);
        await silo.Rest.WaitAsync();
        var dies = kill is not null && (kill.Moment == KillMoment.Nothing || silo.Calls.HeldCalls + silo.Calls.HeldTicks > 0);
        if (dies) await KillAsync(silo, kill!);
        AfterEvent?.Invoke(Now);
        _auditor.Read(silo.Rest.TakeTicked(), sending.Select(client => client.Id), Now, dies);
    }

    private async Task SweepAsync(SimulatedSilo silo)
    {
        _sweepAt = null;
        _auditor.Sweep(Now);
        // Whoever is killed is killed in another moment.
        silo.Calls.StageOf = null;
        await silo.WakeOverdueAsync();
    }

    /// <summary>Every send is answered, or has come as far as it will.</summary>
    private static async Task ReachAsync(SimulatedSilo silo, List<Task> sends)
    {
        if (silo.Calls.StageOf is null)
        {
            await Task.WhenAll(sends);
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (sends.Count(send => send.IsCompleted) + silo.Calls.HeldCalls < sends.Count) await timer.WaitForNextTickAsync();
        await Task.WhenAll(sends.Where(send => send.IsCompleted));
    }

    private async Task KillAsync(SimulatedSilo silo, Kill kill)
    {
        _kills.Dequeue();
        // The message itself is kept a little after its reply was asked for.
        foreach (var id in silo.Calls.Writing) await Poll.UntilAsync(() => Task.FromResult(_auditor.AwaitsReply(id)), Patience);
        await silo.KillAsync();
        _killed.Add(FormattableString.Invariant(
            $"{Now:u}: {silo.Calls.HeldCalls} sends and {silo.Calls.HeldTicks} ticks under way, back after {kill.Downtime}"));
        _silo = null;
        _sweepAt = null;
        _backAt = Now + kill.Downtime;
    }

    private async Task StartSiloAsync() => _silo = await SimulatedSilo.StartAsync(Path, (ulong)_options.Seed, _clock);

    private void TakeWishes()
    {
        while (_script.Next <= Now)
        {
            var wish = _script.Take();
            _clients[wish.User].Want(wish.Act);
        }
    }
}
