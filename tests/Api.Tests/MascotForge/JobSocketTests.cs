using System.Net.WebSockets;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class JobSocketTests(PlatformServer server)
{
    /// <summary>The contract has only the host; the base that its other paths begin with, and <c>/ws</c>, are what clients try.</summary>
    [Theory]
    [InlineData("/mascotforge")]
    [InlineData("/mascotforge/")]
    [InlineData("/mascotforge/ws")]
    [InlineData("/mascotforge/api/v1")]
    [InlineData("/mascotforge/api/v1/ws")]
    public async Task Every_change_of_every_job_is_told(string path)
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        using var socket = await JobSocket.ConnectAsync(server, $"token={client.Token}", path);
        await socket.PingAsync();
        var id = await client.MakeMascotAsync();
        for (var (last, sequence) = ("", 0L); last != "completed";)
        {
            var data = await socket.NextJobAsync();
            Assert.Equal((id, "mascot_generation"), ((string?)data["jobId"], (string?)data["jobType"]));
            Assert.True(data["statusSequence"]!.GetValue<long>() > sequence);
            (last, sequence) = ((string)data["status"]!, data["statusSequence"]!.GetValue<long>());
            if (last == "completed") Assert.NotNull((string?)data["result"]!["fullBodyImageUrl"]);
        }
    }

    [Fact]
    public async Task A_token_may_come_in_the_first_message_and_a_bad_one_is_told_why()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        using var late = await JobSocket.ConnectAsync(server, "");
        await late.SendTextAsync($$$"""{"event":"auth","data":{"token":"{{{client.Token}}}"}}""");
        await late.PingAsync();

        using var bad = await JobSocket.ConnectAsync(server, "token=nonsense");
        Assert.Null(await bad.NextTextAsync());
        Assert.Equal(((WebSocketCloseStatus?)WebSocketCloseStatus.PolicyViolation, "Invalid token"), (bad.CloseStatus, bad.CloseReason));
    }

    [Fact]
    public async Task Jobs_of_a_workspace_are_told_to_its_members_only()
    {
        var (owner, stranger) = (await MascotForgeClient.SignUpAsync(server), await MascotForgeClient.SignUpAsync(server));
        var workspace = await owner.CreateWorkspaceAsync();
        await owner.BuyAsync("creator", workspace);
        using var member = await JobSocket.ConnectAsync(server, $"token={owner.Token}&workspaceId={workspace}");
        await member.PingAsync();
        var id = await owner.MakeMascotAsync(workspaceId: workspace);
        Assert.Equal(id, (string?)(await member.NextJobAsync())["jobId"]);
        using var other = await JobSocket.ConnectAsync(server, $"token={stranger.Token}&workspaceId={workspace}");
        Assert.Null(await other.NextTextAsync());
        Assert.Equal("Workspace not found", other.CloseReason);
    }
}
