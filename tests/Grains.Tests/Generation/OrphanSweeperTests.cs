using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Blobs;
using Platform.Generation;

namespace Platform.Tests.Generation;

[Collection(nameof(PlatformCluster))]
public sealed class OrphanSweeperTests(PlatformCluster cluster)
{
    [Fact]
    public async Task Files_that_no_row_knows_go_once_they_are_old_and_all_others_stay()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var mascot = await studio.EndAsync(Studio.Mascot($"prompt {Guid.NewGuid()}"));
        var figures = await studio.EndAsync(Studio.Figures(2));
        var lost = await PutAsync(mascot.Id, "what a job that died has left");
        var strange = await PutAsync(Guid.NewGuid().ToString(), "of no job at all");
        using var sweeper = Sweeper(new());
        await sweeper.StartAsync(CancellationToken.None);

        cluster.Clock.Advance(OrphanSweeper.Period);
        foreach (var key in new[] { lost, strange }) Assert.NotNull(await cluster.Blobs.FindAsync(key));
        cluster.Clock.Advance(OrphanSweeper.Age + OrphanSweeper.Period);
        await Testing.Poll.UntilAsync(async () => await cluster.Blobs.FindAsync(lost) is null && await cluster.Blobs.FindAsync(strange) is null, TimeSpan.FromSeconds(30));
        foreach (var key in mascot.Result!.Files.Concat(figures.Result!.Files)) Assert.NotNull(await cluster.Blobs.FindAsync(BlobKey.Parse(key)));
        await sweeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_server_that_tries_out_a_copy_can_be_told_to_remove_nothing()
    {
        using var sweeper = Sweeper(new() { SweepOrphans = false });
        await sweeper.StartAsync(CancellationToken.None);
        // It ends, and waits for no time to come.
        await sweeper.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private OrphanSweeper Sweeper(GenerationOptions options) => new(
        cluster.Blobs, new JobStore(cluster.Database), new FigureStore(cluster.Database), Options.Create(options), cluster.Clock,
        NullLogger<OrphanSweeper>.Instance);

    private async Task<BlobKey> PutAsync(string jobId, string content)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(content);
        var key = BlobKey.Of(BlobFolder.Of(Products.MascotForge, Guid.Parse(jobId)), bytes, "png");
        await cluster.Blobs.PutAsync(key, bytes);
        return key;
    }
}
