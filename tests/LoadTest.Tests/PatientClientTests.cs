using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using Platform.LoadTest.Http;

namespace Platform.LoadTest.Tests;

public sealed class PatientClientTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Retry-After", "40", 40)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:50 GMT", 50)]
    [InlineData("X-RateLimit-Reset", "1767225660", 60)]
    [InlineData("X-RateLimit-Reset", "9999999999999999", 1)]
    [InlineData("X-Nothing", "0", 1)]
    public async Task A_limit_is_waited_for_as_long_as_the_server_says(string header, string value, int seconds)
    {
        var server = new Server(Refusal(HttpStatusCode.TooManyRequests, header, value));
        var posting = Client(server).PostAsync("/a", null, [], CancellationToken.None);
        Assert.False(posting.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, server.Asked);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await posting).GetProperty("ok").GetInt32());
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public async Task While_one_waits_no_other_asks()
    {
        var server = new Server(Refusal(HttpStatusCode.TooManyRequests, "Retry-After", "40"));
        var client = Client(server);
        var first = client.PostAsync("/a", null, [], CancellationToken.None);
        var second = client.PostAsync("/b", null, [], CancellationToken.None);
        Assert.Equal((1, TimeSpan.FromSeconds(40)), (server.Asked, client.Pause));

        _clock.Advance(TimeSpan.FromSeconds(40));
        await Task.WhenAll(first, second);
        Assert.Equal(3, server.Asked);
    }

    [Fact]
    public async Task A_refusal_for_good_says_which()
    {
        var problem = await Assert.ThrowsAsync<LoadException>(() => Client(new Server(Refusal(HttpStatusCode.Forbidden, "X-Nothing", "0")))
            .PostAsync("/a", null, [], CancellationToken.None));
        Assert.Equal("POST /a was refused: HTTP 403 no.", problem.Message);
    }

    private static HttpResponseMessage Refusal(HttpStatusCode status, string header, string value)
    {
        var refusal = new HttpResponseMessage(status) { Content = new StringContent("""{"code":"no"}""") };
        refusal.Headers.Add(header, value);
        return refusal;
    }

    private PatientClient Client(Server server) => new(new HttpClient(server) { BaseAddress = new Uri("http://server.example") }, _clock);

    /// <summary>Answers with these, and then with success.</summary>
    private sealed class Server(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        private readonly ConcurrentQueue<HttpResponseMessage> _answers = new(answers);
        private int _asked;

        public int Asked => _asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            return Task.FromResult(
                _answers.TryDequeue(out var answer) ? answer : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"ok":1}""") });
        }
    }
}
