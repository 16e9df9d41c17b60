using Platform.Companions;

namespace Platform.Missions;

/// <summary>Missions that are care at one touch. All of these interleave: they hold no state, each companion keeps what it was given.</summary>
internal sealed partial class MissionsGrain
{
    private const int CompletedAtMost = 50;

    public async Task<Outcome<ExecutedMission>> Execute(string missionId, string companionId, string id)
    {
        if (ActionOf(missionId) is not { } action) return Unknown;
        var outcome = await grains.GetGrain<ICompanionCareGrain>(companionId).Care(Id, action, id);
        return outcome.Value is var (given, companion) ? new ExecutedMission(View(companionId, given), companion) : outcome.Refusal!;
    }

    public async Task<Outcome<Cooldown>> Cooldown(string missionId, string companionId)
    {
        if (ActionOf(missionId) is not { } action) return Unknown;
        var outcome = await grains.GetGrain<ICompanionCareGrain>(companionId).CareTaken(Id);
        if (outcome.Value is not { Given: var given }) return outcome.Refusal!;
        return new Cooldown(given.FirstOrDefault(care => care.Action == action) is { } last ? CoolsDownFor(last) : TimeSpan.Zero);
    }

    public async Task<IReadOnlyList<CompletedCare>> Completed()
    {
        var completed = await Task.WhenAll((await index.OfOwnerAsync(Id)).Select(CompletedWithAsync));
        return [.. completed.SelectMany(care => care).OrderByDescending(care => care.CompletedAt).Take(CompletedAtMost)];
    }

    private async Task<IEnumerable<CompletedCare>> CompletedWithAsync(string companionId)
    {
        var outcome = await grains.GetGrain<ICompanionCareGrain>(companionId).CareTaken(Id);
        return (outcome.Value?.Given ?? []).Select(care => View(companionId, care));
    }

    private static CareAction? ActionOf(string missionId) => MissionCatalogue.Find(missionId)?.Mission.Action;

    private CompletedCare View(string companionId, CareGiven given) =>
        new(given.LastId, companionId, MissionCatalogue.Of(given.Action), given.LastAt, CoolsDownFor(given));

    private TimeSpan CoolsDownFor(CareGiven given) => given.Until > Now ? given.Until - Now : TimeSpan.Zero;
}
