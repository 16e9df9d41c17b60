using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Testing;

namespace Platform.Api.Tests;

/// <summary>
/// A server whose clock only a test moves, its timers included, and whose calls of grains a test can count and break. Orleans' own upkeep
/// stays on real time.
/// </summary>
public class FakeClockServer : PlatformServer
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public GrainCalls Calls { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.KeepUpkeepOnRealTime();
            services.AddSingleton<IOutgoingGrainCallFilter>(Calls);
        });
    }
}

/// <summary>Every call of a grain that leaves from here.</summary>
public sealed class GrainCalls : IOutgoingGrainCallFilter
{
    private int _count;
    private volatile Type? _broken;

    /// <summary>Calls of these are counted.</summary>
    public Type? Counted { get; set; }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Calls of these fail from now; null: none.</summary>
    public void Break(Type? grain) => _broken = grain;

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var grain = context.InterfaceMethod.DeclaringType;
        if (grain is not null && grain == Counted) Interlocked.Increment(ref _count);
        return grain is not null && grain == _broken ? throw new TimeoutException("Broken by a test.") : context.Invoke();
    }
}
