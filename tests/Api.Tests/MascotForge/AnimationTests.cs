using System.Net;
using System.Text.Json.Nodes;
using Platform.Drawing.Tests.Mascots;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class AnimationTests(PlatformServer server)
{
    [Fact]
    public async Task An_animation_has_a_sprite_sheet_and_a_lottie_file_of_the_same_frames()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var ordered = await client.PostAsync(
            $"/mascots/{await client.MakeMascotAsync()}/animations", new JsonObject { ["action"] = "backflip", ["resolution"] = 128 });
        Assert.Equal((HttpStatusCode.Created, "backflip"), (ordered.Status, ordered.Text("action")));
        var animation = await client.EndAsync($"/animations/{ordered.Text("id")}");

        var (frames, columns) = (animation.Json!["frameCount"]!.GetValue<int>(), animation.Json!["spriteColumns"]!.GetValue<int>());
        var sheet = PngFile.Read(await server.CreateClient().GetByteArrayAsync(animation.Text("spriteSheetUrl")));
        Assert.Equal((columns * 128, (frames + columns - 1) / columns * 128), (sheet.Width, sheet.Height));
        var lottie = JsonNode.Parse(await server.CreateClient().GetByteArrayAsync(animation.Text("lottieUrl")))!;
        Assert.Equal(frames, lottie["op"]!.GetValue<double>() - lottie["ip"]!.GetValue<double>());
        Assert.Equal(animation.Json!["durationMs"]!.GetValue<double>(), 1000 * frames / lottie["fr"]!.GetValue<double>(), 1.0);
        Assert.Equal(4, (await client.GetAsync("/credits/balance")).Json!["available"]!.GetValue<int>());
    }

    [Fact]
    public async Task It_can_be_followed_to_its_end()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var ordered = await client.PostAsync(
            $"/mascots/{await client.MakeMascotAsync()}/animations", new JsonObject { ["action"] = "idle", ["resolution"] = 128 });
        await using var stream = await client.StreamAsync(HttpMethod.Get, $"/animations/{ordered.Text("id")}/status");
        var events = await stream.ToListAsync();
        Assert.All(events, happened => Assert.Equal("job:status", happened.Name));
        Assert.Equal("completed", (string?)events[^1].Data["status"]);
        Assert.Equal(ordered.Text("id"), (string?)events[^1].Data["result"]!["id"]);
        Assert.Equal(events.Select(Sequence).Order(), events.Select(Sequence));
        Assert.Equal(events.Select(Progress).Order(), events.Select(Progress));
    }

    [Fact]
    public async Task The_default_pack_is_ten_or_nothing()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var mascot = await client.MakeMascotAsync();
        MascotForgeClient.Refused(await client.PostAsync($"/mascots/{mascot}/animations/generate-default", new JsonObject()), 403, "Insufficient credits");
        Assert.Empty((await client.GetAsync($"/mascots/{mascot}/animations")).Json!["data"]!.AsArray());

        await client.BuyAsync("creator");
        var pack = await client.PostAsync($"/mascots/{mascot}/animations/generate-default", new JsonObject { ["resolution"] = 128 });
        Assert.Equal((HttpStatusCode.Created, 250), (pack.Status, pack.Json!["totalCreditsUsed"]!.GetValue<int>()));
        Assert.Equal(10, pack.Json!["jobs"]!.AsArray().Select(job => (string?)job!["action"]).Distinct().Count());
        foreach (var job in pack.Json!["jobs"]!.AsArray()) await client.EndAsync($"/animations/{job!["id"]}");
        Assert.Equal(29 + 500 - 250, (await client.GetAsync("/credits/balance")).Json!["balance"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_is_no_action_or_no_resolution_is_a_clear_error()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var mascot = await client.MakeMascotAsync();
        var path = $"/mascots/{mascot}/animations";
        MascotForgeClient.Refused(await client.PostAsync(path, new JsonObject { ["action"] = "explode" }), 400);
        MascotForgeClient.Refused(await client.PostAsync(path, new JsonObject { ["action"] = "wave", ["resolution"] = 361 }), 400);
    }

    private static long Sequence((string Name, JsonNode Data) happened) => happened.Data["statusSequence"]!.GetValue<long>();

    private static int Progress((string Name, JsonNode Data) happened) => happened.Data["progress"]!.GetValue<int>();
}
