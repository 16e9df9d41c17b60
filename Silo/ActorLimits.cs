using Orleans.Configuration;

namespace Platform.Hosting;

/// <summary>
/// Where actors live, and how many. What holds for most is here; a class that differs says so by its own attributes, and why.
/// </summary>
/// <remarks>
/// <para>
/// Placement: by resources (the engine's default). A new actor goes to the silo that is called, unless another is clearly freer in processor,
/// memory and number of actors. So a user, their companions and their wallet are as a rule on the one silo that the front door has asked,
/// which spares hops, and a silo that was just added fills before the others. Actors that only calculate or keep nothing are stateless
/// workers, which are wherever they are called. What one request needs for moments prefers the silo that is called, however full it is.
/// </para>
/// <para>
/// Life: an actor that nobody calls for a quarter of an hour rests. Its state is small, and in the database at all times, so waking costs a read;
/// a conversation that pauses longer than that is over as a rule. Those who guard a budget in memory only have to outlive its window.
/// </para>
/// </remarks>
internal static class ActorLimits
{
    /// <summary>
    /// So many calls may wait for one actor. Far more than any client can have under way; beyond it something is wrong, and refusing costs less
    /// than the memory of waiting.
    /// </summary>
    private const int MostWaitingCalls = 10_000;

    public static void UseActorLimits(this ISiloBuilder silo)
    {
        silo.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionAge = TimeSpan.FromMinutes(15);
            // Before a silo dies of its actors, those that have rested longest go.
            collection.EnableActivationSheddingOnMemoryPressure = true;
            collection.MemoryUsageLimitPercentage = 85;
            collection.MemoryUsageTargetPercentage = 75;
            // An actor that is about to rest may be waiting for a reply that a slow model writes.
            collection.DeactivationTimeout = TimeSpan.FromSeconds(30);
        });
        silo.Configure<SiloMessagingOptions>(messaging => messaging.MaxEnqueuedRequestsHardLimit = MostWaitingCalls);
    }
}
