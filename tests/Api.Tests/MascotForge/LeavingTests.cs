using System.Net;

namespace Platform.Api.Tests.MascotForge;

/// <summary>What becomes of workspaces when accounts go, and what is taken away before.</summary>
[Collection(nameof(PlatformServer))]
public sealed class LeavingTests(PlatformServer server)
{
    [Fact]
    public async Task A_workspace_passes_to_an_heir_or_goes_with_its_last_member()
    {
        var (owner, member, admin) = (await SignUpAsync(), await SignUpAsync(), await SignUpAsync());
        var shared = await owner.CreateWorkspaceAsync();
        var alone = await owner.CreateWorkspaceAsync();
        await owner.AddAsync(shared, member);
        await owner.AddAsync(shared, admin, "admin");
        await owner.BuyAsync("creator", shared);
        await owner.BuyAsync("creator", alone);

        await LeaveAsync(owner);
        Assert.Equal("owner", (await admin.GetAsync($"/workspaces/{shared}")).Text("role"));
        Assert.Equal("member", (await member.GetAsync($"/workspaces/{shared}")).Text("role"));
        Assert.Equal("creator", (await admin.GetAsync($"/billing/subscription?workspaceId={shared}")).Text("plan"));
        await LeaveAsync(admin);
        Assert.Equal("owner", (await member.GetAsync($"/workspaces/{shared}")).Text("role"));
        Assert.Equal(500, (await member.GetAsync($"/workspaces/{shared}")).Json!["creditBalance"]!.GetValue<long>());
        Assert.Single((await member.GetAsync($"/workspaces/{shared}/members")).Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_of_a_deleted_account_is_left_of_its_workspaces()
    {
        var (user, other) = (await SignUpAsync(), await SignUpAsync());
        var own = await user.CreateWorkspaceAsync();
        await other.InviteAsync(await other.CreateWorkspaceAsync(), user.Email);
        await user.GetAsync("/credits/balance");
        string[] traces = [user.UserId, user.Email, own];
        Assert.All(traces, trace => Assert.NotEmpty(Traces.Find(server, trace)));

        await LeaveAsync(user);

        Assert.All(traces, trace => Assert.Empty(Traces.Find(server, trace)));
    }

    [Fact]
    public async Task The_export_has_workspaces_transactions_and_invoices()
    {
        var user = await SignUpAsync();
        var workspace = await user.CreateWorkspaceAsync();
        await user.BuyAsync();
        var export = (await user.GetAsync("/users/me/export")).Json!;

        Assert.Equal(workspace, Assert.Single(export["workspaces"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.Equal([500, 30], export["transactions"]!.AsArray().Select(one => one!["amount"]!.GetValue<long>()));
        Assert.Equal("creator", Assert.Single(export["invoices"]!.AsArray())!["plan"]!.GetValue<string>());
    }

    private Task<MascotForgeClient> SignUpAsync() => MascotForgeClient.SignUpAsync(server);

    private static async Task LeaveAsync(MascotForgeClient user) =>
        Assert.Equal(HttpStatusCode.OK, (await user.SendAsync(HttpMethod.Delete, "/users/me", """{"confirm":true}""")).Status);
}
