using Platform.Companions;
using Platform.Identity;
using Platform.Storage;

namespace Platform.Missions;

/// <summary>
/// The missions of an account. Companions wait for <see cref="Settle"/> before they forget something, so no call that runs alone here may
/// wait for a companion's turn: what does (claiming, executing) interleaves, and touches the state only through calls that run alone.
/// Counting is in <c>MissionsGrain.Counting.cs</c>, care in <c>MissionsGrain.Care.cs</c>.
/// </summary>
[GrainType("missions")]
internal sealed partial class MissionsGrain(
    [PersistentState("missions")] IPersistentState<MissionsState> storage,
    IGrainFactory grains,
    CompanionIndex index,
    IdSource ids,
    TimeProvider clock) : Grain, IMissionsGrain, IMissionStepsGrain
{
    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "Mission not found");

    private static readonly Refusal NotCompleted = new(RefusalKind.NotCompleted, "This mission is not completed yet");

    private static readonly Refusal AlreadyClaimed = new(RefusalKind.AlreadyClaimed, "The reward was already claimed");

    private readonly Durable<MissionsState> _missions = new(storage);

    private MissionsState State => _missions.Value ?? new();

    private string Id => this.GetPrimaryKeyString();

    private DateTimeOffset Now => Instant.Truncate(clock.GetUtcNow());

    public async Task<IReadOnlyList<UserMission>> List()
    {
        var state = await CatchUpAsync();
        return [.. state.Missions.Reverse().Select(View)];
    }

    public async Task<Outcome<UserMission>> Start(string missionId)
    {
        if (MissionCatalogue.Find(missionId) is not { Mission: var mission }) return Unknown;
        var state = await CatchUpAsync();
        var last = state.Missions.FirstOrDefault(started => started.MissionId == missionId);
        if (last is not null && !CanRestart(mission, last)) return View(last);
        // A request that its account's deletion has overtaken: what it made now, nobody would remove.
        if ((await grains.GetGrain<IUserGrain>(Id).GetAccount()).Refusal is { } gone) return gone;

        var begun = new StartedMission { Id = ids.Next(), MissionId = missionId, StartedAt = Now };
        var next = state.HasOpen ? state : await SkipAsync(state);
        next = next with { Missions = [.. next.Missions.Where(started => started != last), begun] };
        // A level may be reached already.
        next = await CountAsync(next, await index.OfOwnerAsync(Id));
        await SaveAsync(state, next);
        return View(next.Missions.First(started => started.Id == begun.Id));
    }

    // Interleaves: it holds no state, and waits for a companion that may be waiting for this actor.
    public async Task<Outcome<UserMission>> Claim(string userMissionId)
    {
        var steps = this.AsReference<IMissionStepsGrain>();
        var begun = await steps.BeginClaim(userMissionId);
        if (begun.Value is not { } payment) return begun.Refusal!;
        var companion = grains.GetGrain<ICompanionDeedsGrain>(payment.CompanionId);
        var paid = await companion.Reward(Id, payment.MissionId, userMissionId, payment.Reward);
        return paid.Refusal is { } refusal ? refusal : await steps.EndClaim(userMissionId);
    }

    public async Task<Outcome<Payment>> BeginClaim(string userMissionId)
    {
        var state = await CatchUpAsync();
        var claimable = Claimable(state, userMissionId);
        if (claimable.Value is not { } mission) return claimable.Refusal!;
        var companions = await index.OfOwnerAsync(Id);
        if (companions is not [var newest, ..]) return new Refusal(RefusalKind.NotFound, "There is no character to reward");
        var payTo = new[] { mission.PayTo, mission.CompanionId }.FirstOrDefault(id => id is not null && companions.Contains(id)) ?? newest;
        await SaveAsync(state, state.With(mission with { PayTo = payTo }));
        return new Payment(payTo, mission.MissionId, MissionCatalogue.Find(mission.MissionId)!.Mission.Reward);
    }

    public async Task<Outcome<UserMission>> EndClaim(string userMissionId)
    {
        var claimable = Claimable(State, userMissionId);
        if (claimable.Value is not { } mission) return claimable.Refusal!;
        var claimed = mission with { ClaimedAt = Now };
        await SaveAsync(State, State.With(claimed));
        return View(claimed);
    }

    public async Task DeleteAll()
    {
        if (_missions.Value is not null) await _missions.ClearAsync();
        DeactivateOnIdle();
    }

    private static Outcome<StartedMission> Claimable(MissionsState state, string userMissionId) =>
        state.Missions.FirstOrDefault(mission => mission.Id == userMissionId) switch
        {
            null => Unknown,
            { CompletedAt: null } => NotCompleted,
            { ClaimedAt: not null } => AlreadyClaimed,
            var mission => mission,
        };

    private bool CanRestart(Mission mission, StartedMission last) =>
        mission.Cooldown > TimeSpan.Zero && last.ClaimedAt + mission.Cooldown <= Now;

    private async Task<MissionsState> SaveAsync(MissionsState before, MissionsState next)
    {
        if (!ReferenceEquals(before, next)) await _missions.SaveAsync(next);
        return next;
    }

    private UserMission View(StartedMission started)
    {
        var (mission, goal) = MissionCatalogue.Find(started.MissionId)!;
        return new(
            started.Id,
            mission,
            (int)Math.Min(goal.Target, goal.Progress(started.Tally, Now)),
            started.StartedAt,
            started.CompletedAt,
            started.ClaimedAt,
            started.ClaimedAt is null ? null : started.PayTo);
    }
}
