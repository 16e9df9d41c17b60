using Orleans.Concurrency;

namespace Platform.Generation;

/// <summary>Hears from jobs what has changed; the actor is the same as <see cref="IWorkshopGrain"/>.</summary>
[Alias("platform.IWorkshopFeedGrain")]
internal interface IWorkshopFeedGrain : IGrainWithStringKey
{
    [Alias("Tell"), AlwaysInterleave]
    Task Tell(Job changed);
}
