using Platform.Companions;
using Platform.Companions.Replies;

namespace Platform.Tests.Companions;

public sealed class KnownTests
{
    [Fact]
    public void What_is_told_stays_and_the_name_told_last_counts()
    {
        var known = Tell(null, "My name is Ana", "I love old trains", "Nice weather today", "Call me Annie", "I like jazz");
        Assert.Equal("Annie", known!.Name);
        Assert.Equal(["old trains", "jazz"], known.Likes);
    }

    [Fact]
    public void A_message_that_tells_nothing_new_changes_nothing()
    {
        var known = Tell(null, "My name is Ana", "I love old trains");
        Assert.Same(known, Tell(known, "Hello", "My name is Ana", "I love OLD trains"));
        Assert.Null(Tell(null, "Hello"));
    }

    [Fact]
    public void Of_many_likes_the_last_five_are_kept()
    {
        var known = Tell(null, [.. new[] { "tea", "jazz", "rain", "cats", "books", "trains" }.Select(like => $"I love {like}")]);
        Assert.Equal(["jazz", "rain", "cats", "books", "trains"], known!.Likes);
    }

    private static Known? Tell(Known? known, params string[] texts) =>
        texts.Aggregate(known, (before, text) => Known.After(before, Memory.In(text)));
}

[Collection(nameof(PlatformCluster))]
public sealed class LongAgoTests(PlatformCluster cluster)
{
    [Fact]
    public async Task What_was_told_long_ago_reaches_the_engine_until_the_conversation_is_emptied()
    {
        var owner = Guid.NewGuid().ToString();
        await cluster.OpenAccountAsync(owner);
        var luna = cluster.Grains.GetGrain<ICompanionChatGrain>(await cluster.CreateLunaAsync(owner));
        await luna.Say(owner, "My name is Ana and I love old trains");
        for (var i = 0; i < 25; i++) await luna.Say(owner, $"Message {i}");
        await cluster.Cluster.DeactivateAsync(luna);

        await luna.Say(owner, "Do you remember me?");
        Assert.Equal(("Ana", "old trains"), (cluster.Engine.Known?.Name, cluster.Engine.Known?.Likes.Single()));
        Assert.DoesNotContain(cluster.Engine.Recent!, message => message.Content.Contains("Ana", StringComparison.Ordinal));

        await luna.Clear(owner);
        await luna.Say(owner, "Do you remember me?");
        Assert.Null(cluster.Engine.Known);
    }
}
