using Orleans.Concurrency;

namespace Platform.Generation;

/// <summary>
/// A job that makes pictures; the key is its id. Its charge is held when it is accepted, captured when it is completed (for what was
/// delivered), and released otherwise. What was acknowledged goes on after any crash, and ends once. It is there for its owner, and for those
/// who belong to the workspace that owns it; to everybody else it isn't: <see cref="RefusalKind.NotFound"/>.
/// </summary>
[Alias("platform.IGenerationJobGrain")]
public interface IGenerationJobGrain : IGrainWithStringKey
{
    [Alias("Get"), AlwaysInterleave]
    Task<Outcome<Job>> Get(string userId);

    /// <summary>
    /// As <see cref="Get"/>, once it has a revision above <paramref name="after"/>; waits up to ten seconds for it, and then answers as it is.
    /// </summary>
    [Alias("Next"), AlwaysInterleave]
    Task<Outcome<Job>> Next(string userId, long after);

    /// <summary>
    /// Ends it before its time; nothing is charged. <see cref="RefusalKind.NotPossibleNow"/>: it has ended already, and not so;
    /// <see cref="RefusalKind.Forbidden"/>: in a workspace, only who has ordered it and admins may.
    /// </summary>
    [Alias("Cancel"), AlwaysInterleave]
    Task<Outcome<Job>> Cancel(string userId);

    /// <summary>
    /// Removes it with its files; one that is under way is cancelled first. A mascot takes along what was made of it.
    /// <see cref="RefusalKind.Forbidden"/>: as above.
    /// </summary>
    [Alias("Delete"), AlwaysInterleave]
    Task<Outcome<Done>> Delete(string userId);
}
