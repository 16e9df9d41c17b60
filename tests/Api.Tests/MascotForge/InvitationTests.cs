using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class InvitationTests(PlatformServer server)
{
    private readonly string _email = $"{Guid.NewGuid():N}@Example.com";

    [Fact]
    public async Task Somebody_without_an_account_signs_up_and_joins()
    {
        var owner = await SignUpAsync();
        var id = await owner.CreateWorkspaceAsync();
        var invited = await owner.InviteAsync(id, _email, "admin");
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        Assert.Equal(["id", "email", "role", "createdAt", "expiresAt"], invited.Json!.AsObject().Select(field => field.Key));
        Assert.Equal(TimeSpan.FromDays(7), invited.Json!["expiresAt"]!.GetValue<DateTime>() - invited.Json["createdAt"]!.GetValue<DateTime>());
        Assert.True(JsonNode.DeepEquals(invited.Json, Assert.Single(await WaitingAsync(owner, id))));

        var token = MascotForgeClient.MailedToken(server, _email);
        Assert.DoesNotContain(token, invited.Body);
        var newcomer = await MascotForgeClient.SignUpAsync(server, _email);
        var joined = await newcomer.AcceptAsync(token);

        Assert.Equal((HttpStatusCode.Created, id, "admin"), (joined.Status, joined.Text("id"), joined.Text("role")));
        Assert.Empty(await WaitingAsync(owner, id));
        Assert.Equal(2, (await newcomer.GetAsync($"/workspaces/{id}/members")).Json!["data"]!.AsArray().Count);
        MascotForgeClient.Refused(await owner.InviteAsync(id, _email), 409);
    }

    [Fact]
    public async Task An_invitation_is_for_its_address_and_works_once()
    {
        var (owner, invited, eve) = (await SignUpAsync(), await SignUpAsync(), await SignUpAsync());
        var id = await owner.CreateWorkspaceAsync();
        await owner.InviteAsync(id, invited.Email);
        var token = invited.MailedToken();

        MascotForgeClient.Refused(await eve.AcceptAsync(token), 404, "Invitation not found");
        MascotForgeClient.Refused(await invited.AcceptAsync((token[0] == 'x' ? "y" : "x") + token[1..]), 404, "Invitation not found");
        Assert.Equal(201, (int)(await invited.AcceptAsync(token)).Status);
        // Sent again because the answer was lost.
        Assert.Equal(201, (int)(await invited.AcceptAsync(token)).Status);
        await invited.SendAsync(HttpMethod.Post, $"/workspaces/{id}/leave");
        MascotForgeClient.Refused(await invited.AcceptAsync(token), 404, "Invitation not found");
        MascotForgeClient.Refused(await invited.GetAsync($"/workspaces/{id}"), 404);
    }

    [Fact]
    public async Task A_new_invitation_takes_the_place_of_the_last_and_one_may_be_withdrawn()
    {
        var (owner, invited) = (await SignUpAsync(), await SignUpAsync());
        var id = await owner.CreateWorkspaceAsync();
        await owner.InviteAsync(id, invited.Email, "admin");
        var first = invited.MailedToken();
        var second = await owner.InviteAsync(id, invited.Email.ToUpperInvariant());
        Assert.Single(await WaitingAsync(owner, id));
        MascotForgeClient.Refused(await invited.AcceptAsync(first), 404);

        Assert.Equal(200, (int)(await owner.DeleteAsync($"/workspaces/{id}/invitations/{second.Text("id")}")).Status);
        MascotForgeClient.Refused(await invited.AcceptAsync(invited.MailedToken()), 404);
        MascotForgeClient.Refused(await owner.DeleteAsync($"/workspaces/{id}/invitations/{second.Text("id")}"), 404, "Invitation not found");
        Assert.Empty(await WaitingAsync(owner, id));
    }

    [Fact]
    public async Task Twins_of_an_acceptance_join_once()
    {
        var (owner, invited) = (await SignUpAsync(), await SignUpAsync());
        var id = await owner.CreateWorkspaceAsync();
        await owner.InviteAsync(id, invited.Email);
        var token = invited.MailedToken();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => invited.AcceptAsync(token)));
        Assert.All(answers, answer => Assert.Equal(201, (int)answer.Status));
        Assert.Equal(2, (await owner.GetAsync($"/workspaces/{id}/members")).Json!["data"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("""{"email":"no","role":"member"}""")]
    [InlineData("""{"email":"friend@example.com"}""")]
    [InlineData("""{"email":"friend@example.com","role":"Admin"}""")]
    public async Task A_wrong_invitation_is_refused(string body)
    {
        var owner = await SignUpAsync();
        var id = await owner.CreateWorkspaceAsync();
        MascotForgeClient.Refused(await owner.SendAsync(HttpMethod.Post, $"/workspaces/{id}/invitations", body), 400);
    }

    private static async Task<JsonArray> WaitingAsync(MascotForgeClient user, string workspace) =>
        (await user.GetAsync($"/workspaces/{workspace}/invitations")).Json!["data"]!.AsArray();

    private Task<MascotForgeClient> SignUpAsync() => MascotForgeClient.SignUpAsync(server);
}
