using Platform.Chaos.Fire;
using Xunit.Abstractions;

namespace Platform.Chaos;

/// <summary>
/// Silos of two versions in one cluster, as in the middle of a rolling upgrade, and back again. A field was renamed and one was added, in what
/// is sent and in what is stored, and a method was added.
/// </summary>
[Trait("Category", "Cluster")]
public sealed class UpgradeTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _directory = Passable.Directory("platform-upgrade-");

    public void Dispose() => _directory.Delete(recursive: true);

    [ClusterFact]
    public async Task Old_and_new_understand_each_other_and_what_either_has_stored()
    {
        var (postgres, watch) = await Postgres.StartAsync(_directory.FullName);
        await using var database = watch;
        var connection = postgres.Connection;

        await using (var old = await SiloOfVersion.StartAsync(1, connection))
        {
            Assert.Equal("hello", await old.DoAsync("write", "one", "hello"));
            Assert.Equal("left", await old.DoAsync("write", "two", "left"));
            await using var next = await SiloOfVersion.StartAsync(2, connection);
            // The actor is on the old silo, and answers a caller of the new kind.
            Assert.Equal("hello (0)", await next.DoAsync("read", "one"));
            // What only the new one can do moves it there, with its state.
            Assert.Equal("hello again (1)", await next.DoAsync("append", "one", " again"));
            // A caller of the old kind doesn't see what it doesn't know.
            Assert.Equal("hello again", await old.DoAsync("read", "one"));
            Assert.Equal("new (0)", await next.DoAsync("write", "three", "new"));
            Assert.Equal("new", await old.DoAsync("read", "three"));

            await old.LeaveAsync();
            Assert.Equal("left (0)", await next.DoAsync("read", "two"));
            Assert.Equal("hello again (1)", await next.DoAsync("read", "one"));
        }

        // Back to the old version.
        await using var back = await SiloOfVersion.StartAsync(1, connection);
        Assert.Equal("hello again", await back.DoAsync("read", "one"));
        Assert.Equal("left", await back.DoAsync("read", "two"));
    }

    [ClusterFact]
    public async Task While_silos_of_either_version_take_each_others_place_nothing_that_is_written_is_lost()
    {
        var (postgres, watch) = await Postgres.StartAsync(_directory.FullName);
        await using var database = watch;
        await using var first = await SiloOfVersion.StartAsync(1, postgres.Connection);
        await using var second = await SiloOfVersion.StartAsync(1, postgres.Connection);
        var traffic = new NoteTraffic([first, second]);
        using var stopping = new CancellationTokenSource();
        var running = traffic.RunAsync(stopping.Token);

        // Forth, one by one, and then back to one of the old.
        await using var third = await ReplaceAsync(traffic, first, by: 2, postgres.Connection);
        await using var fourth = await ReplaceAsync(traffic, second, by: 2, postgres.Connection);
        await using var fifth = await ReplaceAsync(traffic, third, by: 1, postgres.Connection);
        await traffic.GoesOnAsync();
        await stopping.CancelAsync();
        await running;
        output.WriteLine($"{traffic.Written} written and read, {traffic.Refused} refused before that");
        await traffic.CheckAsync(fourth);
        await traffic.CheckAsync(fifth);
    }

    /// <summary>A silo comes, is used, and another one goes, while there is traffic.</summary>
    private static async Task<SiloOfVersion> ReplaceAsync(NoteTraffic traffic, SiloOfVersion old, int by, string connection)
    {
        var next = await SiloOfVersion.StartAsync(by, connection);
        traffic.Silos = [.. traffic.Silos, next];
        await traffic.GoesOnAsync();
        traffic.Silos = [.. traffic.Silos.Where(silo => silo != old)];
        await old.LeaveAsync();
        await traffic.GoesOnAsync();
        return next;
    }
}
