using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class WorkspaceTests(PlatformServer server)
{
    [Fact]
    public async Task A_new_workspace_is_its_creators()
    {
        var user = await SignUpAsync();
        var name = $"Acme  Design {Guid.NewGuid():N}";
        var created = await user.PostAsync("/workspaces", new JsonObject { ["name"] = $" {name} " });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(["id", "name", "slug", "role", "creditBalance", "createdAt"], created.Json!.AsObject().Select(field => field.Key));
        Assert.Equal((name, "owner", 0), (created.Text("name"), created.Text("role"), created.Json!["creditBalance"]!.GetValue<long>()));
        Assert.Equal(name.ToLowerInvariant().Replace("  ", "-", StringComparison.Ordinal).Replace(' ', '-'), created.Text("slug"));
        Assert.True(JsonNode.DeepEquals(created.Json, Assert.Single((await user.GetAsync("/workspaces")).Json!["data"]!.AsArray())));
        Assert.True(JsonNode.DeepEquals(created.Json, (await user.GetAsync($"/workspaces/{created.Text("id")}")).Json));
    }

    [Theory]
    [InlineData("💥🦊", "workspace")]
    [InlineData("  Ünïcode Ñame! (日本)", "ünïcode-ñame-日本")]
    [InlineData("--a -- b--", "a-b")]
    public async Task A_slug_is_made_of_what_the_name_has(string name, string slug)
    {
        var created = await (await SignUpAsync()).PostAsync("/workspaces", new JsonObject { ["name"] = name });
        Assert.Equal(name.Trim(), created.Text("name"));
        Assert.Matches($"^{slug}(-\\d+)?$", created.Text("slug"));
    }

    [Fact]
    public async Task Of_many_who_want_one_slug_at_once_each_gets_their_own()
    {
        var name = $"Race {Guid.NewGuid():N}";
        var users = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignUpAsync()));
        var created = await Task.WhenAll(users.Select(user => user.PostAsync("/workspaces", new JsonObject { ["name"] = name })));

        Assert.All(created, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(12, created.Select(answer => answer.Text("slug")).Distinct().Count());
        var slug = name.ToLowerInvariant().Replace(' ', '-');
        Assert.Single(created, answer => answer.Text("slug") == slug);
        Assert.Single(created, answer => answer.Text("slug") == $"{slug}-2");
    }

    [Fact]
    public async Task A_repeat_under_a_key_makes_no_second_one()
    {
        var user = await SignUpAsync();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.PostAsync("/workspaces", new JsonObject { ["name"] = "Once" }, key)));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Single((await user.GetAsync("/workspaces")).Json!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"   "}""")]
    [InlineData("""{"name":7}""")]
    public async Task A_workspace_has_a_name(string body) =>
        MascotForgeClient.Refused(await (await SignUpAsync()).SendAsync(HttpMethod.Post, "/workspaces", body), 400);

    [Fact]
    public async Task A_name_has_an_end()
    {
        var user = await SignUpAsync();
        Assert.Equal(201, (int)(await user.PostAsync("/workspaces", new JsonObject { ["name"] = new string('x', 100) })).Status);
        MascotForgeClient.Refused(await user.PostAsync("/workspaces", new JsonObject { ["name"] = new string('x', 101) }), 400);
    }

    [Fact]
    public async Task Renaming_keeps_the_slug()
    {
        var user = await SignUpAsync();
        var before = (await user.GetAsync($"/workspaces/{await user.CreateWorkspaceAsync($"Old {Guid.NewGuid():N}")}")).Json!;
        var renamed = await user.PatchAsync($"/workspaces/{before["id"]}", new JsonObject { ["name"] = "New" });
        Assert.Equal(("New", before["slug"]!.GetValue<string>()), (renamed.Text("name"), renamed.Text("slug")));
        Assert.Equal("New", (await user.GetAsync($"/workspaces/{before["id"]}")).Text("name"));
    }

    [Fact]
    public async Task A_strangers_workspace_is_not_there()
    {
        var (owner, eve) = (await SignUpAsync(), await SignUpAsync());
        var id = await owner.CreateWorkspaceAsync();
        (HttpMethod Method, string Path, JsonObject? Body)[] asked =
        [
            (HttpMethod.Get, "", null),
            (HttpMethod.Patch, "", new() { ["name"] = "Mine" }),
            (HttpMethod.Delete, "", null),
            (HttpMethod.Get, "/members", null),
            (HttpMethod.Patch, $"/members/{owner.UserId}", new() { ["role"] = "member" }),
            (HttpMethod.Delete, $"/members/{owner.UserId}", null),
            (HttpMethod.Post, "/leave", null),
            (HttpMethod.Get, "/invitations", null),
            (HttpMethod.Post, "/invitations", new() { ["email"] = eve.Email, ["role"] = "admin" }),
            (HttpMethod.Delete, $"/invitations/{Guid.NewGuid()}", null),
        ];
        foreach (var (method, path, body) in asked)
            MascotForgeClient.Refused(await eve.SendAsync(method, $"/workspaces/{id}{path}", body?.ToJsonString()), 404, "Workspace not found");
        foreach (var path in (string[])["checkout", "portal", "cancel", "reactivate"])
        {
            MascotForgeClient.Refused(
                await eve.PostAsync($"/billing/{path}", new JsonObject { ["plan"] = "creator", ["workspaceId"] = id }), 404, "Workspace not found");
        }

        MascotForgeClient.Refused(await eve.GetAsync($"/billing/subscription?workspaceId={id}"), 404, "Workspace not found");
        MascotForgeClient.Refused(await eve.GetAsync($"/billing/invoices?workspaceId={id}"), 404, "Workspace not found");
        Assert.Empty((await eve.GetAsync("/workspaces")).Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_deleted_workspace_is_gone_for_everybody_with_what_was_bought()
    {
        var (owner, member) = (await SignUpAsync(), await SignUpAsync());
        var id = await owner.CreateWorkspaceAsync();
        await owner.AddAsync(id, member);
        await owner.BuyAsync("creator", id);
        var portal = (await owner.PostAsync("/billing/portal", new JsonObject { ["workspaceId"] = id })).Text("url");
        MascotForgeClient.Refused(await member.DeleteAsync($"/workspaces/{id}"), 403);

        Assert.Equal(HttpStatusCode.OK, (await owner.DeleteAsync($"/workspaces/{id}")).Status);

        foreach (var user in (MascotForgeClient[])[owner, member])
        {
            MascotForgeClient.Refused(await user.GetAsync($"/workspaces/{id}"), 404);
            MascotForgeClient.Refused(await user.GetAsync($"/credits/balance?workspaceId={id}"), 404);
            Assert.Empty((await user.GetAsync("/workspaces")).Json!["data"]!.AsArray());
        }

        MascotForgeClient.Refused(await owner.PostAsync("/billing/checkout", new JsonObject { ["plan"] = "creator", ["workspaceId"] = id }), 404);
        Assert.Equal(HttpStatusCode.NotFound, (await server.CreateClient().GetAsync(portal)).StatusCode);
    }

    private Task<MascotForgeClient> SignUpAsync() => MascotForgeClient.SignUpAsync(server);
}
