using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

[SupportedOSPlatform("linux")]
public sealed class JsonLogTests : IDisposable
{
    private static readonly string[] Traces = ["0af7651916cd43dd8448eb211c80319c", "4bf92f3577b34da6a3ce929d0e0e4736"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("platform-logs-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Every_line_is_JSON_and_what_an_actor_logs_has_the_trace_of_its_request()
    {
        var settings = new Dictionary<string, string>
        {
            ["Logging__Format"] = "json",
            ["Passwords__Iterations"] = "1",
            // Nobody answers there, and the actor says so.
            ["Chat__Provider"] = "openai",
            ["Chat__OpenAI__BaseUrl"] = "http://127.0.0.1:9/v1",
            ["Chat__OpenAI__Model"] = "none",
            ["Chat__OpenAI__Timeout"] = "00:00:01",
        };
        await using (var server = await ApiProcess.StartAsync(_directory.FullName, settings))
        {
            // No trace of this process' own in front of it.
            using var http = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new Uri(server.Address, "/demi/api/v1/") };
            var answer = await http.PostAsJsonAsync("auth/register", new { email = "ada@example.com", password = "MyPassword123!" });
            var token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
            foreach (var trace in Traces)
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, "chat/send") { Content = JsonContent.Create(new { content = "Hello" }) };
                message.Headers.Add("Authorization", $"Bearer {token}");
                message.Headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");
                Assert.False((await http.SendAsync(message)).IsSuccessStatusCode);
                // Written a little later, by a thread of its own.
                await Poll.UntilAsync(async () => (await EntriesAsync()).Any(entry => IsOfTheActor(entry, trace)), Patience);
            }
        }

        Assert.All(await EntriesAsync(), entry => Assert.Equal(["time", "level", "category"], entry.AsObject().Select(field => field.Key).Take(3)));
    }

    private static bool IsOfTheActor(JsonNode entry, string trace) =>
        entry["trace_id"]?.GetValue<string>() == trace && entry["category"]!.GetValue<string>().StartsWith("Platform.Companions", StringComparison.Ordinal);

    /// <summary>What is said at the start, for whoever has started it, is no entry.</summary>
    private async Task<IReadOnlyList<JsonNode>> EntriesAsync() =>
    [
        .. (await File.ReadAllLinesAsync(Path.Combine(_directory.FullName, "log"))).Where(line => !line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line)!),
    ];
}
