using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Platform.Api.Errors;

namespace Platform.Api.Tests.Idempotency;

/// <summary>Which answers are remembered, and what becomes of the others.</summary>
public sealed class RememberedAnswerTests(ProbeServer server) : IClassFixture<ProbeServer>
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    public async Task An_answer_that_would_be_the_same_is_sent_again(int status)
    {
        Handle((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var first = await PostAsync();
        var second = await PostAsync();

        Assert.Equal(status, (int)first.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal("true", Assert.Single(second.Headers.GetValues("Idempotency-Replayed")));
        Assert.Single(Operations);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(408)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_may_change_is_not_and_the_next_one_runs_under_the_same_operation(int status)
    {
        Handle((context, run) => run == 1 ? throw new ApiException(ApiError.OfStatus(status)) : context.Response.WriteAsync("done"));
        var first = await PostAsync();
        var second = await PostAsync();
        var third = await PostAsync();

        Assert.Equal(status, (int)first.StatusCode);
        Assert.Equal("done", await second.Content.ReadAsStringAsync());
        Assert.Equal("done", await third.Content.ReadAsStringAsync());
        Assert.Equal(2, Operations.Length);
        Assert.Single(Operations.Distinct());
    }

    [Fact]
    public async Task A_handler_that_broke_answers_in_the_envelope_and_may_run_again()
    {
        Handle((context, run) => run == 1 ? throw new InvalidOperationException("secret") : context.Response.WriteAsync("done"));

        (await Answer.OfAsync(await PostAsync())).IsError(500);
        Assert.Equal("done", await (await PostAsync()).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Location_and_type_come_again_and_the_bytes_are_the_same()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)i).ToArray();
        Handle(async (context, _) =>
        {
            context.Response.StatusCode = 201;
            context.Response.Headers.Location = "/things/7";
            context.Response.ContentType = "application/x-things";
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, 50_000));
            await context.Response.Body.WriteAsync(bytes.AsMemory(50_000));
        });
        await PostAsync();
        var again = await PostAsync();

        Assert.Equal((HttpStatusCode.Created, "/things/7"), (again.StatusCode, again.Headers.Location!.OriginalString));
        Assert.Equal("application/x-things", again.Content.Headers.ContentType!.MediaType);
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync());
        Assert.Single(Operations);
    }

    [Fact]
    public async Task An_answer_of_more_than_a_megabyte_arrives_whole_and_its_twin_runs_under_the_same_operation()
    {
        var text = new string('x', 1024 * 1024 + 1);
        Handle((context, _) => context.Response.WriteAsync(text));

        Assert.Equal(text, await (await PostAsync()).Content.ReadAsStringAsync());
        Assert.Equal(text, await (await PostAsync()).Content.ReadAsStringAsync());
        Assert.Equal(2, Operations.Length);
        Assert.Single(Operations.Distinct());
    }

    [Fact]
    public async Task Events_arrive_as_they_happen_and_come_again_as_a_whole()
    {
        var firstArrived = new TaskCompletionSource();
        Handle(async (context, _) =>
        {
            context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
            context.Response.ContentType = "text/event-stream";
            await WriteAsync(context, "data: one\n\n");
            await firstArrived.Task;
            await WriteAsync(context, "data: two\n\n");
        });
        using var live = await PostAsync(HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await live.Content.ReadAsStreamAsync());
        Assert.Equal("data: one", await reader.ReadLineAsync());
        firstArrived.SetResult();
        Assert.Equal("\ndata: two\n\n", await reader.ReadToEndAsync());

        Assert.Equal("data: one\n\ndata: two\n\n", await (await PostAsync()).Content.ReadAsStringAsync());
        Assert.Single(Operations);
    }

    [Fact]
    public async Task Events_that_broke_off_are_not_remembered()
    {
        Handle(async (context, run) =>
        {
            context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
            await WriteAsync(context, "data: one\n\n");
            if (run == 1) throw new InvalidOperationException();
        });
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync());

        Assert.Equal("data: one\n\n", await (await PostAsync()).Content.ReadAsStringAsync());
        Assert.Equal(2, Operations.Length);
    }

    [Fact]
    public async Task A_client_that_has_gone_finds_the_answer_when_it_comes_back()
    {
        var started = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        Handle(async (context, _) =>
        {
            started.SetResult();
            await gone.Task;
            await context.Response.WriteAsync("done");
        });
        using (var impatient = new CancellationTokenSource())
        {
            var first = PostAsync(cancellation: impatient.Token);
            await started.Task;
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        var second = PostAsync();
        gone.SetResult();
        Assert.Equal("done", await (await second).Content.ReadAsStringAsync());
        Assert.Single(Operations);
    }

    [Fact]
    public async Task A_handler_that_gave_up_because_the_client_has_gone_runs_again()
    {
        var started = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        Handle(async (context, run) =>
        {
            if (run > 1) return;
            started.SetResult();
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }
            finally
            {
                ended.SetResult();
            }
        });
        using (var impatient = new CancellationTokenSource())
        {
            var first = PostAsync(cancellation: impatient.Token);
            await started.Task;
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        }

        await ended.Task;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync()).StatusCode);
        Assert.Equal(2, Operations.Length);
    }

    [Fact]
    public async Task Another_query_is_another_request()
    {
        Handle((context, _) => context.Response.WriteAsync("done"));
        await PostAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(query: "?a=1")).StatusCode);
    }

    [Fact]
    public async Task Only_a_POST_is_remembered()
    {
        Handle((context, _) => context.Response.WriteAsync("done"));
        await SendAsync(HttpMethod.Put);
        await SendAsync(HttpMethod.Put);
        Assert.Equal(2, Operations.Distinct().Count());
    }

    private string[] Operations => [.. server.Probe.Operations[_name]];

    private void Handle(Func<HttpContext, int, Task> handler) => server.Probe.Handlers[_name] = handler;

    private static async Task WriteAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text);
        await context.Response.Body.FlushAsync();
    }

    private Task<HttpResponseMessage> PostAsync(
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead, string query = "", CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Post, completion, query, cancellation);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead,
        string query = "",
        CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(method, $"/probe/{_name}{query}");
        request.Headers.Add("Idempotency-Key", _name);
        return await server.CreateClient().SendAsync(request, completion, cancellation);
    }
}
