using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Idempotency;

/// <summary>What is on the disk of requests that may be sent again.</summary>
public sealed class AtRestTests
{
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly JsonObject _login = new() { ["email"] = "ada@example.com", ["password"] = "MyPassword123!" };

    [Fact]
    public async Task Answers_survive_a_restart_and_the_database_holds_neither_key_nor_password_nor_token()
    {
        var directory = Directory.CreateTempSubdirectory("platform-restart-").FullName;
        Answer first;
        await using (var before = PlatformServer.On(directory))
        {
            await Demi(before).PostAsync("/auth/register", _login);
            first = await Demi(before).PostAsync("/auth/login", _login, _key);
            AssertNowhere(directory, first);
        }

        await using (var after = PlatformServer.On(directory))
        {
            var again = await Demi(after).PostAsync("/auth/login", _login, _key);
            Assert.Equal((HttpStatusCode.OK, first.Body), (again.Status, again.Body));
            AssertNowhere(directory, first);
        }

        Directory.Delete(directory, recursive: true);
    }

    private void AssertNowhere(string directory, Answer answer)
    {
        string[] secrets = [_key, "MyPassword123!", answer.Text("access_token"), answer.Text("refresh_token")];
        var files = Directory.GetFiles(directory, "platform.db*").Select(Read).ToList();
        // The search finds what is there.
        Assert.Contains(files, file => file.AsSpan().IndexOf("ada@example.com"u8) >= 0);
        foreach (var secret in secrets)
            Assert.All(files, file => Assert.Equal(-1, file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static ApiClient Demi(PlatformServer server) => new(server.CreateClient(), "/demi/api/v1");
}
