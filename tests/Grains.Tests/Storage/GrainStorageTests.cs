using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Platform.Testing;

namespace Platform.Tests.Storage;

/// <summary>What a grain may rely on when it keeps its state, whatever the engine.</summary>
[Collection(nameof(Silos))]
public sealed class GrainStorageTests(Silos silos)
{
    private readonly GrainId _grain = GrainId.Create("tested", Guid.NewGuid().ToString("N"));

    [Theory, OnSqlite, OnPostgres]
    public async Task State_that_was_never_written_is_new(string engine)
    {
        var state = await ReadAsync(await StorageAsync(engine));
        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal("", state.State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_is_read(string engine)
    {
        var storage = await StorageAsync(engine);
        var state = new GrainState<Note> { State = new() { Text = "Žluťoučký 😀", Bytes = [0, 255], Scores = { ["joy"] = 0.25 } } };
        await storage.WriteStateAsync("note", _grain, state);

        var read = await ReadAsync(storage);
        Assert.True(state.RecordExists);
        Assert.True(read.RecordExists);
        Assert.Equal(state.ETag, read.ETag);
        Assert.Equal("Žluťoučký 😀", read.State!.Text);
        Assert.Equal([0, 255], read.State!.Bytes);
        Assert.Equal(0.25, read.State!.Scores["joy"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_write_has_another_etag(string engine)
    {
        var storage = await StorageAsync(engine);
        var state = new GrainState<Note>();
        var etags = new List<string?>();
        for (var i = 0; i < 12; i++)
        {
            state.State = new() { Text = $"{i}" };
            await storage.WriteStateAsync("note", _grain, state);
            etags.Add(state.ETag);
        }

        Assert.Equal(12, etags.Distinct().Count());
        Assert.Equal("11", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_on_a_stale_version_is_refused_and_changes_nothing(string engine)
    {
        var storage = await StorageAsync(engine);
        await WriteAsync(storage, new GrainState<Note>(), "first");
        var stale = await ReadAsync(storage);
        await WriteAsync(storage, await ReadAsync(storage), "second");
        var etag = stale.ETag;

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(storage, stale, "third"));
        Assert.Equal(etag, stale.ETag);
        Assert.Equal("second", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_first_writers_exactly_one_wins(string engine)
    {
        var storage = await StorageAsync(engine);
        for (var round = 0; round < 10; round++)
        {
            var grain = GrainId.Create("raced", $"{_grain.Key}-{round}");
            await RaceAsync(writer => storage.WriteStateAsync("note", grain, NewState(writer)), storage, grain);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_writers_on_one_version_exactly_one_wins(string engine)
    {
        var storage = await StorageAsync(engine);
        await WriteAsync(storage, new GrainState<Note>(), "first");
        for (var round = 0; round < 10; round++)
        {
            var etag = (await ReadAsync(storage)).ETag;
            await RaceAsync(writer => storage.WriteStateAsync("note", _grain, NewState(writer, etag)), storage, _grain);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_cleared_is_gone_and_can_be_written_again(string engine)
    {
        var storage = await StorageAsync(engine);
        var state = new GrainState<Note>();
        await WriteAsync(storage, state, "first");
        await storage.ClearStateAsync("note", _grain, state);

        Assert.False(state.RecordExists);
        Assert.Equal("", state.State!.Text);
        Assert.False((await ReadAsync(storage)).RecordExists);

        await WriteAsync(storage, state, "from the same activation");
        await storage.ClearStateAsync("note", _grain, state);
        await WriteAsync(storage, await ReadAsync(storage), "from the next one");
        Assert.Equal("from the next one", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_etag_from_before_a_clear_fits_after_it(string engine)
    {
        var storage = await StorageAsync(engine);
        var state = new GrainState<Note>();
        await WriteAsync(storage, state, "first");
        var stale = await ReadAsync(storage);
        await storage.ClearStateAsync("note", _grain, state);

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(storage, stale, "stale"));
        await WriteAsync(storage, state, "second");
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(storage, stale, "stale"));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("note", _grain, stale));
        Assert.Equal("second", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_etag_of_a_cleared_state_fits_a_new_one_of_the_same_key(string engine)
    {
        var storage = await StorageAsync(engine);
        var first = new GrainState<Note>();
        await WriteAsync(storage, first, "first");
        var stale = await ReadAsync(storage);
        await storage.ClearStateAsync("note", _grain, first);
        await WriteAsync(storage, await ReadAsync(storage), "second");

        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(storage, stale, "stale"));
        Assert.Equal("second", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Clearing_what_was_never_written_does_nothing(string engine)
    {
        var storage = await StorageAsync(engine);
        var state = await ReadAsync(storage);
        await storage.ClearStateAsync("note", _grain, state);
        await WriteAsync(storage, state, "first");

        Assert.Equal("first", (await ReadAsync(storage)).State!.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keys_and_names_are_kept_apart_whatever_they_are_made_of(string engine)
    {
        var storage = await StorageAsync(engine);
        var salt = Guid.NewGuid();
        string[] keys =
        [
            $"{salt:N}", $"{salt:N}+extension", $"{salt.GetHashCode():X}", $"{salt.GetHashCode():X}+extension", $"{salt}/a/b", $"{salt}/a",
            $"{salt} \" ' '' \\ ; --", $"{salt}Žluť", $"{salt}žluť", $"{salt}日本語", $"{salt}😀",
            $"{salt}@a:b$1?", $"{salt} ", $"{salt}\n",
            $"{salt}{new string('x', 400)}", $"{salt}{new string('x', 401)}", $"{salt}{new string('語', 400)}",
        ];
        var grains = keys.SelectMany(static key => new[] { GrainId.Create("one", key), GrainId.Create("two", key) }).ToList();
        foreach (var grain in grains)
        {
            // Another state for each type, since what Orleans keeps in PostgreSQL is named by the state and the key alone.
            await storage.WriteStateAsync($"{grain.Type}", grain, new GrainState<Note> { State = new() { Text = $"{grain}" } });
            await storage.WriteStateAsync($"other {grain.Type}", grain, new GrainState<Note> { State = new() { Text = $"other {grain}" } });
        }

        foreach (var grain in grains)
        {
            Assert.Equal($"{grain}", (await ReadAsync(storage, grain, $"{grain.Type}")).State!.Text);
            Assert.Equal($"other {grain}", (await ReadAsync(storage, grain, $"other {grain.Type}")).State!.Text);
        }
    }

    private async Task<IGrainStorage> StorageAsync(string engine) =>
        (await silos.ServicesAsync(engine)).GetRequiredKeyedService<IGrainStorage>("Default");

    private Task<GrainState<Note>> ReadAsync(IGrainStorage storage) => ReadAsync(storage, _grain, "note");

    private static async Task<GrainState<Note>> ReadAsync(IGrainStorage storage, GrainId grain, string name)
    {
        var state = new GrainState<Note>();
        await storage.ReadStateAsync(name, grain, state);
        return state;
    }

    private Task WriteAsync(IGrainStorage storage, GrainState<Note> state, string text)
    {
        state.State = new() { Text = text };
        return storage.WriteStateAsync("note", _grain, state);
    }

    private static GrainState<Note> NewState(int writer, string? etag = null) =>
        new() { State = new() { Text = $"{writer}" }, ETag = etag };

    private static async Task RaceAsync(Func<int, Task> write, IGrainStorage storage, GrainId grain)
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            writer => Task.Run(async () => await Record.ExceptionAsync(() => write(writer)))));

        var winner = Assert.Single(outcomes.Index(), static outcome => outcome.Item is null).Index;
        var losers = outcomes.Where(static outcome => outcome is not null);
        Assert.All(losers, static loser => Assert.IsType<InconsistentStateException>(loser));
        Assert.Equal($"{winner}", (await ReadAsync(storage, grain, "note")).State!.Text);
    }
}

[GenerateSerializer]
public sealed class Note
{
    [Id(0)]
    public string Text { get; set; } = "";

    [Id(1)]
    public byte[] Bytes { get; set; } = [];

    [Id(2)]
    public Dictionary<string, double> Scores { get; set; } = [];
}
