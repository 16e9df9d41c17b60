using System.Globalization;
using Platform.LoadTest.Companions;
using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;
using Platform.LoadTest.Reports;

namespace Platform.LoadTest;

/// <summary>One run, from the first registration to its report.</summary>
/// <param name="serverProcess">The server's process, where it is one of this machine's that is known.</param>
internal sealed class LoadRun(LoadSettings settings, Uri server, int? serverProcess, TimeProvider time, Progress progress)
{
    private readonly RunClock _clock = new();
    private readonly Measurements _measurements = new(settings.Schedule.Ramp, settings.Schedule.End);

    /// <exception cref="LoadException">The load can't be run.</exception>
    /// <exception cref="OperationCanceledException">It was stopped before anything was measured.</exception>
    public async Task<LoadReport> RunAsync(CancellationToken stop)
    {
        using var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = settings.Connections,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
        };
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = server };
        if (settings.Timeout > http.Timeout) http.Timeout = settings.Timeout;
        // Each WebSocket is a connection; they must not wait for those of HTTP.
        using var upgrades = new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null };
        using var invoker = new HttpMessageInvoker(upgrades, disposeHandler: false);

        await using var population = new Population(settings, server, http, _measurements, _clock);
        var (companions, preparation) = await PrepareAsync(population, invoker, stop);
        return await DriveAsync(companions, preparation, stop);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private async Task<(IReadOnlyList<Companion> Companions, TimeSpan Took)> PrepareAsync(
        Population population, HttpMessageInvoker invoker, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        var creating = population.CreateAsync(stop);
        await progress.ShowAsync(creating, () => Text($"{population.Alive} of {settings.Companions} companions live")
            + (population.Pause is { Ticks: > 0 } pause ? Text($"; the server limits requests, {pause.TotalSeconds:F0} s to wait") : ""));
        var took = time.GetElapsedTime(started);
        progress.Say(Text($"{settings.Companions} companions brought to life in {took.TotalSeconds:F1} s ({settings.Companions / took.TotalSeconds:F0}/s)"));

        if (settings.Sockets > 0)
        {
            await progress.ShowAsync(
                population.OpenSocketsAsync(invoker, stop), () => Text($"{population.OpenSockets} of {settings.Sockets} WebSockets open"));
            progress.Say(Text($"{settings.Sockets} WebSockets open"));
        }

        return (await creating, took);
    }

    private async Task<LoadReport> DriveAsync(IReadOnlyList<Companion> companions, TimeSpan preparation, CancellationToken stop)
    {
        // What getting ready has left behind is not to be cleared away while time is measured.
        GC.Collect();
        var startedAt = time.GetUtcNow();
        var (generator, serverBefore) = (Footprint.Of(Environment.ProcessId)!, Footprint.Of(serverProcess));
        var driver = new Driver(settings.Schedule, companions, settings.Seed, _measurements, _clock);
        await progress.ShowAsync(driver.RunAsync(stop), () => Line(driver));
        var elapsed = _clock.Now;
        // The last second is over too.
        _measurements.Now(elapsed);
        var results = _measurements.Sum(driver.End);
        var (generatorAfter, serverAfter) = (Footprint.Of(Environment.ProcessId)!, Footprint.Of(serverProcess));
        return new(
            settings,
            server,
            startedAt,
            preparation,
            results,
            [.. settings.Limits.Select(limit => limit.Check(results))],
            new(generatorAfter.Processors(generator, elapsed), generatorAfter.Memory),
            serverBefore is null || serverAfter is null ? null : new(serverAfter.Processors(serverBefore, elapsed), serverAfter.Memory),
            WasStopped: stop.IsCancellationRequested);
    }

    private string Line(Driver driver)
    {
        var now = _clock.Now;
        var (last, errors) = _measurements.Now(now);
        var phase = now < settings.Schedule.Ramp ? "ramp" : "load";
        var line = Text($"{phase} {now.TotalSeconds,4:F0} of {settings.Schedule.End.TotalSeconds:F0} s");
        if (last is not null)
        {
            line += Text($"  {last.Sends,5} sends/s {last.Reads,4} reads/s")
                + Text($"  p50 {last.P50.TotalMilliseconds,5:F1}  p99 {last.P99.TotalMilliseconds,6:F1} ms");
        }

        return line + Text($"  {driver.UnderWay,4} under way  {errors} errors");
    }
}
