using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Missions;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Missions
{
    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<JsonHttpResult<IReadOnlyList<MissionResponse>>> List(IGrainFactory grains)
    {
        var missions = await grains.GetGrain<IMissionCatalogueGrain>(Platform.Products.NeuroTamagotchi).List();
        IReadOnlyList<MissionResponse> list = [.. missions.Select(View)];
        return TypedResults.Json(list, Json.IReadOnlyListMissionResponse);
    }

    public static async Task<JsonHttpResult<IReadOnlyList<UserMissionResponse>>> OfUser(Caller caller, IGrainFactory grains)
    {
        var missions = await Of(caller, grains).List();
        IReadOnlyList<UserMissionResponse> list = [.. missions.Select(View)];
        return TypedResults.Json(list, Json.IReadOnlyListUserMissionResponse);
    }

    public static async Task<JsonHttpResult<UserMissionResponse>> Start(string missionId, Caller caller, IGrainFactory grains) =>
        Answer(await Of(caller, grains).Start(missionId));

    public static async Task<JsonHttpResult<UserMissionResponse>> Claim(string userMissionId, Caller caller, IGrainFactory grains) =>
        Answer(await Of(caller, grains).Claim(EntityId.Parse(userMissionId) ?? throw new ApiException(new(404, "NOT_FOUND", "Mission not found"))));

    public static async Task<JsonHttpResult<ExecuteResponse>> Execute(
        string missionId, Body<ExecuteRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var check = new Validation();
        var characterId = check.Text(body.Value.CharacterId, "body.character_id", 1, 100);
        check.ThrowIfInvalid();

        var outcome = await Of(caller, grains).Execute(missionId, CharacterId.Parse(characterId), operation.Id);
        var (completed, companion) = outcome.OrThrow();
        var (energy, mood, bond) = companion.Stats;
        return TypedResults.Json(
            new ExecuteResponse(
                Success: true,
                $"Mission '{completed.Mission.Name}' completed successfully!",
                View(completed, caller),
                NewBalance: null,
                new Params(energy, mood, bond)),
            Json.ExecuteResponse);
    }

    public static async Task<JsonHttpResult<CooldownResponse>> Cooldown(
        string missionId, string characterId, Caller caller, IGrainFactory grains)
    {
        var (remaining, _) = Seconds((await Of(caller, grains).Cooldown(missionId, CharacterId.Parse(characterId))).OrThrow().Remaining);
        return TypedResults.Json(new CooldownResponse(remaining > 0, remaining == 0, remaining, remaining / 60), Json.CooldownResponse);
    }

    public static async Task<JsonHttpResult<IReadOnlyList<CompletedMissionResponse>>> Completed(Caller caller, IGrainFactory grains)
    {
        var completed = await Of(caller, grains).Completed();
        IReadOnlyList<CompletedMissionResponse> list = [.. completed.Select(care => View(care, caller))];
        return TypedResults.Json(list, Json.IReadOnlyListCompletedMissionResponse);
    }

    private static IMissionsGrain Of(Caller caller, IGrainFactory grains) => grains.GetGrain<IMissionsGrain>(caller.AccountId);

    private static JsonHttpResult<UserMissionResponse> Answer(Outcome<UserMission> outcome) =>
        TypedResults.Json(View(outcome.OrThrow()), Json.UserMissionResponse);

    private static MissionResponse View(Mission mission)
    {
        var (seconds, minutes) = Seconds(mission.Cooldown);
        return new(
            mission.Id,
            mission.Name,
            mission.Description,
            CostNtg: 0,
            mission.Type,
            seconds,
            minutes,
            IsActive: true,
            mission.Goal,
            mission.Target,
            View(mission.Reward),
            mission.Action is not null,
            mission.Effect is { } effect ? View(effect) : null);
    }

    public static UserMissionResponse View(UserMission mission) => new(
        mission.Id,
        mission.Mission.Id,
        View(mission.Mission),
        mission switch { { ClaimedAt: not null } => "claimed", { CompletedAt: not null } => "completed", _ => "active" },
        mission.Progress,
        mission.Mission.Target,
        mission.StartedAt.UtcDateTime,
        mission.CompletedAt?.UtcDateTime,
        mission.ClaimedAt?.UtcDateTime,
        mission.ClaimedBy);

    public static CompletedMissionResponse View(CompletedCare care, Caller caller)
    {
        var (seconds, _) = Seconds(care.CoolsDownFor);
        return new(
            care.Id, caller.AccountId, care.CompanionId, care.Mission.Id, View(care.Mission), care.CompletedAt.UtcDateTime, seconds == 0, seconds);
    }

    private static Params View(Stats stats) => new(stats.Energy, stats.Mood, stats.Bond);

    /// <summary>Rounded up: who waits so long has waited long enough.</summary>
    private static (long Seconds, long Minutes) Seconds(TimeSpan time)
    {
        var seconds = (long)Math.Ceiling(time.TotalSeconds);
        return (seconds, seconds / 60);
    }
}
