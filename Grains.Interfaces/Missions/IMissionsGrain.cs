using Orleans.Concurrency;

namespace Platform.Missions;

/// <summary>
/// The missions of one account; the key is the account's id. Owns progress and claims. Progress is read off what the companions themselves
/// keep, whenever somebody asks for it: nothing has to be told to this actor, so nothing that was told can be lost or come twice.
/// </summary>
[Alias("platform.IMissionsGrain")]
public interface IMissionsGrain : IGrainWithStringKey
{
    /// <summary>The missions that were started, with all that counts by now; the last started first.</summary>
    [Alias("List")]
    Task<IReadOnlyList<UserMission>> List();

    /// <summary>
    /// Starts a mission: what happens from now on counts. One that is there already is given as it is, unless it was claimed and can be done
    /// again by now.
    /// </summary>
    [Alias("Start")]
    Task<Outcome<UserMission>> Start(string missionId);

    /// <summary>
    /// Gives the reward to the companion that the mission was completed with, or to the newest one if that is gone; once, however many ask.
    /// Refuses with <see cref="RefusalKind.NotCompleted"/> or <see cref="RefusalKind.AlreadyClaimed"/>.
    /// </summary>
    [Alias("Claim"), AlwaysInterleave]
    Task<Outcome<UserMission>> Claim(string userMissionId);

    /// <summary>Does a mission that is care at one touch, for a companion. See <see cref="Companions.ICompanionCareGrain.Care"/>.</summary>
    /// <param name="id">What this is done under.</param>
    [Alias("Execute"), AlwaysInterleave]
    Task<Outcome<ExecutedMission>> Execute(string missionId, string companionId, string id);

    /// <summary>How long such a mission can't be done for a companion.</summary>
    [Alias("Cooldown"), AlwaysInterleave]
    Task<Outcome<Cooldown>> Cooldown(string missionId, string companionId);

    /// <summary>The last care of each kind that each companion was given, the latest first.</summary>
    [Alias("Completed"), AlwaysInterleave]
    Task<IReadOnlyList<CompletedCare>> Completed();

    /// <summary>Forgets all of them. May be repeated.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}

/// <summary>All missions that there are; the key is the product's id.</summary>
[Alias("platform.IMissionCatalogueGrain")]
public interface IMissionCatalogueGrain : IGrainWithStringKey
{
    /// <summary>In the order in which they are shown.</summary>
    [Alias("List")]
    ValueTask<IReadOnlyList<Mission>> List();
}
