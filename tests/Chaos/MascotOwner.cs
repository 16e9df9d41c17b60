using System.Text.Json;

namespace Platform.Chaos;

/// <summary>Somebody who has mascots drawn with MascotForge, each for one credit.</summary>
internal sealed class MascotOwner(Door door, string token) : JobOwner(door, token)
{
    private const string Base = "/mascotforge/api/v1";

    private static readonly string[] Prompts = ["a blue cat", "a fox with a red scarf", "a sleepy panda", "a robot with a hat", "a brave owl"];

    private static readonly string[] Files = ["fullBodyImageUrl", "avatarImageUrl", "squareIconUrl"];

    public override string Product => "mascotforge";

    public static async Task<MascotOwner> SignUpAsync(Door door)
    {
        var answer = await door.PostAsync(
            $"{Base}/auth/register", "", new { email = $"{Guid.NewGuid():N}@example.org", password = "a long password", name = "Ada" });
        Assert.True(answer.Ok, $"{answer}");
        return new(door, answer.Text("accessToken"));
    }

    public override async Task<JobAccount> AccountAsync()
    {
        var held = (await ReadAsync($"{Base}/credits/balance")).GetProperty("held").GetInt64();
        var usage = (await ReadAsync($"{Base}/credits/transactions?type=usage&limit=100")).GetProperty("data");
        var mascots = (await ReadAsync($"{Base}/mascots?limit=100")).GetProperty("data");
        return new(
            [.. mascots.EnumerateArray().Select(mascot => mascot.GetProperty("id").GetString()!)],
            -usage.EnumerateArray().Sum(entry => entry.GetProperty("amount").GetInt64()),
            held == 0);
    }

    public override (string Path, object Body) Order(int i) =>
        ($"{Base}/mascots", new { name = $"Mascot {i}", prompt = Prompts[i % Prompts.Length], style = "flat" });

    public override string IdIn(Answer accepted) => accepted.Text("id");

    protected override string PathOf(string jobId) => $"{Base}/mascots/{jobId}";

    protected override IReadOnlyList<Uri> FilesIn(JsonElement job) =>
        [.. Files.Select(name => job.GetProperty(name).GetString()).OfType<string>().Select(link => new Uri(link))];

    protected override int PiecesIn(JsonElement job) => job.GetProperty("characterId").ValueKind == JsonValueKind.Null ? 0 : 1;
}
