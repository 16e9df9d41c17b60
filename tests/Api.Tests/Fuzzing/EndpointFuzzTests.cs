using System.Text;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Documentation;
using Platform.Testing;
using Xunit.Abstractions;

namespace Platform.Api.Tests.Fuzzing;

/// <summary>
/// Every operation of every product gets requests that were made from its OpenAPI document by chance: whatever they are, the answer is a
/// documented one, never a failure of the server, and the server lives on. What is chance is the same each time (<see cref="FuzzSettings"/>).
/// </summary>
public sealed class EndpointFuzzTests(TestDatabases databases, ITestOutputHelper output) : IClassFixture<TestDatabases>
{
    /// <summary>How many of what went wrong are told.</summary>
    private const int MostShown = 10;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_request_to_any_operation_gets_an_undocumented_answer(string engine)
    {
        await using var server = await FuzzedServer.StartAsync(databases, engine);
        var failures = await Task.WhenAll(CheckedInDocument.Everything.Select(document => FuzzAsync(server, document, engine)));
        await ((IAsyncLifetime)server).DisposeAsync();
        var all = failures.SelectMany(one => one).ToList();
        Assert.True(all.Count == 0, $"{all.Count} requests went wrong.\n{string.Join("\n\n", all.Take(MostShown))}\n\nThe server said:\n{string.Join('\n', server.Trouble.Where(said => said.Contains("   at ", StringComparison.Ordinal)).Take(MostShown))}");
    }

    private async Task<List<string>> FuzzAsync(FuzzedServer server, CheckedInDocument document, string engine)
    {
        var shape = new JsonShape(JsonNode.Parse(document.Text)!);
        var troupe = new Troupe(server, document);
        var origin = server.ClientOptions.BaseAddress;
        using var http = Client();
        var failures = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        var cases = Enumerable.Range(0, document.Operations.Count * FuzzSettings.Requests).ToArray();
        FuzzSettings.Luck($"{engine} {document.Product}", -1).Shuffle(cases);
        foreach (var index in cases)
        {
            var operation = document.Operations[index % document.Operations.Count];
            var luck = FuzzSettings.Luck($"{engine} {document.Product}", index);
            var person = await troupe.ForAsync(operation);
            var request = new RequestMaker(shape, luck).Make(operation, document.Base, person, troupe.Any(luck));
            try
            {
                using var message = request.ToMessage(origin);
                using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
                var status = (int)response.StatusCode;
                statuses[status] = statuses.GetValueOrDefault(status) + 1;
                if (await Judge.ProblemAsync(request, response, document) is { } problem) failures.Add(Told(operation, index, problem, request, origin));
                if (IsUsedUp(operation, person, request, status)) troupe.Replace(operation);
            }
            catch (Exception error) when (error is HttpRequestException or OperationCanceledException or FormatException)
            {
                failures.Add(Told(operation, index, error.ToString(), request, origin));
            }
        }

        using var alive = await http.GetAsync(new Uri(origin, "/readyz"));
        if (!alive.IsSuccessStatusCode) failures.Add($"{document.Product}: the server is not ready afterwards.");
        output.WriteLine($"{engine} {document.Product}: {cases.Length} requests; {string.Join(", ", statuses.Select(status => $"{status.Key}: {status.Value}"))}");
        return failures;
    }

    /// <summary>The account or its session is gone, or perhaps what the operation is about.</summary>
    private static bool IsUsedUp(Operation operation, Person person, FuzzRequest request, int status) =>
        (operation.Method == "DELETE" && status < 300)
        || (operation.NeedsSession && status == 401 && request.Headers.Contains(("Authorization", $"Bearer {person.Token}")));

    private static string Told(Operation operation, int index, string problem, FuzzRequest request, Uri origin) =>
        $"Seed {FuzzSettings.Seed}, case {index}, {operation.Name}: {problem}\n{request.ToCurl(origin)}";

    private static HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        Expect100ContinueTimeout = TimeSpan.Zero,
    })
    {
        Timeout = TimeSpan.FromSeconds(60),
    };
}
