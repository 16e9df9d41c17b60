using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.FigureForge;

[Collection(nameof(PlatformServer))]
public sealed class ImageTests(PlatformServer server)
{
    [Fact]
    public async Task A_batch_is_drawn_listed_and_counted_and_its_files_open()
    {
        var client = await FiguresClient.SignUpAsync(server);
        var job = await client.EndAsync(await client.OrderAsync("two dancers", count: 2));
        Assert.Equal(2, job.Json!["images"]!.AsArray().Select(image => (string)image!["id"]!).Distinct().Count());
        foreach (var image in job.Json!["images"]!.AsArray())
        {
            await IsJpegAsync((string)image!["url"]!);
            await IsJpegAsync((string)image["thumbnail_url"]!);
        }

        var own = await client.GetAsync("/images/user");
        Assert.Equal((2, null), (own.Json!["count"]!.GetValue<int>(), (string?)own.Json!["next"]));
        Assert.Equal(job.Json!["images"]!.AsArray().Select(image => (string)image!["id"]!).Order(), own.Json!["results"]!.AsArray().Select(image => (string)image!["id"]!).Order());
        Assert.Equal(2, (await client.GetAsync("/auth/user")).Json!["quota_used"]!.GetValue<int>());
    }

    [Fact]
    public async Task Tags_come_from_the_filters_and_all_that_are_asked_for_must_match()
    {
        var client = await FiguresClient.SignUpAsync(server);
        var (pose, light) = (await client.DrawAsync(Filters("sitting", "rim")), await client.DrawAsync(Filters("sitting", "soft")));
        Assert.Equal(2, await CountAsync(client, "/images/user?tag=pose:sitting"));
        Assert.Equal(1, await CountAsync(client, "/images/user?tags=pose:sitting,lighting:rim"));
        Assert.Equal(1, await CountAsync(client, "/images/user?tag=pose_type:Sitting&tag=lighting:soft"));
        Assert.Equal(0, await CountAsync(client, "/images/user?tags=pose:sitting,lighting:flat"));
        await client.PatchAsync($"/images/{pose}/update", new JsonObject { ["tags"] = new JsonArray("mine", "Pose:Sitting ") });
        Assert.Equal(1, await CountAsync(client, "/images/user?tag=mine"));
        Assert.Equal(0, await CountAsync(client, "/images/user?tag=lighting:rim"));
        Assert.NotEqual(pose, light);
    }

    [Fact]
    public async Task A_private_picture_is_there_for_its_owner_alone()
    {
        var (owner, stranger) = (await FiguresClient.SignUpAsync(server), await FiguresClient.SignUpAsync(server));
        var image = await owner.DrawAsync(isPublic: false);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/images/{image}")).Status);
        foreach (var other in new[] { stranger, new FiguresClient(server) })
            FigureForgeClient.Refused(await other.GetAsync($"/images/{image}"), 404, "NOT_FOUND");
        FigureForgeClient.Refused(await stranger.PostAsync($"/images/{image}/favorite", null), 404, "NOT_FOUND");
        FigureForgeClient.Refused(await stranger.PatchAsync($"/images/{image}/update", new JsonObject { ["is_public"] = true }), 404, "NOT_FOUND");
        FigureForgeClient.Refused(await stranger.DeleteAsync($"/images/{image}/delete"), 404, "NOT_FOUND");
        Assert.DoesNotContain(image, (await stranger.GetAsync("/images/gallery?limit=100")).Body, StringComparison.Ordinal);

        await owner.PatchAsync($"/images/{image}/update", new JsonObject { ["is_public"] = true });
        var seen = await stranger.GetAsync($"/images/{image}");
        Assert.Null(seen.Json!["user_id"]);
        Assert.Contains(image, (await new FiguresClient(server).GetAsync("/images/gallery?limit=100")).Body, StringComparison.Ordinal);
        FigureForgeClient.Refused(await stranger.DeleteAsync($"/images/{image}/delete"), 403, "PERMISSION_DENIED");
        await owner.PatchAsync($"/images/{image}/update", new JsonObject { ["is_public"] = false });
        FigureForgeClient.Refused(await stranger.GetAsync($"/images/{image}"), 404, "NOT_FOUND");
    }

