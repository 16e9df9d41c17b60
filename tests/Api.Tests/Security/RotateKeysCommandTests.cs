using System.Net;
using System.Text.Json.Nodes;
using Platform.Hosting;

namespace Platform.Api.Tests.Security;

public sealed class RotateKeysCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("platform-rotate-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task After_the_command_access_tokens_are_void_and_refresh_tokens_are_good()
    {
        Answer registered;
        await using (var before = PlatformServer.On(_directory))
        {
            var registration = NeuroTamagotchiClient.Registration(Guid.NewGuid().ToString("N")[..12]);
            registered = await new NeuroTamagotchiClient(before.CreateClient()).PostAsync("/auth/register", registration);
        }

        await SiloProcess.Main(["rotate-keys", $"--Platform:DataDirectory={_directory}"]);

        await using var after = PlatformServer.On(_directory);
        var user = new NeuroTamagotchiClient(after.CreateClient()) { Token = registered.Text("access_token") };
        (await user.GetAsync("/auth/me")).IsError(401, "UNAUTHORIZED");
        var refreshed = await user.PostAsync("/auth/refresh", new JsonObject { ["refresh_token"] = registered.Text("refresh_token") });
        var again = new NeuroTamagotchiClient(after.CreateClient()) { Token = refreshed.Text("access_token") };
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/auth/me")).Status);
    }
}
