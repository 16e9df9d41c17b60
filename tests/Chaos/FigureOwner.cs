using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Chaos;

/// <summary>Somebody who has figures drawn with FigureForge: one or two in a job, each an image of the month's quota.</summary>
internal sealed partial class FigureOwner(Door door, string token) : JobOwner(door, token)
{
    private const string Base = "/figureforge/api";

    public override string Product => "figureforge";

    /// <param name="mail">Where the server's mails lie.</param>
    public static async Task<FigureOwner> SignUpAsync(Door door, string mail)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var asked = await door.PostAsync($"{Base}/auth/magic-link/request", "", new { email });
        Assert.True(asked.Ok, $"{asked}");
        var letter = Directory.GetFiles(mail, "*.eml").Select(File.ReadAllText).First(text => text.Contains($"To: {email}", StringComparison.Ordinal));
        var answer = await door.PostAsync($"{Base}/auth/magic-link/verify", "", new { email, code = Code().Match(letter).Groups[1].Value });
        Assert.True(answer.Ok, $"{answer}");
        return new(door, answer.Text("access"));
    }

    /// <summary>What is used of the quota counts what is held too: nothing is, when that is as much as there are images.</summary>
    public override async Task<JobAccount> AccountAsync()
    {
        var used = (await ReadAsync($"{Base}/auth/user")).GetProperty("quota").GetProperty("used").GetInt64();
        var images = (await ReadAsync($"{Base}/images/user?limit=100")).GetProperty("results").EnumerateArray().ToList();
        // The pictures of a job come together.
        return new([.. images.Select(image => image.GetProperty("job_id").GetString()!).Distinct()], used, used == images.Count);
    }

    public override (string Path, object Body) Order(int i) => (
        $"{Base}/images/generate",
        new { prompt = $"a dancer, study {i}", filters = new { pose = "standing" }, batch_size = 1 + (i % 2), model = "flux-schnell", format = "png" });

    public override string IdIn(Answer accepted) => accepted.Text("job_id");

    protected override string PathOf(string jobId) => $"{Base}/images/job/{jobId}";

    protected override IReadOnlyList<Uri> FilesIn(JsonElement job) =>
    [
        .. job.GetProperty("images").EnumerateArray()
            .SelectMany(image => new[] { image.GetProperty("url"), image.GetProperty("thumbnail_url") })
            .Select(link => new Uri(link.GetString()!)),
    ];

    protected override int PiecesIn(JsonElement job) => job.GetProperty("images").GetArrayLength();

    [GeneratedRegex("^Subject: ([0-9]{6})", RegexOptions.Multiline)]
    private static partial Regex Code();
}
