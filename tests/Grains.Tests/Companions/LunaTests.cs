using Platform.Companions;

namespace Platform.Tests.Companions;

/// <summary>Tests of one companion and her owner, both new for each test.</summary>
public abstract class LunaTests(PlatformCluster cluster) : IAsyncLifetime
{
    protected PlatformCluster Cluster => cluster;

    protected string Owner { get; } = Guid.NewGuid().ToString();

    protected string LunaId { get; private set; } = "";

    protected ICompanionChatGrain Luna => cluster.Grains.GetGrain<ICompanionChatGrain>(LunaId);

    public async Task InitializeAsync()
    {
        await cluster.OpenAccountAsync(Owner);
        LunaId = await cluster.CreateLunaAsync(Owner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected static string NewId() => Guid.CreateVersion7().ToString();
}
