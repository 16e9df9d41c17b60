using System.Net;
using System.Text.Json.Nodes;
using Platform.Drawing.Tests.Mascots;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class MascotTests(PlatformServer server)
{
    [Fact]
    public async Task A_mascot_comes_with_its_pictures_in_the_answer_that_ordered_it()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var answer = await client.PostAsync("/mascots", Order("a cheerful blue cat with a red hat"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        if (answer.Text("status") != "completed") answer = await client.EndAsync($"/mascots/{answer.Text("id")}");
        Assert.Equal(answer.Text("id"), answer.Text("characterId"));
        await IsPictureAsync(1024, answer.Text("fullBodyImageUrl"));
        await IsPictureAsync(512, answer.Text("avatarImageUrl"));
        await IsPictureAsync(512, answer.Text("squareIconUrl"));
        Assert.Equal(29, (await client.GetAsync("/credits/balance")).Json!["available"]!.GetValue<int>());
    }

    [Fact]
    public async Task Who_would_rather_not_wait_is_answered_at_once_and_may_cancel()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var id = await client.MakeMascotAsync(isHeld: true);
        var pending = await client.GetAsync($"/mascots/{id}");
        Assert.Contains(pending.Text("status"), (string[])["pending", "generating"]);
        Assert.Null(pending.Json!["fullBodyImageUrl"]);
        Assert.Equal(1, (await client.GetAsync("/credits/balance")).Json!["held"]!.GetValue<int>());
        var cancelled = await client.PostAsync($"/mascots/{id}/cancel", body: null);
        Assert.Equal(("failed", "Cancelled"), (cancelled.Text("status"), cancelled.Text("errorMessage")));
        Assert.Equal(30, (await client.GetAsync("/credits/balance")).Json!["available"]!.GetValue<int>());
        MascotForgeClient.Refused(await client.PostAsync($"/mascots/{id}/animations", new JsonObject { ["action"] = "wave" }), 400);
    }

    [Theory]
    [InlineData("🐉🔥 🌈")]
    [InlineData("قط أزرق صغير")]
    [InlineData("<script>alert(1)</script> & \"quotes\" 'n' %00 \\")]
    [InlineData("a\u0001b\u0002\tcat\r\nwith\u200bhat")]
    [InlineData("x")]
    public async Task Any_prompt_gives_a_picture(string prompt)
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var mascot = await client.GetAsync($"/mascots/{await client.MakeMascotAsync(prompt: prompt)}");
        Assert.Equal("completed", mascot.Text("status"));
        await IsPictureAsync(1024, mascot.Text("fullBodyImageUrl"));
    }

    [Fact]
    public async Task A_prompt_that_is_none_is_a_clear_error_and_costs_nothing()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        foreach (var prompt in (string[])["", "   ", new string('x', 100_000)])
        {
            var refused = MascotForgeClient.Refused(await client.PostAsync("/mascots", Order(prompt)), 400);
            Assert.StartsWith("Prompt must", refused.Json!["message"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        }

        Assert.Equal(0, (await client.GetAsync("/mascots")).Json!["meta"]!["total"]!.GetValue<int>());
        Assert.Equal(30, (await client.GetAsync("/credits/balance")).Json!["available"]!.GetValue<int>());
    }

    [Fact]
    public async Task Two_wishes_for_the_price_of_one_get_one()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.PostAsync("/mascots", Order("a fox"), key: "one fox")));
        Assert.Equal(answers[0].Text("id"), answers[1].Text("id"));
        Assert.Equal(1, (await client.GetAsync("/mascots")).Json!["meta"]!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task They_are_listed_by_page_and_by_the_file_that_they_were_made_for()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        foreach (var file in (string[])["a", "a", "b"]) await client.PostAsync("/mascots", Order("a frog", file));
        var page = await client.GetAsync("/mascots?limit=2");
        Assert.Equal((2, 3, 2), (page.Json!["data"]!.AsArray().Count, page.Json!["meta"]!["total"]!.GetValue<int>(), page.Json!["meta"]!["totalPages"]!.GetValue<int>()));
        Assert.Equal(2, (await client.GetAsync("/mascots?figmaFileId=a")).Json!["meta"]!["total"]!.GetValue<int>());
        Assert.Single((await client.GetAsync("/mascots?page=2&limit=2")).Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_price_can_be_asked_without_beginning_anything()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var dry = await client.PostAsync("/mascots?dry_run=true", Order("a cat"));
        Assert.Equal((HttpStatusCode.OK, 1, true), (dry.Status, dry.Json!["credits"]!.GetValue<int>(), dry.Json!["isAffordable"]!.GetValue<bool>()));
        var mascot = await client.MakeMascotAsync();
        dry = await client.PostAsync($"/mascots/{mascot}/animations/generate-default?dry_run=true", new JsonObject());
        Assert.Equal((250, false), (dry.Json!["credits"]!.GetValue<int>(), dry.Json!["isAffordable"]!.GetValue<bool>()));
        Assert.Empty((await client.GetAsync($"/mascots/{mascot}/animations")).Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_can_do_anything_with_it()
    {
        var (owner, stranger) = (await MascotForgeClient.SignUpAsync(server), await MascotForgeClient.SignUpAsync(server));
        var mascot = await owner.MakeMascotAsync();
        var wave = new JsonObject { ["action"] = "wave" };
        MascotForgeClient.Refused(await stranger.GetAsync($"/mascots/{mascot}"), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.PostAsync($"/mascots/{mascot}/cancel", null), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.PostAsync($"/mascots/{mascot}/animations", wave), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.PostAsync($"/mascots/{mascot}/animations/generate-default", new JsonObject()), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.GetAsync($"/mascots/{mascot}/animations"), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.PostAsync($"/mascots/{mascot}/logo-packs", new JsonObject()), 404, "Mascot not found");
        MascotForgeClient.Refused(await stranger.DeleteAsync($"/mascots/{mascot}"), 404, "Mascot not found");
        Assert.Empty((await stranger.GetAsync("/mascots")).Json!["data"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/mascots/{mascot}")).Status);
    }

    [Fact]
    public async Task In_a_workspace_it_is_everybodys_and_the_workspace_pays()
    {
        var (owner, member) = (await MascotForgeClient.SignUpAsync(server), await MascotForgeClient.SignUpAsync(server));
        var workspace = await owner.CreateWorkspaceAsync();
        await owner.BuyAsync("creator", workspace);
        await owner.AddAsync(workspace, member);
        var mascot = await owner.MakeMascotAsync(workspaceId: workspace);
        Assert.Equal("completed", (await member.GetAsync($"/mascots/{mascot}")).Text("status"));
        Assert.Single((await member.GetAsync($"/mascots?workspaceId={workspace}")).Json!["data"]!.AsArray());
        Assert.Empty((await owner.GetAsync("/mascots")).Json!["data"]!.AsArray());
        Assert.Equal(499, (await owner.GetAsync($"/credits/balance?workspaceId={workspace}")).Json!["available"]!.GetValue<int>());
        // A member may not remove what somebody else has made.
        MascotForgeClient.Refused(await member.DeleteAsync($"/mascots/{mascot}"), 403);
        Assert.Equal(HttpStatusCode.OK, (await owner.DeleteAsync($"/mascots/{mascot}")).Status);
    }

    [Fact]
    public async Task A_deleted_one_is_gone_with_its_files()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var mascot = await client.GetAsync($"/mascots/{await client.MakeMascotAsync()}");
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync($"/mascots/{mascot.Text("id")}")).Status);
        MascotForgeClient.Refused(await client.GetAsync($"/mascots/{mascot.Text("id")}"), 404);
        Assert.Equal(0, (await client.GetAsync("/mascots")).Json!["meta"]!["total"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.NotFound, (await server.CreateClient().GetAsync(mascot.Text("fullBodyImageUrl"))).StatusCode);
        Assert.Equal(1, (await client.GetAsync("/credits/transactions?type=usage")).Json!["meta"]!["total"]!.GetValue<int>());
    }

    private static JsonObject Order(string prompt, string? file = null) =>
        new() { ["name"] = "Luna", ["prompt"] = prompt, ["style"] = "flat", ["figmaFileId"] = file };

    /// <summary>What a browser gets, that sends no header.</summary>
    private async Task IsPictureAsync(int side, string address)
    {
        var picture = PngFile.Read(await server.CreateClient().GetByteArrayAsync(address));
        Assert.Equal((side, side), (picture.Width, picture.Height));
    }
}