    [Fact]
    public async Task A_favourite_is_marked_listed_and_unmarked()
    {
        var (owner, fan) = (await FiguresClient.SignUpAsync(server), await FiguresClient.SignUpAsync(server));
        var image = await owner.DrawAsync();
        Assert.True((await fan.PostAsync($"/images/{image}/favorite", null)).Json!["is_favorite"]!.GetValue<bool>());
        Assert.True((await fan.GetAsync($"/images/{image}")).Json!["is_favorite"]!.GetValue<bool>());
        Assert.False((await owner.GetAsync($"/images/{image}")).Json!["is_favorite"]!.GetValue<bool>());
        Assert.Equal(image, (string?)Assert.Single((await fan.GetAsync("/images/favorites")).Json!["images"]!.AsArray())!["id"]);
        Assert.False((await fan.PostAsync($"/images/{image}/favorite", null)).Json!["is_favorite"]!.GetValue<bool>());
        Assert.Empty((await fan.GetAsync("/images/favorites")).Json!["images"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_picture_is_gone_with_its_files_and_others_of_its_job_stay()
    {
        var client = await FiguresClient.SignUpAsync(server);
        var id = await client.OrderAsync(count: 2);
        var job = await client.EndAsync(id);
        var (gone, kept) = (job.Json!["images"]![0]!, job.Json!["images"]![1]!);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync($"/images/{gone["id"]}/delete")).Status);
        FigureForgeClient.Refused(await client.GetAsync($"/images/{gone["id"]}"), 404, "NOT_FOUND");
        Assert.Equal(HttpStatusCode.NotFound, (await server.CreateClient().GetAsync((string)gone["url"]!)).StatusCode);
        await IsJpegAsync((string)kept["url"]!);
        Assert.Equal(1, await CountAsync(client, "/images/user"));
        var left = (await client.EndAsync(id)).Json!["images"]!.AsArray();
        Assert.Equal((string?)kept["id"], (string?)Assert.Single(left)!["id"]);
    }

    [Fact]
    public async Task More_than_the_quota_is_refused_and_what_models_cost_counts()
    {
        var client = await FiguresClient.SignUpAsync(server);
        var dry = await client.PostAsync("/images/generate?dry_run=true", new JsonObject { ["prompt"] = "x", ["batch_size"] = 4, ["model"] = "flux-pro" });
        Assert.Equal((8, 20, true), (dry.Json!["credits"]!.GetValue<int>(), dry.Json!["available"]!.GetValue<int>(), dry.Json!["is_affordable"]!.GetValue<bool>()));
        var held = new List<string>();
        for (var i = 0; i < 2; i++) held.Add(await client.OrderAsync(Platform.Testing.HeldRenderer.Word, count: 4));
        for (var i = 0; i < 3; i++) held.Add(await client.OrderAsync(Platform.Testing.HeldRenderer.Word, count: 4));
        FigureForgeClient.Refused(await client.PostAsync("/images/generate", new JsonObject { ["prompt"] = "one more" }), 403, "INSUFFICIENT_QUOTA");
        foreach (var job in held) Assert.Equal("cancelled", (await client.PostAsync($"/images/job/{job}/cancel", null)).Text("status"));
        Assert.Equal(0, (await client.GetAsync("/auth/user")).Json!["quota_used"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("""{"prompt":"x","batch_size":5}""")]
    [InlineData("""{"prompt":"x","batch_size":0}""")]
    [InlineData("""{"prompt":"x","model":"dall-e"}""")]
    [InlineData("""{"prompt":""}""")]
    [InlineData("""{"prompt":"x","filters":{"pose":["standing"]}}""")]
    [InlineData("""{"prompt":"x","format":"bmp"}""")]
    public async Task What_can_not_be_drawn_is_a_clear_error(string body)
    {
        var client = await FiguresClient.SignUpAsync(server);
        FigureForgeClient.Refused(await client.PostAsync("/images/generate", JsonNode.Parse(body)), 400, "INVALID_REQUEST");
    }

    [Fact]
    public async Task What_was_reported_is_hidden_until_an_admin_has_looked()
    {
        var (owner, other) = (await FiguresClient.SignUpAsync(server), await FiguresClient.SignUpAsync(server));
        var image = await owner.DrawAsync();
        FigureForgeClient.Refused(await owner.ReportAsync(image), 403, "PERMISSION_DENIED");
        Assert.Equal(HttpStatusCode.OK, (await other.ReportAsync(image)).Status);
        FigureForgeClient.Refused(await other.GetAsync($"/images/{image}"), 404, "NOT_FOUND");
        // Its owner can't wash it clean by hiding and showing it.
        await owner.PatchAsync($"/images/{image}/update", new JsonObject { ["is_public"] = false });
        await owner.PatchAsync($"/images/{image}/update", new JsonObject { ["is_public"] = true });
        FigureForgeClient.Refused(await other.GetAsync($"/images/{image}"), 404, "NOT_FOUND");
        FigureForgeClient.Refused(await other.PostAsync($"/admin/reports/{image}", new JsonObject { ["action"] = "unflag" }), 403, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task The_web_app_generates_waits_shows_and_deletes()
    {
        var client = await FiguresClient.SignUpAsync(server);
        var accepted = await client.PostAsync("/generate", JsonNode.Parse("""
            {"batch_size":1,"body_type":"slim","pose_type":"action","camera_angle":"low_angle","lighting":"rim","clothing":"athletic","background":"outdoor",
             "ethnicity":"diverse","age_range":"young_adult","gender_presentation":"androgynous"}
            """));
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        await client.EndAsync(accepted.Text("job_id"));
        var job = await client.GetAsync($"/jobs/{accepted.Text("job_id")}");
        Assert.Equal("completed", job.Text("status"));
        await IsJpegAsync((string)job.Json!["images"]![0]!["url"]!);

        var image = Assert.Single((await client.GetAsync("/images")).Json!["images"]!.AsArray())!;
        Assert.Equal("low_angle", (string?)image["parameters"]!["camera_angle"]);
        Assert.Contains("action", (string?)image["prompt"], StringComparison.Ordinal);
        Assert.Contains((string)image["id"]!, (await new FiguresClient(server).GetAsync("/images/public?tags=camera:low_angle")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync($"/images/{image["id"]}")).Status);
        Assert.Empty((await client.GetAsync("/images")).Json!["images"]!.AsArray());
    }

    private static JsonObject Filters(string pose, string lighting) => new() { ["pose"] = pose, ["lighting"] = lighting };

    private static async Task<int> CountAsync(FiguresClient client, string path) => (await client.GetAsync(path)).Json!["count"]!.GetValue<int>();

    /// <summary>ITU-T T.81: it begins with SOI and ends with EOI.</summary>
    private async Task IsJpegAsync(string address)
    {
        var file = await server.CreateClient().GetByteArrayAsync(address);
        Assert.Equal<byte>([0xFF, 0xD8, 0xFF], file[..3]);
        Assert.Equal<byte>([0xFF, 0xD9], file[^2..]);
    }
}
