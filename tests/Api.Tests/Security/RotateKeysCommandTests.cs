using System.Net;
using System.Text.Json.Nodes;
using Platform.Hosting;
using Platform.Testing;

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

        Assert.Equal(0, await SiloProcess.Main(["rotate-keys", $"--Platform:DataDirectory={_directory}"]));

        await using var after = PlatformServer.On(_directory);
        var user = new NeuroTamagotchiClient(after.CreateClient()) { Token = registered.Text("access_token") };
        (await user.GetAsync("/auth/me")).IsError(401, "UNAUTHORIZED");
        var refreshed = await user.PostAsync("/auth/refresh", new JsonObject { ["refresh_token"] = registered.Text("refresh_token") });
        var again = new NeuroTamagotchiClient(after.CreateClient()) { Token = refreshed.Text("access_token") };
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task Where_no_server_has_been_the_command_fails_and_makes_no_database()
    {
        Assert.Contains("platform.db is no database of a server", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Contains("needs a PostgreSQL connection string", await RefusalAsync("--Cluster:Mode=Cluster"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_directory));
    }

    [PostgresFact]
    public async Task An_empty_PostgreSQL_is_no_database_of_a_server_either()
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync();
        Assert.Contains("is no database of a server", await RefusalAsync($"--ConnectionStrings:Platform={database}"), StringComparison.Ordinal);
        await server.DropDatabaseAsync(database);
    }

    private async Task<string> RefusalAsync(params string[] settings)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(1, await new RotateKeys(output, errors).RunAsync([$"--Platform:DataDirectory={_directory}", .. settings]));
        Assert.Equal("", output.ToString());
        return errors.ToString();
    }
}
