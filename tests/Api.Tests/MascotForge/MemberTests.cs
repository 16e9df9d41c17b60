using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

/// <summary>Who may do what to whom.</summary>
[Collection(nameof(PlatformServer))]
public sealed class MemberTests(PlatformServer server)
{
    [Fact]
    public async Task Everybody_in_it_sees_who_belongs_to_it()
    {
        var team = await TeamAsync();
        foreach (var user in team.All)
        {
            var members = (await user.GetAsync($"{team.Path}/members")).Json!["data"]!.AsArray();
            Assert.Equal(["userId", "email", "name", "role", "joinedAt"], members[0]!.AsObject().Select(field => field.Key));
            Assert.Equal(
                [(team.Owner.UserId, "owner"), (team.Admin.UserId, "admin"), (team.Member.UserId, "member")],
                members.Select(one => (one!["userId"]!.GetValue<string>(), one["role"]!.GetValue<string>())));
        }

        Assert.Equal("admin", (await team.Admin.GetAsync("/workspaces")).Json!["data"]![0]!["role"]!.GetValue<string>());
    }

    /// <summary>Each in a team of its own, so that none depends on another. 200 and 201: it is done.</summary>
    [Theory]
    [InlineData("owner", "rename", "", 200)]
    [InlineData("admin", "rename", "", 200)]
    [InlineData("member", "rename", "", 403)]
    [InlineData("admin", "delete", "", 403)]
    [InlineData("member", "delete", "", 403)]
    [InlineData("owner", "invite", "admin", 201)]
    [InlineData("admin", "invite", "admin", 201)]
    [InlineData("admin", "invite", "member", 201)]
    [InlineData("admin", "invite", "owner", 400)]
    [InlineData("member", "invite", "member", 403)]
    [InlineData("admin", "invitations", "", 200)]
    [InlineData("member", "invitations", "", 403)]
    [InlineData("owner", "set member", "admin", 200)]
    [InlineData("owner", "set admin", "member", 200)]
    [InlineData("owner", "set owner", "owner", 200)]
    [InlineData("owner", "set owner", "admin", 400)]
    [InlineData("admin", "set member", "admin", 200)]
    [InlineData("admin", "set admin", "member", 200)]
    [InlineData("admin", "set member", "owner", 403)]
    [InlineData("admin", "set admin", "owner", 403)]
    [InlineData("admin", "set owner", "member", 403)]
    [InlineData("member", "set member", "admin", 403)]
    [InlineData("member", "set owner", "member", 403)]
    [InlineData("owner", "set member", "king", 400)]
    [InlineData("owner", "remove admin", "", 200)]
    [InlineData("owner", "remove owner", "", 400)]
    [InlineData("admin", "remove member", "", 200)]
    [InlineData("admin", "remove admin", "", 200)]
    [InlineData("admin", "remove owner", "", 403)]
    [InlineData("member", "remove admin", "", 403)]
    [InlineData("member", "remove member", "", 200)]
    [InlineData("owner", "leave", "", 400)]
    [InlineData("admin", "leave", "", 201)]
    [InlineData("member", "leave", "", 201)]
    public async Task A_role_allows_what_it_allows(string who, string what, string role, int status)
    {
        var team = await TeamAsync();
        var user = team.Of(who);
        var answer = what.Split(' ') switch
        {
            ["rename"] => await user.PatchAsync(team.Path, new JsonObject { ["name"] = "Renamed" }),
            ["delete"] => await user.DeleteAsync(team.Path),
            ["invite"] => await user.InviteAsync(team.Id, $"{Guid.NewGuid():N}@example.com", role),
            ["invitations"] => await user.GetAsync($"{team.Path}/invitations"),
            ["set", var whom] => await user.PatchAsync($"{team.Path}/members/{team.Of(whom).UserId}", new JsonObject { ["role"] = role }),
            ["remove", var whom] => await user.DeleteAsync($"{team.Path}/members/{team.Of(whom).UserId}"),
            _ => await user.SendAsync(HttpMethod.Post, $"{team.Path}/leave"),
        };

        if (status >= 400) MascotForgeClient.Refused(answer, status);
        else Assert.Equal(status, (int)answer.Status);
        if (status >= 400) Assert.Equal(3, (await team.Owner.GetAsync($"{team.Path}/members")).Json!["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Ownership_is_handed_over_and_the_former_owner_is_an_admin()
    {
        var team = await TeamAsync();
        var handed = await team.Owner.PatchAsync($"{team.Path}/members/{team.Member.UserId}", new JsonObject { ["role"] = "owner" });
        Assert.Equal(("owner", team.Member.UserId), (handed.Text("role"), handed.Text("userId")));

        Assert.Equal("owner", (await team.Member.GetAsync(team.Path)).Text("role"));
        Assert.Equal("admin", (await team.Owner.GetAsync(team.Path)).Text("role"));
        MascotForgeClient.Refused(await team.Owner.DeleteAsync(team.Path), 403);
        Assert.Equal(HttpStatusCode.Created, (await team.Owner.SendAsync(HttpMethod.Post, $"{team.Path}/leave")).Status);
        MascotForgeClient.Refused(await team.Member.SendAsync(HttpMethod.Post, $"{team.Path}/leave"), 400);
    }

    [Fact]
    public async Task Who_was_removed_is_a_stranger()
    {
        var team = await TeamAsync();
        await team.Owner.DeleteAsync($"{team.Path}/members/{team.Member.UserId}");
        MascotForgeClient.Refused(await team.Member.GetAsync(team.Path), 404);
        MascotForgeClient.Refused(await team.Member.GetAsync($"/credits/balance?workspaceId={team.Id}"), 404);
        MascotForgeClient.Refused(await team.Owner.DeleteAsync($"{team.Path}/members/{team.Member.UserId}"), 404, "Member not found");
        MascotForgeClient.Refused(await team.Owner.DeleteAsync($"{team.Path}/members/nobody"), 404, "Member not found");
    }

    private async Task<Team> TeamAsync()
    {
        var team = new Team(await SignUpAsync(), await SignUpAsync(), await SignUpAsync());
        team.Id = await team.Owner.CreateWorkspaceAsync();
        await team.Owner.AddAsync(team.Id, team.Admin, "admin");
        await team.Owner.AddAsync(team.Id, team.Member);
        return team;
    }

    private Task<MascotForgeClient> SignUpAsync() => MascotForgeClient.SignUpAsync(server);

    private sealed record Team(MascotForgeClient Owner, MascotForgeClient Admin, MascotForgeClient Member)
    {
        public string Id { get; set; } = "";

        public string Path => $"/workspaces/{Id}";

        public IEnumerable<MascotForgeClient> All => [Owner, Admin, Member];

        public MascotForgeClient Of(string role) => role switch { "owner" => Owner, "admin" => Admin, _ => Member };
    }
}
