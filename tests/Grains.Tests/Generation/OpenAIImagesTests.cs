using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Platform.Generation;
using Platform.Testing;

namespace Platform.Tests.Generation;

/// <summary>What is asked of a server of pictures, and what becomes of its answers.</summary>
public sealed class OpenAIImagesTests : IAsyncLifetime, IDisposable
{
    private const string Key = "sk-a-secret-of-some-length";

    private static readonly ImageRequest Fox = new("A fox.", 1024, 1536, IsTransparent: true, Seed: 7, Count: 2);
    private static readonly byte[] Pixel = ImageServer.Pixel;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly LogLines _log = new();
    private ImageServer _server = null!;
    private ServiceProvider _services = null!;

    private OpenAIImages Images => _services.GetRequiredService<OpenAIImages>();

    public async Task InitializeAsync()
    {
        _server = await ImageServer.StartAsync();
        _services = Services();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        Assert.DoesNotContain(Key, _log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _log.Dispose();

    [Theory]
    [InlineData("gpt-image-1", """2,"size":"1024x1536","output_format":"png","background":"transparent"}""")]
    [InlineData("dall-e-3", """1,"size":"1024x1536","response_format":"b64_json"}""")]
    [InlineData("dall-e-2", """2,"size":"1024x1536","response_format":"b64_json"}""")]
    [InlineData("sdxl", """2,"size":"1024x1536","response_format":"b64_json","seed":7}""")]
    public async Task A_model_is_asked_for_what_it_knows(string model, string rest)
    {
        await using var services = Services(("Model", model));
        await services.GetRequiredService<OpenAIImages>().GenerateAsync(Fox);
        Assert.Equal($$"""{"model":"{{model}}","prompt":"A fox.","n":{{rest}}""", _server.Requests.Single().ToJsonString());
        Assert.Equal($"Bearer {Key}", _server.Keys.Single());
    }

    [Fact]
    public async Task A_server_of_ones_own_needs_no_key()
    {
        await using var services = Services(("ApiKey", null));
        await services.GetRequiredService<OpenAIImages>().GenerateAsync(Fox);
        Assert.Equal("", _server.Keys.Single());
    }

    [Fact]
    public async Task Pictures_come_in_their_order()
    {
        byte[] other = [.. Pixel, 1];
        _server.Then(ImageServer.Draws(Pixel, other));
        var pictures = await Images.GenerateAsync(Fox);
        Assert.Equal([Pixel, other], pictures.Select(picture => picture.Content));
        Assert.All(pictures, picture => Assert.Equal("image/png", picture.ContentType));
    }

    [Fact]
    public async Task Addresses_on_the_servers_own_host_are_followed_without_the_key()
    {
        _server.Then(ImageServer.Links(_server.File("1.png", Pixel), _server.File("2.png", Pixel)));
        Assert.Equal(2, (await Images.GenerateAsync(Fox)).Count);
        Assert.Equal([$"Bearer {Key}", "", ""], _server.Keys);
    }

    [Fact]
    public async Task Addresses_elsewhere_in_private_networks_are_not()
    {
        await using var other = await ImageServer.StartAsync();
        _server.Then(ImageServer.Links(other.File("1.png", Pixel), "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd"));
        await Assert.ThrowsAsync<TransientRenderException>(() => Images.GenerateAsync(Fox));
        Assert.Empty(other.Keys);
    }

    [Fact]
    public async Task Of_an_answer_in_parts_the_parts_are_taken()
    {
        var good = Convert.ToBase64String(Pixel);
        _server.Then(ImageServer.Sends(
            new JsonObject { ["b64_json"] = "not base64!" },
            new JsonObject { ["b64_json"] = good },
            new JsonObject { ["b64_json"] = Convert.ToBase64String("<html>"u8) },
            new JsonObject { ["url"] = $"{_server.Root}/files/missing.png" },
            new JsonObject { ["b64_json"] = null, ["url"] = null, ["revised_prompt"] = "A red fox." },
            new JsonObject { ["url"] = _server.File("1.png", Pixel) }));
        Assert.Equal(2, (await Images.GenerateAsync(Fox with { Count = 6 })).Count);

        _server.Then(ImageServer.Draws(Pixel, Pixel, Pixel));
        Assert.Equal(3, (await Images.GenerateAsync(Fox with { Count = 4 })).Count);
        Assert.Contains("3 of 4", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_was_asked_for_is_left()
    {
        _server.Then(ImageServer.Draws(Pixel, Pixel, Pixel));
        Assert.Equal(2, (await Images.GenerateAsync(Fox)).Count);
    }

    [Theory]
    [InlineData(408, null, null)]
    [InlineData(409, null, null)]
    [InlineData(429, "7", 7)]
    [InlineData(429, "Sun, 01 Mar 2026 12:01:00 GMT", 60)]
    [InlineData(429, "Sun, 01 Mar 2026 11:00:00 GMT", 0)]
    [InlineData(429, "soon", null)]
    [InlineData(500, null, null)]
    [InlineData(502, null, null)]
    [InlineData(503, "120", 120)]
    public async Task A_server_in_trouble_may_be_asked_again_when_it_says(int status, string? retryAfter, int? seconds)
    {
        _server.Then(ImageServer.Fails(status, "server_error", retryAfter));
        var error = await Assert.ThrowsAsync<TransientRenderException>(() => Images.GenerateAsync(Fox));
        Assert.Equal(seconds, (int?)error.RetryAfter?.TotalSeconds);
        Assert.Contains($"{status} server_error", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData(400, "moderation_blocked", "Please describe it differently")]
    [InlineData(400, "content_policy_violation", "does not draw")]
    [InlineData(400, null, "Please describe it differently")]
    [InlineData(422, null, "Please describe it differently")]
    [InlineData(401, "invalid_api_key", "Its operator can help")]
    [InlineData(403, null, "Its operator can help")]
    [InlineData(404, "model_not_found", "Its operator can help")]
    [InlineData(302, null, "Its operator can help")]
    public async Task A_server_that_refuses_says_why_to_whoever_asked(int status, string? code, string sentence)
    {
        _server.Then(ImageServer.Fails(status, code));
        var error = await Assert.ThrowsAsync<RenderRefusedException>(() => Images.GenerateAsync(Fox));
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
        Assert.Contains($"answered {status}", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_none_is_not_passed_on()
    {
        _server.Then(ImageServer.Fails(500, $"bad key {Key}"));
        var error = await Assert.ThrowsAsync<TransientRenderException>(() => Images.GenerateAsync(Fox));
        Assert.DoesNotContain(Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[null]}""")]
    [InlineData("""{"data":[{"b64_json":5}]}""")]
    [InlineData("""{"data":[{"b64_json":"AAAA"}]}""")]
    [InlineData("""{"data":[{"url":"/files/1.png"}]}""")]
    public async Task An_answer_without_a_picture_may_be_better_the_next_time(string body)
    {
        _server.Then(ImageServer.Writes(body));
        await Assert.ThrowsAsync<TransientRenderException>(() => Images.GenerateAsync(Fox));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_cut_may_be_better_the_next_time(bool hasBegun)
    {
        _server.Then(ImageServer.Breaks(hasBegun));
        await Assert.ThrowsAsync<TransientRenderException>(() => Images.GenerateAsync(Fox));
    }

    [Fact]
    public async Task Nobody_there_may_be_better_the_next_time()
    {
        await using var services = Services(("BaseUrl", "http://127.0.0.1:1/v1"));
        await Assert.ThrowsAsync<TransientRenderException>(() => services.GetRequiredService<OpenAIImages>().GenerateAsync(Fox));
    }

    [Fact]
    public async Task A_server_that_takes_too_long_is_left()
    {
        var arrived = new TaskCompletionSource();
        _server.Then(ImageServer.Waits(arrived, new TaskCompletionSource().Task, ImageServer.Draws(Pixel)));
        var drawing = Images.GenerateAsync(Fox);
        await arrived.Task;
        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(drawing.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<TransientRenderException>(() => drawing);
    }

    [Fact]
    public async Task Who_gives_up_is_told_so_and_makes_room_for_others()
    {
        await using var services = Services(("MaxConcurrency", "1"));
        var images = services.GetRequiredService<OpenAIImages>();
        var arrived = new TaskCompletionSource();
        _server.Then(ImageServer.Waits(arrived, new TaskCompletionSource().Task, ImageServer.Draws(Pixel)), ImageServer.Draws(Pixel));
        using var gaveUp = new CancellationTokenSource();
        var drawing = images.GenerateAsync(Fox, gaveUp.Token);
        await arrived.Task;
        await gaveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => drawing);
        Assert.Single(await images.GenerateAsync(Fox));
    }

    [Fact]
    public async Task No_more_are_under_way_at_once_than_the_setting_says()
    {
        await using var services = Services(("MaxConcurrency", "2"));
        var images = services.GetRequiredService<OpenAIImages>();
        var over = new TaskCompletionSource();
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        _server.Then(
            ImageServer.Waits(first, over.Task, ImageServer.Draws(Pixel)), ImageServer.Waits(second, over.Task, ImageServer.Draws(Pixel)));
        var drawings = Enumerable.Range(0, 5).Select(_ => images.GenerateAsync(Fox)).ToList();
        await Task.WhenAll(first.Task, second.Task);

        // The third waits for its turn, and its time does not run.
        _clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(2, _server.Requests.Count);
        over.SetResult();
        await Task.WhenAll(drawings);
        Assert.Equal(5, _server.Requests.Count);
    }

    private ServiceProvider Services(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Images:Provider"] = "openai",
            ["Images:OpenAI:BaseUrl"] = _server.BaseUrl,
            ["Images:OpenAI:ApiKey"] = Key,
        };
        foreach (var (name, value) in settings) all[$"Images:OpenAI:{name}"] = value;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<TimeProvider>(_clock);
        services.AddImages(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
        return services.BuildServiceProvider();
    }
}
