using System.Collections.Concurrent;
using System.Text.Json;

namespace Platform.Chaos.Fire;

/// <summary>Writes to a companion of NeuroTamagotchi, whom several may share. Each message is there once, with the reply that was shown.</summary>
internal sealed class Writer(Doors doors, string token, string characterId, string name) : Actor
{
    private const string Base = "/neurotamagotchi/api/v1";

    private readonly ConcurrentDictionary<string, string> _replies = [];
    private int _sent;

    public string Token => token;

    /// <summary>Somebody new with a companion, to whom so many write at once.</summary>
    public static async Task<IReadOnlyList<Writer>> CreateAsync(Doors doors, int writers)
    {
        var user = $"u{Guid.NewGuid():N}"[..20];
        var account = await doors.PostAsync($"{Base}/auth/register", "", new { email = $"{user}@example.org", username = user, password = "a long password" });
        var token = account.Text("access_token");
        var character = (await doors.PostAsync($"{Base}/characters", token, new { name = "Ana", style = "anime" })).Text("id");
        return [.. Enumerable.Range(0, writers).Select(number => new Writer(doors, token, character, $"{user}/{number}"))];
    }

    protected override async Task<bool> StepAsync(CancellationToken stopping)
    {
        var content = $"message {_sent++} of {name}";
        var answer = await doors.PostAsync($"{Base}/chat/{characterId}/send", token, new { content });
        Assert.True(_replies.TryAdd(content, answer.Body.GetProperty("message").GetProperty("id").GetString()!));
        return true;
    }

    public override async Task CheckAsync()
    {
        var history = await HistoryAsync();
        Assert.Equal(history.Count, history.Select(Id).Distinct().Count());
        Assert.All(history, (message, i) => Assert.Equal(i % 2 == 0 ? "user" : "assistant", message.GetProperty("role").GetString()));
        var mine = history.Index().Where(entry => Content(entry.Item).EndsWith($" of {name}", StringComparison.Ordinal)).ToList();
        // Every one was sent until it was acknowledged, so there is none beside those.
        Assert.Equal(_replies.Keys.Order(), mine.Select(entry => Content(entry.Item)).Order());
        Assert.All(mine, entry => Assert.Equal(_replies[Content(entry.Item)], Id(history[entry.Index + 1])));
    }

    private async Task<IReadOnlyList<JsonElement>> HistoryAsync()
    {
        var items = new List<JsonElement>();
        for (long page = 1, pages = 1; page <= pages; page++)
        {
            var answer = await doors.GetAsync($"{Base}/chat/{characterId}/history?page={page}&page_size=100", token);
            pages = answer.Body.GetProperty("total_pages").GetInt64();
            items.AddRange(answer.Body.GetProperty("items").EnumerateArray());
        }

        return items;
    }

    private static string Id(JsonElement message) => message.GetProperty("id").GetString()!;

    private static string Content(JsonElement message) => message.GetProperty("content").GetString()!;
}
