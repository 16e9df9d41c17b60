using Platform.Storage;
using Platform.Tests.Storage;

namespace Platform.Tests;

/// <summary>A cluster whose database fails when a test says so.</summary>
public sealed class UnreliableCluster : PlatformCluster
{
    private UnreliableDatabase? _database;

    protected override Database OfSilos => Unreliable;

    private UnreliableDatabase Unreliable => _database ??= new UnreliableDatabase(Database, seed: 1);

    /// <summary>Does something while so many of a hundred commits fail.</summary>
    public async Task<T> WhileFailingAsync<T>(int failures, Func<Task<T>> work)
    {
        Unreliable.Failures = failures;
        try
        {
            return await work();
        }
        finally
        {
            Unreliable.Failures = 0;
        }
    }

    public override async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Unreliable.DisposeAsync();
        await base.DisposeAsync();
    }
}

[CollectionDefinition(nameof(UnreliableCluster))]
public sealed class UnreliableClusterCollection : ICollectionFixture<UnreliableCluster>;
