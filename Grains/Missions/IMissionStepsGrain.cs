using Platform.Companions;

namespace Platform.Missions;

/// <summary>What only other actors ask of the missions of an account. The same actor as <see cref="IMissionsGrain"/>.</summary>
[Alias("platform.IMissionStepsGrain")]
internal interface IMissionStepsGrain : IGrainWithStringKey
{
    /// <summary>Counts all that was done with a companion that is about to forget it.</summary>
    [Alias("Settle")]
    Task Settle(string companionId);

    /// <summary>The first step of a claim: decides who gets the reward, and keeps that.</summary>
    [Alias("BeginClaim")]
    Task<Outcome<Payment>> BeginClaim(string userMissionId);

    /// <summary>The last step of a claim, after the reward was given: only one of many gets here first.</summary>
    [Alias("EndClaim")]
    Task<Outcome<UserMission>> EndClaim(string userMissionId);
}

/// <summary>A reward to be given.</summary>
[GenerateSerializer, Immutable, Alias("platform.MissionPayment")]
internal sealed record Payment([property: Id(0)] string CompanionId, [property: Id(1)] string MissionId, [property: Id(2)] Stats Reward);
