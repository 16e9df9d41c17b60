using System.Diagnostics;
using Platform.Api.Tests.MascotForge;
using Platform.Testing;

namespace Platform.Api.Tests.Telemetry;

[Collection(nameof(TracedServer))]
public sealed class TraceTests(TracedServer invitations) : IClassFixture<TracedServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_trace_goes_from_the_request_through_the_actors_to_the_write()
    {
        await using var server = new TracedServer();
        await server.InitializeAsync();
        var trace = await TraceOfAMessageAsync(server);
        Assert.True(trace.Any(span => span.OperationName == "commit" && Leads(span, trace)), Tree(trace));
        Assert.Contains(trace, span => span.GetTagItem("db.system.name") is "sqlite");
    }

    [PostgresFact]
    public async Task A_trace_goes_to_the_statements_of_PostgreSQL()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (var server = new OnPostgres(database))
        {
            await server.InitializeAsync();
            var trace = await TraceOfAMessageAsync(server);
            Assert.True(trace.Any(span => span.Source.Name == "Npgsql" && Leads(span, trace)), Tree(trace));
        }

        await (await PostgresServer.SharedAsync()).DropDatabaseAsync(database);
    }

    /// <summary>The spans of one message to a companion, none of which may say who has sent it.</summary>
    private static async Task<IReadOnlyList<Activity>> TraceOfAMessageAsync(TracedServer server)
    {
        var user = await server.SignUpAsync();
        var luna = (await user.PostAsync("/characters", new System.Text.Json.Nodes.JsonObject { ["name"] = "Luna", ["style"] = "anime" })).Text("id");
        using var asking = Asking();
        Assert.Equal(200, (int)(await user.PostAsync($"/chat/{luna}/send", new System.Text.Json.Nodes.JsonObject { ["content"] = "My secret is a teapot" })).Status);
        asking.Stop();
        List<Activity> trace = [];
        await Poll.UntilAsync(() =>
        {
            // The client of this test traces too.
            trace = [.. server.Spans.Where(span => span.TraceId == asking.TraceId && span.Source.Name != "System.Net.Http")];
            // The commit's span ends last, after those who wait for it go on.
            return Task.FromResult(trace.Exists(span => span.OperationName == "write") && trace.Exists(span => span.OperationName == "commit"));
        }, Patience);

        Assert.Contains(trace, span => span.Source.Name == "Microsoft.Orleans.Application" && span.Kind == ActivityKind.Client);
        Assert.Contains(trace, span => span.Source.Name == "Microsoft.Orleans.Application" && span.Kind == ActivityKind.Server);
        // The client in this test asks too, and what it says of its server is no secret.
        var told = Told(server.Spans);
        foreach (var secret in (string[])[user.Email, "teapot", luna]) Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        return trace;
    }

    /// <summary>Whoever has it may join a workspace.</summary>
    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("OPTIONS")]
    public async Task The_token_of_an_invitation_is_in_no_span(string method)
    {
        var user = await MascotForgeClient.SignUpAsync(invitations);
        using var asking = Asking();
        using var request = new HttpRequestMessage(new(method), $"{MascotForgeClient.Base}/workspaces/invitations/the-secret-token/accept");
        request.Headers.Authorization = new("Bearer", user.Token);
        request.Headers.Add("Origin", "http://localhost:3000");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        using var answer = await invitations.CreateClient().SendAsync(request);
        asking.Stop();
        IReadOnlyList<Activity> trace = [];
        await Poll.UntilAsync(
            () => Task.FromResult((trace = [.. invitations.Spans.Where(span => span.TraceId == asking.TraceId && span.Source.Name != "System.Net.Http")])
                .Any(span => span.Kind == ActivityKind.Server && span.Source.Name == "Microsoft.AspNetCore")),
            Patience);
        Assert.DoesNotContain("the-secret-token", Told(trace));
    }

    /// <summary>What this test asks is a trace of its own, which is to be sent.</summary>
    private static Activity Asking() => new Activity("test") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.SetIdFormat(ActivityIdFormat.W3C).Start();

    private static string Told(IEnumerable<Activity> spans) => string.Join('\n', spans.Where(span => span.Source.Name != "System.Net.Http")
        .SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName)));

    /// <summary>Whether a span's parents lead to one that has none here: the request.</summary>
    private static bool Leads(Activity span, IReadOnlyList<Activity> trace)
    {
        while (trace.FirstOrDefault(other => other.SpanId == span.ParentSpanId) is { } parent) span = parent;
        return span.Kind == ActivityKind.Server && span.DisplayName.EndsWith("/send", StringComparison.Ordinal);
    }

    private static string Tree(IReadOnlyList<Activity> trace) => string.Join('\n', trace.Select(span =>
        $"{span.SpanId} of {span.ParentSpanId}: {span.Source.Name} {span.Kind} {span.DisplayName}"));

    private sealed class OnPostgres(string connection) : TracedServer
    {
        protected override string Connection => connection;
    }
}
