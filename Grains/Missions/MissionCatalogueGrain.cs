using Orleans.Concurrency;

namespace Platform.Missions;

[GrainType("missioncatalogue"), StatelessWorker]
internal sealed class MissionCatalogueGrain : Grain, IMissionCatalogueGrain
{
    private static readonly IReadOnlyList<Mission> Missions = [.. MissionCatalogue.All.Select(entry => entry.Mission)];

    public ValueTask<IReadOnlyList<Mission>> List() => ValueTask.FromResult(Missions);
}
