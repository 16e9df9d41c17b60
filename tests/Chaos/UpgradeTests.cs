using Platform.Chaos.Fire;

namespace Platform.Chaos;

/// <summary>
/// Silos of two versions in one cluster, as in the middle of a rolling upgrade, and back again. A field was renamed and one was added, in what
/// is sent and in what is stored, and a method was added.
/// </summary>
[Trait("Category", "Cluster")]
public sealed class UpgradeTests : IDisposable
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
}
