using Platform.Companions;
using Platform.Conversations;
using Platform.Testing;

namespace Platform.Tests.Companions.Autonomy;

/// <summary>A cluster of its own, of which a silo dies.</summary>
public sealed class KilledSiloTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PlatformCluster _cluster = new();

    public Task InitializeAsync() => _cluster.InitializeAsync();

    public Task DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task A_check_in_that_is_due_while_its_silo_is_killed_is_sent_once_by_another()
    {
        var id = Guid.NewGuid().ToString();
        await _cluster.OpenAccountAsync(id, Products.Demi);
        var demi = _cluster.Grains.GetGrain<ICompanionAutonomyGrain>(id);
        var due = (await demi.Forecast(id)).Value!.At!.Value;
        Assert.True(_cluster.Cluster.TryGetGrainContext(demi.GetGrainId(), out var activation));
        var silo = _cluster.Cluster.GetSiloForAddress(activation.Address.SiloAddress!)!;

        await Task.WhenAll(
            Task.Run(() => _cluster.Clock.Advance(due - _cluster.Clock.GetUtcNow())), _cluster.Cluster.KillSiloAsync(silo));
        // Comes with the reminder's next ticks, once the other silo has taken it over.
        await Poll.UntilAsync(
            async () =>
            {
                _cluster.Clock.Advance(TimeSpan.FromMinutes(1));
                return await CountAsync(id) > 0;
            },
            Patience);
        // What the reminder has missed, and what it brings in the next hours.
        for (var quarter = 0; quarter < 8; quarter++)
        {
            _cluster.Clock.Advance(TimeSpan.FromMinutes(15));
            await WakeAsync(id);
        }

        Assert.Single(_cluster.Cluster.Silos);
        Assert.Equal(1, await CountAsync(id));
        var message = Assert.Single((await _cluster.Grains.GetGrain<ICompanionChatGrain>(id).History(id, 1, 10)).Value!.Items);
        Assert.Equal(MessageRole.Assistant, message.Role);
        Assert.True(message.CreatedAt >= due);
    }

    private async Task<int> CountAsync(string id)
    {
        try
        {
            return (await _cluster.Grains.GetGrain<ICompanionAutonomyGrain>(id).RecentCheckIns(id, 50)).Value!.Items.Count;
        }
        catch (Exception error) when (error is Orleans.Runtime.OrleansException or TimeoutException)
        {
            // The cluster doesn't know yet that the silo is dead.
            return 0;
        }
    }

    /// <summary>As the reminder would.</summary>
    private Task WakeAsync(string id) =>
        _cluster.Grains.GetGrain<IRemindable>(GrainId.Create("companion", id)).ReceiveReminder("check-in", new TickStatus());
}
