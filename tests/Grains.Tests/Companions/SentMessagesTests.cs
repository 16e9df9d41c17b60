using Platform.Companions;

namespace Platform.Tests.Companions;

/// <summary>What is left of a day's messages when whoever kept count has forgotten.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class SentMessagesTests(PlatformCluster cluster) : LunaTests(cluster)
{
    [Fact]
    public async Task The_users_messages_of_today_count_and_no_others()
    {
        for (var i = 0; i < 3; i++) await Luna.Say(Owner, $"Message {i}");
        var messages = new SentMessages(Cluster.Database, new CompanionIndex(Cluster.Database));
        var now = Cluster.Clock.GetUtcNow();

        var today = await messages.CountAsync(Owner, now, most: 100);
        Assert.False(today.TrySpend(3, now));
        Assert.True(today.TrySpend(4, now));
        Assert.True((await messages.CountAsync(Owner, now.AddDays(1), most: 100)).TrySpend(1, now.AddDays(1)));
        Assert.True((await messages.CountAsync("somebody else", now, most: 100)).TrySpend(1, now));
    }
}
