using Orleans.Concurrency;

namespace Platform.Generation;

/// <summary>
/// A job that makes pictures; the key is its id. Its charge is held when it is accepted, captured when it is completed (for what was
/// delivered), and released otherwise. What was acknowledged goes on after any crash, and ends once. To everybody but its owner it isn't there.
/// </summary>
[Alias("platform.IGenerationJobGrain")]
public interface IGenerationJobGrain : IGrainWithStringKey
{
    /// <summary><see cref="RefusalKind.NotFound"/>: there is none, it was deleted, or it is another owner's.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<Outcome<Job>> Get(string ownerId);

    /// <summary>
    /// As <see cref="Get"/>, once it has a revision above <paramref name="after"/>; waits up to ten seconds for it, and then answers as it is.
    /// </summary>
    [Alias("Next"), AlwaysInterleave]
    Task<Outcome<Job>> Next(string ownerId, long after);

    /// <summary>Ends it before its time; nothing is charged. <see cref="RefusalKind.NotPossibleNow"/>: it has ended already, and not so.</summary>
    [Alias("Cancel"), AlwaysInterleave]
    Task<Outcome<Job>> Cancel(string ownerId);

    /// <summary>Removes it with its files; one that is under way is cancelled first. A mascot takes along what was made of it.</summary>
    [Alias("Delete"), AlwaysInterleave]
    Task<Outcome<Done>> Delete(string ownerId);
}
