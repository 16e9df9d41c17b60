using System.Text.Json;

namespace Platform.Chaos;

internal static class Histories
{
    /// <summary>
    /// Reads every conversation to its end and checks it: each acknowledged message is there once with the acknowledged reply behind it,
    /// nothing is there twice, each message is followed by its reply, and time does not run backwards.
    /// </summary>
    public static async Task CheckAsync(Client door, IEnumerable<Conversation> conversations, IEnumerable<Acknowledged> acknowledged)
    {
        var byConversation = acknowledged.ToLookup(message => message.Conversation);
        foreach (var conversation in conversations) Check(await door.HistoryAsync(conversation), [.. byConversation[conversation]]);
    }

    private static void Check(IReadOnlyList<JsonElement> history, Acknowledged[] acknowledged)
    {
        Assert.Equal(history.Count, history.Select(Id).Distinct().Count());
        Assert.All(history, (item, i) => Assert.Equal(i % 2 == 0 ? "user" : "assistant", Role(item)));
        Assert.True(history.Count % 2 == 0, "The last message has no reply.");
        Assert.All(history.Skip(1), (item, i) => Assert.True(CreatedAt(item) >= CreatedAt(history[i]), $"{item} is older than the one before."));

        var replies = new Dictionary<string, string>();
        for (var i = 0; i < history.Count; i += 2)
            Assert.True(replies.TryAdd(Content(history[i]), Id(history[i + 1])), $"{Content(history[i])} is there twice.");
        Assert.All(acknowledged, message =>
        {
            Assert.True(replies.TryGetValue(message.Content, out var reply), $"{message.Content} was acknowledged and is lost.");
            Assert.Equal(message.ReplyId, reply);
        });
    }

    private static string Id(JsonElement message) => message.GetProperty("id").GetString()!;

    private static string Role(JsonElement message) => message.GetProperty("role").GetString()!;

    private static string Content(JsonElement message) => message.GetProperty("content").GetString()!;

    private static DateTime CreatedAt(JsonElement message) => message.GetProperty("created_at").GetDateTime();
}
