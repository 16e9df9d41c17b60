using Microsoft.Extensions.DependencyInjection;

namespace Platform.Testing;

/// <summary>Under a clock that tests move, only grains, their timers and reminders live by it.</summary>
public static class OrleansUpkeep
{
    private static readonly string[] Areas =
    [
        TimeProviderNames.Messaging,
        TimeProviderNames.SystemTimers,
        TimeProviderNames.Membership,
        TimeProviderNames.ActivationManagement,
        TimeProviderNames.GrainDirectory,
    ];

    /// <summary>Orleans' own upkeep stays on real time: to it a leap of a day looks like a silo that hangs.</summary>
    public static void KeepUpkeepOnRealTime(this IServiceCollection services)
    {
        foreach (var area in Areas) services.AddKeyedSingleton(area, TimeProvider.System);
    }
}
