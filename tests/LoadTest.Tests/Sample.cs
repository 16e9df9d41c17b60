using Platform.LoadTest.Driving;
using Platform.LoadTest.Measuring;
using Platform.LoadTest.Reports;

namespace Platform.LoadTest.Tests;

/// <summary>A run as it might have been.</summary>
internal static class Sample
{
    /// <summary>Sends of one product that took 1 … 100 ms, and slower ones of another, of which one failed.</summary>
    public static Results Results()
    {
        var measurements = new Measurements(TimeSpan.Zero, TimeSpan.FromSeconds(10));
        for (var i = 0; i < 100; i++)
        {
            var due = TimeSpan.FromMilliseconds(90 * i);
            measurements.Answered(Endpoint.NeuroTamagotchiSend, due, due + TimeSpan.FromMilliseconds(i + 1));
            measurements.Answered(Endpoint.DemiSend, due, due + TimeSpan.FromMilliseconds(400));
        }

        measurements.Failed(Endpoint.DemiSend, "HTTP 503 <unavailable>", TimeSpan.FromSeconds(5));
        measurements.Now(TimeSpan.FromSeconds(10));
        return measurements.Sum(TimeSpan.FromSeconds(10));
    }

    public static LoadReport Report(Results results, params Limit[] limits)
    {
        var settings = new LoadSettings(
            new Uri("http://server.example"),
            Companions: 5000,
            ProductMix.Default,
            Sockets: 0,
            new Schedule(20, 0.1, TimeSpan.Zero, TimeSpan.FromSeconds(10)),
            Seed: 1,
            AtOnce: 16,
            Connections: 256,
            TimeSpan.FromSeconds(30),
            "load.html",
            limits);
        return new(
            settings, settings.Url!, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(7), results, [.. limits.Select(limit => limit.Check(results))], new(0.5, 1 << 27), null, false);
    }
}
