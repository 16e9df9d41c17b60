using Platform.Generation;

namespace Platform.Tests.Generation;

/// <summary>Pictures as actors show them.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class GalleryTests(PlatformCluster cluster)
{
    private IPublicGalleryGrain Everybody => cluster.Grains.GetGrain<IPublicGalleryGrain>(IPublicGalleryGrain.TheKey);

    [Fact]
    public async Task The_gallery_shows_the_newest_and_no_more_than_the_plan_may_see()
    {
        var studio = await Studio.OpenAsync(cluster, 100);
        var pose = $"pose {Guid.NewGuid():N}";
        for (var i = 0; i < 3; i++) await studio.EndAsync(Studio.Figures(4, pose: pose));
        var query = new FigureQuery([FigureTags.Of("pose", pose)], 0, 100);
        var all = await Everybody.List(query, viewerId: null);
        Assert.Equal(12, all.Total);
        Assert.Equal(all.Items.Select(figure => figure.Id).OrderDescending(), all.Items.Select(figure => figure.Id));
        var store = new FigureStore(cluster.Database);
        var some = await store.ListAsync(query, ownerId: null, viewerId: null, most: 5);
        Assert.Equal(5, some.Total);
        Assert.Equal(all.Items.Take(5).Select(figure => figure.Id), some.Items.Select(figure => figure.Id));
        // However it is paged.
        var next = await store.ListAsync(query with { Before = some.Items[3].Id }, ownerId: null, viewerId: null, most: 5);
        Assert.Equal(some.Items[4].Id, Assert.Single(next.Items).Id);
        Assert.Equal(all.Items[2].Id, (await store.ListAsync(query with { Offset = 2, Count = 1 }, ownerId: null, viewerId: null, most: 5)).Items[0].Id);
    }

    [Fact]
    public async Task A_job_that_is_drawn_twice_has_its_pictures_once()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var job = await studio.EndAsync(Studio.Figures(3));
        var gallery = cluster.Grains.GetGrain<IGalleryGrain>(studio.Owner);
        Assert.Equal(3, (await gallery.Own(new FigureQuery([], 0, 10))).Total);
        Assert.Equal(JobState.Completed, (await studio.AcceptedAsync(Studio.Figures(3), job.Id)).State);
        Assert.Equal(3, (await gallery.Own(new FigureQuery([], 0, 10))).Total);
    }

    [Fact]
    public async Task Of_changes_at_once_none_is_half()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        await studio.EndAsync(Studio.Figures(1));
        var gallery = cluster.Grains.GetGrain<IGalleryGrain>(studio.Owner);
        var image = Assert.Single((await gallery.Own(new FigureQuery([], 0, 1))).Items).Id;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => gallery.Change(image, new FigureChange([$"a{i}", $"b{i}"], i % 2 == 0))));
        var figure = (await gallery.Get(image)).Value!;
        Assert.Equal(figure.Tags[0][1..], figure.Tags[1][1..]);
        foreach (var tag in figure.Tags) Assert.Equal(1, (await gallery.Own(new FigureQuery([tag], 0, 10))).Total);
        Assert.Equal(figure.IsPublic ? 1 : 0, (await Everybody.List(new FigureQuery([figure.Tags[0]], 0, 10), null)).Items.Count(seen => seen.Id == image));
    }
}
