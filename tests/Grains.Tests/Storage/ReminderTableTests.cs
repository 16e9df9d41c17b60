using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>What Orleans' reminder service relies on, whatever the engine.</summary>
[Collection(nameof(Silos))]
public sealed class ReminderTableTests(Silos silos)
{
    private static readonly DateTime Start = new DateTime(2026, 11, 24, 10, 11, 12, DateTimeKind.Utc).AddMicroseconds(123_456);

    private readonly GrainId _grain = GrainId.Create("reminded", Guid.NewGuid().ToString("N"));

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_set_is_read(string engine)
    {
        var table = await TableAsync(engine);
        // A minute goes to the database as an int, 60 days as a long.
        var etag = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));
        await table.UpsertRow(Entry("Žluť 😀 ' / \"", TimeSpan.FromDays(60)));

        var one = await table.ReadRow(_grain, "daily");
        Assert.Equal(
            (_grain, "daily", Start, DateTimeKind.Utc, TimeSpan.FromMinutes(1), etag),
            (one!.GrainId, one.ReminderName, one.StartAt, one.StartAt.Kind, one.Period, one.ETag));
        var all = (await table.ReadRows(_grain)).Reminders;
        Assert.Equal(["daily", "Žluť 😀 ' / \""], all.Select(static entry => entry.ReminderName).Order(StringComparer.Ordinal));
        Assert.Equal(TimeSpan.FromDays(60), (await table.ReadRow(_grain, "Žluť 😀 ' / \""))!.Period);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_never_set_is_not_there(string engine)
    {
        var table = await TableAsync(engine);
        Assert.Null(await table.ReadRow(_grain, "none"));
        Assert.Empty((await table.ReadRows(_grain)).Reminders);
        Assert.False(await table.RemoveRow(_grain, "none", "1"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Setting_again_replaces_and_changes_the_etag(string engine)
    {
        var table = await TableAsync(engine);
        var first = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));
        var second = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(2)));

        var entry = Assert.Single((await table.ReadRows(_grain)).Reminders);
        Assert.NotEqual(first, second);
        Assert.Equal((second, TimeSpan.FromMinutes(2)), (entry.ETag, entry.Period));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_etag_of_now_removes(string engine)
    {
        var table = await TableAsync(engine);
        var first = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));
        var second = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));

        Assert.False(await table.RemoveRow(_grain, "daily", first!));
        Assert.NotNull(await table.ReadRow(_grain, "daily"));
        Assert.True(await table.RemoveRow(_grain, "daily", second!));
        Assert.False(await table.RemoveRow(_grain, "daily", second!));
        Assert.Null(await table.ReadRow(_grain, "daily"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_etag_of_a_removed_reminder_does_not_fit_its_successor(string engine)
    {
        var table = await TableAsync(engine);
        var first = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));
        Assert.True(await table.RemoveRow(_grain, "daily", first!));
        var second = await table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(1)));

        Assert.False(await table.RemoveRow(_grain, "daily", first!));
        Assert.True(await table.RemoveRow(_grain, "daily", second!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_range_of_the_ring_holds_what_its_definition_says(string engine)
    {
        var table = await TableAsync(engine);
        await table.TestOnlyClearTable();
        var grains = Enumerable.Range(0, 40).Select(i => GrainId.Create("ring", $"{_grain.Key}-{i}")).ToList();
        foreach (var grain in grains)
            await table.UpsertRow(new() { GrainId = grain, ReminderName = "daily", StartAt = Start, Period = TimeSpan.FromMinutes(1) });

        // The ends, the middle where a signed number turns negative, and the very places of grains, where (begin, end] shows.
        var own = grains.Take(3).Select(static grain => grain.GetUniformHashCode());
        uint[] places = [0, 1, int.MaxValue, 1u + int.MaxValue, uint.MaxValue, .. own];
        var random = Gen.Sample(ArbMap.Default.GeneratorFor<uint>(), 20);
        var ranges = places.SelectMany(begin => places.Concat(random), static (begin, end) => (begin, end));
        foreach (var (begin, end) in ranges)
        {
            var expected = grains.Where(grain => IsIn(grain.GetUniformHashCode(), begin, end)).Order();
            Assert.Equal(expected, (await table.ReadRows(begin, end)).Reminders.Select(static entry => entry.GrainId).Order());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_writers_of_one_reminder_leave_one(string engine)
    {
        var table = await TableAsync(engine);
        var etags = await Task.WhenAll(Enumerable.Range(1, 16).Select(
            i => Task.Run(() => table.UpsertRow(Entry("daily", TimeSpan.FromMinutes(i))))));

        Assert.Equal(16, etags.Distinct().Count());
        Assert.Contains(Assert.Single((await table.ReadRows(_grain)).Reminders).ETag, etags);
    }

    private static bool IsIn(uint hash, uint begin, uint end) =>
        begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private ReminderEntry Entry(string name, TimeSpan period) =>
        new() { GrainId = _grain, ReminderName = name, StartAt = Start, Period = period };

    private async Task<IReminderTable> TableAsync(string engine) =>
        (await silos.ServicesAsync(engine)).GetRequiredService<IReminderTable>();
}
