using Platform.Companions;

namespace Platform.Tests.Companions;

[Collection(nameof(PlatformCluster))]
public sealed class CareTests(PlatformCluster cluster) : LunaTests(cluster)
{
    [Fact]
    public async Task Care_lifts_the_stats_and_lasts()
    {
        await Luna.Say(Owner, "I hate you, you are stupid");
        var tired = await StatsAsync();
        Assert.NotNull((await CareAsync(CareAction.Selfie)).Value);
        await Cluster.Cluster.DeactivateAsync(Actor);

        var after = await StatsAsync();
        Assert.Equal((Math.Min(100, tired.Mood + 25), tired.Bond + 15), (after.Mood, after.Bond));
    }

    [Fact]
    public async Task Of_ten_at_once_one_is_given_and_the_others_cool_down()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CareAsync(CareAction.Feed)));
        Assert.Single(outcomes, outcome => outcome.Value is not null);
        Assert.All(outcomes.Where(outcome => outcome.Value is null), outcome => Assert.Equal(RefusalKind.CoolingDown, outcome.Refusal!.Kind));
        Assert.Equal(5, (await StatsAsync()).Bond);
    }

    [Fact]
    public async Task The_same_comes_again_when_its_own_time_is_over_and_other_care_at_once()
    {
        var first = (await CareAsync(CareAction.Play)).Value!.Given;
        Assert.NotNull((await CareAsync(CareAction.Feed)).Value);
        Cluster.Clock.Advance(first.Until - first.LastAt - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Until, (await CareAsync(CareAction.Play)).Refusal!.Until);
        Cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await CareAsync(CareAction.Play)).Value!.Given.Count);
    }

    [Fact]
    public async Task Whoever_repeats_it_under_the_same_id_is_told_the_same()
    {
        var first = (await Care.Care(Owner, CareAction.Feed, "once")).Value!;
        Assert.Equal(first.Given, (await Care.Care(Owner, CareAction.Feed, "once")).Value!.Given);
        Assert.Equal(5, (await StatsAsync()).Bond);
    }

    [Fact]
    public async Task A_stranger_gives_no_care_and_sees_none()
    {
        Assert.Equal(RefusalKind.NotFound, (await Care.Care("stranger", CareAction.Feed, "x")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Care.CareTaken("stranger")).Refusal!.Kind);
    }

    private ICompanionGrain Actor => Cluster.Grains.GetGrain<ICompanionGrain>(LunaId);

    private ICompanionCareGrain Care => Cluster.Grains.GetGrain<ICompanionCareGrain>(LunaId);

    private Task<Outcome<CareResult>> CareAsync(CareAction action) => Care.Care(Owner, action, Guid.NewGuid().ToString());

    private async Task<Stats> StatsAsync() => (await Actor.Get(Owner)).Value!.Stats;
}
