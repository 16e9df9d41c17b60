using System.Net;
using System.Net.Http.Headers;

namespace Platform.Api.Tests.MascotForge;

/// <summary>Files as browsers and players ask for them.</summary>
[Collection(nameof(PlatformServer))]
public sealed class FileTests(PlatformServer server) : IAsyncLifetime
{
    private readonly HttpClient _browser = server.CreateClient();
    private string _address = "";
    private byte[] _whole = [];

    public async Task InitializeAsync()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        _address = (await client.GetAsync($"/mascots/{await client.MakeMascotAsync()}")).Text("squareIconUrl");
        _whole = await _browser.GetByteArrayAsync(_address);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_file_may_be_kept_for_good_and_is_recognized_when_it_is_asked_for_again()
    {
        using var first = await _browser.GetAsync(_address);
        Assert.Equal("image/png", first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(first.Headers.GetValues("X-Content-Type-Options")));
        using var again = await AskAsync(request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var other = await AskAsync(request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData(0L, 99L)]
    [InlineData(100L, null)]
    [InlineData(null, 50L)]
    [InlineData(5L, 1_000_000L)]
    public async Task A_range_is_exactly_what_was_asked_for(long? from, long? to)
    {
        using var part = await AskAsync(request => request.Headers.Range = new RangeHeaderValue(from, to));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        var (begin, end) = from is { } at ? (at, Math.Min(to ?? long.MaxValue, _whole.Length - 1)) : (_whole.Length - to!.Value, _whole.Length - 1L);
        Assert.Equal((begin, end, _whole.Length), (part.Content.Headers.ContentRange!.From, part.Content.Headers.ContentRange.To, part.Content.Headers.ContentRange.Length));
        Assert.Equal(_whole[(int)begin..((int)end + 1)], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_range_behind_the_end_is_refused_and_one_of_an_older_file_gets_the_whole()
    {
        using var behind = await AskAsync(request => request.Headers.Range = new RangeHeaderValue(_whole.Length, null));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, _whole.Length), (behind.StatusCode, behind.Content.Headers.ContentRange!.Length));
        using var older = await AskAsync(request =>
        {
            request.Headers.Range = new RangeHeaderValue(0, 9);
            request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"older\""));
        });
        Assert.Equal((HttpStatusCode.OK, _whole.Length), (older.StatusCode, older.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task Its_head_tells_the_same_without_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, _address);
        using var head = await _browser.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, _whole.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_plugin_without_an_origin_may_read_it()
    {
        using var file = await AskAsync(request => request.Headers.Add("Origin", "null"));
        Assert.Equal("null", Assert.Single(file.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("/files/mascotforge/0199b3a1-5b7e-7c31-9a51-2f8e6d7c9b20/x.png")]
    [InlineData("/files/..%2f..%2fplatform.db/a/b")]
    [InlineData("/files/mascotforge/0199b3a1-5b7e-7c31-9a51-2f8e6d7c9b20/8d5c1e0b7a9f4e2d6c3b5a1908f7e6d5c4b3a29180f7e6d5c4b3a2918070605f.png?signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_was_never_signed_leads_nowhere(string path)
    {
        using var answer = await _browser.GetAsync(path);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
    }

    private Task<HttpResponseMessage> AskAsync(Action<HttpRequestMessage> prepare)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _address);
        prepare(request);
        return _browser.SendAsync(request);
    }
}
