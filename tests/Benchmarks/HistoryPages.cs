using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Platform.Benchmarks.Servers;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// What a page of a history costs where a conversation has a million messages, as a multiple of what it costs where it has a few: through the
/// real door, in alternating rounds against one process. And how long a search in a million messages takes.
/// </summary>
internal static class HistoryPages
{
    private const int Messages = 1_000_000;
    private const int Few = 100;
    private const int PageSize = 50;
    private const int Rounds = 40;
    private const double Target = 1.5;

    /// <summary>A page of either kind is asked for so often before anything counts.</summary>
    private const int WarmUp = 300;

    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        await foreach (var figure in RunAsync("sqlite", null)) yield return figure;
        if (PostgresServer.Missing is { } missing)
        {
            yield return new Figure("history: postgres", "skipped", "", null, missing);
            yield break;
        }

        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await foreach (var figure in RunAsync("postgres", connection)) yield return figure;
    }

    private static async IAsyncEnumerable<Figure> RunAsync(string engine, string? connection)
    {
        using var data = new TemporaryDirectory();
        IReadOnlyList<Visitor> visitors;
        await using (var first = await ServerProcess.StartApi(data.Path, connection).UntilReadyAsync())
            visitors = await Visitor.RegisterAsync(first.Address, 2);
        Progress.Report($"{engine}: writing {Messages} messages");
        await HistoryFill.WriteAsync(data.Path, connection, visitors[0].CharacterId, Messages);
        await HistoryFill.WriteAsync(data.Path, connection, visitors[1].CharacterId, Few);

        await using var api = await ServerProcess.StartApi(data.Path, connection).UntilReadyAsync();
        using var client = new HttpClient { BaseAddress = api.Address };
        var last = Messages / PageSize;
        (string Name, Visitor Visitor, int Page)[] asked =
        [
            ("the first page", visitors[0], 1),
            ("the middle page", visitors[0], last / 2),
            ("the last page", visitors[0], last),
        ];
        for (var i = 0; i < WarmUp; i++)
        {
            await TimeAsync(client, visitors[1], 1 + (i % 2));
            foreach (var (_, visitor, page) in asked) await TimeAsync(client, visitor, page);
        }

        var few = new List<double>();
        var times = asked.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            few.Add(await MedianAsync(client, visitors[1], 1 + (round % 2)));
            for (var i = 0; i < asked.Length; i++) times[i].Add(await MedianAsync(client, asked[i].Visitor, asked[i].Page));
        }

        for (var i = 0; i < asked.Length; i++)
        {
            var ratio = Figure.Median(times[i].Zip(few, (time, small) => time / small));
            yield return new Figure(
                $"history: {engine}, {asked[i].Name} of {Messages:N0}",
                string.Create(CultureInfo.InvariantCulture, $"{ratio:F2} x"),
                string.Create(CultureInfo.InvariantCulture, $"<= {Target:F1} x"),
                ratio <= Target,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"of a page where there are {Few} messages; median of {Rounds} rounds ({Figure.Median(times[i]):F2} ms : {Figure.Median(few):F2} ms here)"));
        }

        yield return await SearchAsync(client, visitors[0], engine);
    }

    private static async Task<Figure> SearchAsync(HttpClient client, Visitor visitor, string engine)
    {
        // To the end, which indexes all: the word is in the second message only.
        var watch = Stopwatch.StartNew();
        var calls = 0;
        for (var cursor = (string?)""; cursor is not null; calls++)
        {
            var answer = await GetAsync(client, visitor, $"/chat/{visitor.CharacterId}/search?q=zanzibar&cursor={cursor}");
            cursor = System.Text.Json.Nodes.JsonNode.Parse(answer)!["next_cursor"]?.GetValue<string>();
        }

        var indexing = watch.Elapsed.TotalSeconds;
        var rare = new List<double>();
        var frequent = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            rare.Add(await TimeAsync(client, visitor, $"/chat/{visitor.CharacterId}/search?q=zanzibar"));
            frequent.Add(await TimeAsync(client, visitor, $"/chat/{visitor.CharacterId}/search?q=message%20i"));
        }

        return new Figure(
            $"history: {engine}, search in {Messages:N0}",
            string.Create(CultureInfo.InvariantCulture, $"{Figure.Median(rare):F0} ms"),
            "",
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"for a word that is in one message; {Figure.Median(frequent):F1} ms for words that are in all; indexed once by {calls} searches in {indexing:F1} s; absolute"));
    }

    private static async Task<double> MedianAsync(HttpClient client, Visitor visitor, int page)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++) times.Add(await TimeAsync(client, visitor, page));
        return Figure.Median(times);
    }

    private static Task<double> TimeAsync(HttpClient client, Visitor visitor, int page) => TimeAsync(
        client, visitor, string.Create(CultureInfo.InvariantCulture, $"/chat/{visitor.CharacterId}/history?page={page}&page_size={PageSize}"));

    /// <returns>Milliseconds.</returns>
    private static async Task<double> TimeAsync(HttpClient client, Visitor visitor, string route)
    {
        var watch = Stopwatch.StartNew();
        await GetAsync(client, visitor, route);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<string> GetAsync(HttpClient client, Visitor visitor, string route)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/neurotamagotchi/api/v1{route}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", visitor.Token);
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
