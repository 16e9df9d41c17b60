using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class SearchTests(PlatformServer server)
{
    [Fact]
    public async Task What_was_said_is_found_in_any_case_and_with_all_words()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await user.SayAsync(luna, "L'ÉTÉ à la mer, quelle joie");
        await user.SayAsync(luna, "Такова ЖИЗНЬ зимой");

        Assert.Equal(["L'ÉTÉ à la mer, quelle joie"], await FoundAsync(user, $"/chat/{luna}/search?q=été%20mer"));
        Assert.Equal(["Такова ЖИЗНЬ зимой"], await FoundAsync(user, $"/chat/{luna}/search?q={Uri.EscapeDataString("жизн")}"));
        Assert.Equal(["L'ÉTÉ à la mer, quelle joie"], await FoundAsync(user, $"/chat/{luna}/search?q={Uri.EscapeDataString("\"À LA MER\"")}"));
        Assert.Empty(await FoundAsync(user, $"/chat/{luna}/search?q={Uri.EscapeDataString("\"mer la\"")}"));
        Assert.Empty(await FoundAsync(user, $"/chat/{luna}/search?q=..."));
        var message = (await user.GetAsync($"/chat/{luna}/history")).Json!["items"]![0];
        Assert.True(JsonNode.DeepEquals(message, (await user.GetAsync($"/chat/{luna}/search?q=joie")).Json!["items"]![0]!["message"]));
    }

    [Fact]
    public async Task All_characters_are_searched_as_one_history_page_by_page_while_more_is_said()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync();
        string[] characters = [await user.CreateCharacterAsync(), await user.CreateCharacterAsync("Sol"), await user.CreateCharacterAsync("Mira")];
        for (var i = 0; i < 9; i++) await user.SayAsync(characters[i % 3], $"Zanzibar {i}");

        var found = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await user.GetAsync($"/chat/search?q=zanzibar&limit=4{(cursor is null ? "" : $"&cursor={cursor}")}")).Json!;
            found.AddRange(Contents(page).Where(content => content.StartsWith("Zanzibar", StringComparison.Ordinal)));
            cursor = page["next_cursor"]?.GetValue<string>();
            await user.SayAsync(characters[0], "Zanzibar again");
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 9).Reverse().Select(i => $"Zanzibar {i}"), found);
    }

    [Fact]
    public async Task A_long_message_is_shown_by_the_part_that_was_found()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await user.SayAsync(luna, $"{string.Concat(Enumerable.Repeat("blah 🌊 ", 100))}needle{string.Concat(Enumerable.Repeat(" blah", 100))}");
        var excerpt = (await user.GetAsync($"/chat/{luna}/search?q=needle")).Json!["items"]![0]!["excerpt"]!.GetValue<string>();
        Assert.Contains("needle", excerpt);
        Assert.StartsWith("…", excerpt);
        Assert.EndsWith("…", excerpt);
        Assert.InRange(excerpt.Length, 100, 162);
    }

    [Fact]
    public async Task Nobody_finds_what_others_said_or_what_was_taken_back()
    {
        var owner = await server.SignUpAsync();
        var luna = await owner.CreateCharacterAsync();
        for (var i = 0; i < 10; i++) await owner.SayAsync(luna, $"Xylophone {i}");
        Assert.NotEmpty(await FoundAsync(owner, "/chat/search?q=xylophone"));
        var stranger = await server.SignUpAsync();
        (await stranger.GetAsync($"/chat/{luna}/search?q=xylophone")).IsError(404, "NOT_FOUND");
        (await stranger.GetAsync($"/chat/{luna}/export")).IsError(404, "NOT_FOUND");
        Assert.Empty(await FoundAsync(stranger, "/chat/search?q=xylophone"));

        await owner.DeleteAsync($"/chat/{luna}/history");
        Assert.Empty(await FoundAsync(owner, $"/chat/{luna}/search?q=xylophone"));
        await owner.SayAsync(luna, "Xylophone once more");
        Assert.Contains("Xylophone once more", await FoundAsync(owner, "/chat/search?q=xylophone"));
    }

    [Theory]
    [InlineData("limit=5")]
    [InlineData("q=")]
    [InlineData("q=x&limit=0")]
    [InlineData("q=x&limit=101")]
    [InlineData("q=x&cursor=!")]
    [InlineData("q=x&cursor=YWJj")]
    [InlineData("q=x&cursor=OTk5OTk5OTk5OTk5OTk5OTk5OS4xLmE")]
    public async Task What_is_out_of_range_is_refused(string query) =>
        (await (await server.SignUpAsync()).GetAsync($"/chat/search?{query}")).IsError(422, "VALIDATION_ERROR");

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_strange_ones_find_nothing()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await user.SayAsync(luna, "Hello");
        (await user.GetAsync($"/chat/search?q={new string('x', 201)}")).IsError(422, "VALIDATION_ERROR");
        foreach (var strange in (string[])["%00", "%ff%fe", "%25", "'%20OR%201=1--", "%22%22%22", "*", new string('é', 200)])
            Assert.Equal(HttpStatusCode.OK, (await user.GetAsync($"/chat/{luna}/search?q={strange}")).Status);
    }

    [Fact]
    public async Task A_conversation_is_exported_whole_as_a_file_and_the_account_with_all_of_them()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync();
        var (luna, sol) = (await user.CreateCharacterAsync(), await user.CreateCharacterAsync("Sol"));
        for (var i = 0; i < 3; i++) await user.SayAsync(luna, $"Message {i}");
        await user.SendAsync(HttpMethod.Post, "/missions/feed/start");

        var history = (await user.GetAsync($"/chat/{luna}/history?page_size=100")).Json!["items"];
        var export = (await user.GetAsync($"/chat/{luna}/export")).Json!;
        Assert.True(JsonNode.DeepEquals(history, export["messages"]));
        Assert.Equal(luna, export["character"]!["id"]!.GetValue<string>());

        var all = await user.GetAsync("/auth/me/export");
        Assert.Equal([sol, luna], all.Json!["characters"]!.AsArray().Select(one => one!["character"]!["id"]!.GetValue<string>()));
        Assert.True(JsonNode.DeepEquals(history, all.Json["characters"]![1]!["messages"]));
        Assert.True(JsonNode.DeepEquals((await user.GetAsync("/auth/me")).Json, all.Json["user"]));
        Assert.Single(all.Json["missions"]!.AsArray());
        Assert.True(all.Json["sessions"]![0]!["is_current"]!.GetValue<bool>());
    }

    private static async Task<List<string>> FoundAsync(NeuroTamagotchiClient user, string path) =>
        [.. Contents((await user.GetAsync(path)).Json!)];

    /// <summary>The user's own words: what a character says back is her affair.</summary>
    private static IEnumerable<string> Contents(JsonNode page) => page["items"]!.AsArray()
        .Where(item => item!["message"]!["role"]!.GetValue<string>() == "user")
        .Select(item => item!["message"]!["content"]!.GetValue<string>());
}
