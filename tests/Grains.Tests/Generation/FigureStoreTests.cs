using Platform.Generation;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Generation;

public sealed class FigureStoreTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _owner = Guid.NewGuid().ToString();
    private readonly string _tag = $"mine {Guid.NewGuid():N}";

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_show_whose_and_what_they_are_asked_for_the_newest_first(string engine)
    {
        var (store, marks) = await OpenAsync(engine);
        var (shown, hidden) = (await AddAsync(engine, isPublic: true), await AddAsync(engine, isPublic: false));
        var all = new FigureQuery([_tag], 0, 10);
        Assert.Equal([hidden, shown], (await store.ListAsync(all, _owner, _owner)).Items.Select(figure => figure.Id));
        Assert.Equal([shown], (await store.ListAsync(all, ownerId: null, "viewer")).Items.Select(figure => figure.Id));
        Assert.Equal([shown], (await store.ListAsync(all with { Before = hidden }, _owner, _owner)).Items.Select(figure => figure.Id));
        Assert.Equal(0, (await store.ListAsync(all with { Tags = [_tag, "another"] }, _owner, _owner)).Total);
        Assert.Equal(2, (await store.ListAsync(all with { Tags = [_tag, "pose:standing"] }, _owner, _owner)).Total);

        await marks.AddFavoriteAsync("viewer", shown, Now);
        await marks.AddFavoriteAsync("viewer", shown, Now);
        await marks.AddFavoriteAsync("viewer", hidden, Now);
        Assert.True((await store.ListAsync(all, ownerId: null, "viewer")).Items[0].IsFavorite);
        Assert.Contains(shown, (await store.FavoritesAsync(new([], 0, 100), "viewer")).Items.Select(figure => figure.Id));
        Assert.DoesNotContain(hidden, (await store.FavoritesAsync(new([], 0, 100), "viewer")).Items.Select(figure => figure.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_by_who_was_slower_is_refused_and_what_is_deleted_leaves_nothing(string engine)
    {
        var (store, marks) = await OpenAsync(engine);
        var id = await AddAsync(engine, isPublic: true);
        var row = (await store.FindAsync(id, null))!;
        await store.ChangeAsync(row, Visibility.Reported, ["new"], FigureMarks.Report("viewer", id, new("quality", ""), Now));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.ChangeAsync(row, Visibility.Private, []));
        Assert.Contains(id, await marks.ReportedAsync(1000));
        Assert.Equal(0, (await store.ListAsync(new([_tag], 0, 10), _owner, _owner)).Total);
        await store.DeleteAsync(id);
        Assert.Null(await store.FindAsync(id, null));
        Assert.Empty(await marks.ReportsAsync(id));
        Assert.Equal(0, (await store.ListAsync(new(["new"], 0, 10), _owner, _owner)).Total);
    }

    [Theory]
    [InlineData(0, true, "figures_public")]
    [InlineData(0, false, "figures_of_user")]
    [InlineData(1, true, "figure_tags_public")]
    [InlineData(1, false, "figure_tags_of_user")]
    public async Task A_list_is_one_walk_along_an_index_in_its_order(int tags, bool isPublic, string index)
    {
        var steps = await QueryPlan.StepsAsync(databases, FigureStore.List(Enumerable.Repeat("tag", tags).ToList(), isPublic));
        Assert.Contains(index, steps[0], StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN f ", StringComparison.Ordinal) && !isPublic);
    }

    private async Task<string> AddAsync(string engine, bool isPublic)
    {
        var node = (await databases.SharedAsync(engine)).Node;
        var order = Studio.Figures(1, isPublic: isPublic);
        var job = new StoredJob { Id = Studio.NewId(), OwnerId = _owner, UserId = _owner, Order = order, Price = 1, CreatedAt = Now, UpdatedAt = Now };
        var picture = new FigurePicture($"{job.Id}-0", "file", "small", 768, 1024, 1);
        await node.WriteAsync([.. FigureStore.Add(job, order, new FiguresResult([picture], [_tag, "pose:standing"]), Now)]);
        return picture.Id;
    }

    private async Task<(FigureStore Store, FigureMarks Marks)> OpenAsync(string engine)
    {
        var node = (await databases.SharedAsync(engine)).Node;
        return (new FigureStore(node), new FigureMarks(node));
    }
}
