using Platform.Operations;

namespace Platform.Tests.Operations;

[Collection(nameof(PlatformCluster))]
public sealed class OperationsGrainTests(PlatformCluster cluster)
{
    private IOperationsGrain Fresh => cluster.Grains.GetGrain<IOperationsGrain>(Guid.NewGuid().ToString());

    private DateTimeOffset Now => cluster.Clock.GetUtcNow();

    [Fact]
    public async Task Processes_are_added_up_and_one_that_falls_silent_is_gone()
    {
        var operations = Fresh;
        await operations.Report(TimelineTests.Report(Now, requests: 4, failed: 0, "one", companions: 3));
        await operations.Report(TimelineTests.Report(Now, requests: 6, failed: 1, "two", companions: 5));
        var view = await operations.Look(after: null);
        Assert.Equal(2, view.Processes.Count);
        Assert.Equal((10, 1), (view.Products.Single().Requests, view.Products.Single().Failed));
        Assert.Equal(8, view.Activations.Single().Count);
        Assert.Equal(2, view.Slow.Count);
        Assert.Equal(2, view.Silos.Count);

        cluster.Clock.Advance(TimeSpan.FromSeconds(30));
        await operations.Report(TimelineTests.Report(Now, requests: 8, failed: 0, "one", companions: 3));
        Assert.Equal("one", Assert.Single((await operations.Look(after: null)).Processes).Host);
    }

    [Fact]
    public async Task A_report_that_comes_late_or_again_changes_nothing()
    {
        var operations = Fresh;
        var (first, second) = (TimelineTests.Report(Now, 4, 0), TimelineTests.Report(Now + TimeSpan.FromMilliseconds(1), 6, 0));
        foreach (var report in (ProcessReport[])[second, first, second]) await operations.Report(report);
        Assert.Equal(6, (await operations.Look(after: null)).Products.Single().Requests);
    }
}
