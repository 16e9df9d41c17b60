using Orleans.Concurrency;

namespace Platform.Generation;

/// <summary>Where an owner's jobs are ordered, listed and watched; the key is the owner's id: an account or a workspace.</summary>
[Alias("platform.IWorkshopGrain")]
public interface IWorkshopGrain : IGrainWithStringKey
{
    /// <summary>
    /// Accepts jobs, all or none, and holds what they cost. What is answered is durable; a repeat under the same ids has the same jobs.
    /// <see cref="RefusalKind.InsufficientFunds"/>: the wallet doesn't have that much; <see cref="RefusalKind.NotFound"/>: the mascot that it is
    /// about isn't the owner's, or is gone; <see cref="RefusalKind.NotPossibleNow"/>: it isn't completed.
    /// </summary>
    [Alias("Order"), AlwaysInterleave]
    Task<Outcome<AcceptedJobs>> Order(IReadOnlyList<NewJob> jobs);

    /// <summary>A page of jobs, the newest first.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<JobPage> List(JobQuery query);

    /// <summary>
    /// What has changed after a place in the owner's feed; where nothing has, waits up to ten seconds. A negative place asks only where the feed
    /// is now. Live events may be lost where a silo is; the jobs themselves are not.
    /// </summary>
    [Alias("Next"), AlwaysInterleave]
    Task<JobEvents> Next(long after);

    /// <summary>Removes all that was made, with its files; what is under way is cancelled. The owner goes.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}

[GenerateSerializer, Immutable, Alias("platform.AcceptedJobs")]
public sealed record AcceptedJobs([property: Id(0)] IReadOnlyList<Job> Jobs);

/// <param name="SubjectId">Only what was made of this mascot.</param>
/// <param name="FileId">Only what is filed under this.</param>
[GenerateSerializer, Immutable, Alias("platform.JobQuery")]
public sealed record JobQuery(
    [property: Id(0)] JobKind Kind,
    [property: Id(1)] string? SubjectId,
    [property: Id(2)] string? FileId,
    [property: Id(3)] int Offset,
    [property: Id(4)] int Count);

/// <param name="Total">All that the query finds, whatever the page.</param>
[GenerateSerializer, Immutable, Alias("platform.JobPage")]
public sealed record JobPage([property: Id(0)] IReadOnlyList<Job> Items, [property: Id(1)] long Total);

/// <param name="Changed">In the order in which they changed; a job may come several times.</param>
/// <param name="Last">To be given to <see cref="IWorkshopGrain.Next"/>.</param>
/// <param name="HasGap">More has changed than is remembered: look at the jobs themselves.</param>
[GenerateSerializer, Immutable, Alias("platform.JobEvents")]
public sealed record JobEvents([property: Id(0)] IReadOnlyList<Job> Changed, [property: Id(1)] long Last, [property: Id(2)] bool HasGap = false);
