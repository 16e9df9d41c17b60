using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Platform.Api.Tests.FigureForge;

namespace Platform.Api.Tests;

/// <summary>All of one's data, in each product: a file, without anything that opens a session.</summary>
[Collection(nameof(PlatformServer))]
public sealed class ExportTests(PlatformServer server)
{
    [Theory]
    [InlineData("/byteforge/api", "/auth/profile/export", "tokens")]
    [InlineData("/demi/api/v1", "/auth/account/export", null)]
    [InlineData("/mascotforge/api/v1", "/users/me/export", null)]
    [InlineData("/neurotamagotchi/api/v1", "/auth/me/export", null)]
    public async Task It_is_a_file_with_ones_email_and_no_secret(string product, string path, string? tokens)
    {
        var name = Guid.NewGuid().ToString("N")[..16];
        var email = $"{name}@example.com";
        var registered = await new ApiClient(server.CreateClient(), product).PostAsync(
            "/auth/register", new JsonObject { ["email"] = email, ["username"] = name, ["password"] = "Secret-password-1" });
        var issued = (tokens is null ? registered.Json! : registered.Json![tokens]!).AsObject();
        var (access, refresh) = (Issued("access"), Issued("refresh"));
        await CheckAsync($"{product}{path}", email, access, [access, refresh, "Secret-password-1"]);

        string Issued(string kind) => issued.First(field => field.Key.StartsWith(kind, StringComparison.Ordinal)).Value!.GetValue<string>();
    }

    [Fact]
    public async Task So_it_is_where_codes_open_sessions()
    {
        var ada = new FigureForgeClient(server);
        var client = await ada.SignInAsync();
        await CheckAsync("/figureforge/api/auth/user/export", ada.Email, client.Token, [client.Token]);
    }

    [Fact]
    public async Task A_long_history_is_exported_without_a_gap()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        await user.SayAsync(luna, "The first");
        Fill(luna, 3, 1200);
        await using (var later = PlatformServer.On(server.DataDirectory))
        {
            // What was written behind the actor's back shows to one that has just been read.
            await ((IAsyncLifetime)later).InitializeAsync();
            var again = new NeuroTamagotchiClient(later.CreateClient()) { Token = user.Token };
            var messages = (await again.GetAsync($"/chat/{luna}/export")).Json!["messages"]!.AsArray();
            Assert.Equal(1200, messages.Count);
            Assert.Equal("Message 1200", messages[^1]!["content"]!.GetValue<string>());
            Assert.Equal(1200, messages.Select(message => message!["id"]!.GetValue<string>()).Distinct().Count());
        }
    }

    private void Fill(string conversation, int first, int last)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "platform.db")};Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE numbers (n) AS (SELECT $first UNION ALL SELECT n + 1 FROM numbers WHERE n < $last)
            INSERT INTO messages (conversation_id, seq, id, role, content, created_at)
            SELECT $id, n, $id || '-' || n, n % 2, 'Message ' || n, (SELECT MAX(created_at) FROM messages WHERE conversation_id = $id) + n FROM numbers
            """;
        command.Parameters.AddWithValue("$id", conversation);
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        command.ExecuteNonQuery();
    }

    private async Task CheckAsync(string path, string email, string token, IEnumerable<string> secrets)
    {
        using var client = server.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(path)).StatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync(path);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Contains(email, body);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, body));
        Assert.DoesNotMatch("(?i)hash|\"[a-z_]*(token|key|password)\"", body);
    }
}
