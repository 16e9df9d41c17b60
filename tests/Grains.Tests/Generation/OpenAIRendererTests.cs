using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Drawing.Mascots;
using Platform.Generation;
using Platform.Testing;

namespace Platform.Tests.Generation;

/// <summary>What is made of the pictures that a server paints.</summary>
public sealed class OpenAIRendererTests : IAsyncLifetime, IDisposable
{
    /// <summary>A cat that can be decoded, as a server would paint it.</summary>
    private static readonly byte[] Cat = MascotPictures.Draw(MascotDesigner.Design("an orange cat", MascotStyle.Flat)).FullBody;

    private readonly RenderThreads _threads = new(Settings);
    private readonly HttpClient _http = new();
    private ImageServer _server = null!;
    private OpenAIImages _images = null!;

    private static IOptions<GenerationOptions> Settings => Options.Create(new GenerationOptions { Concurrency = 1 });

    private OpenAIRenderer Renderer => new(
        _images, _threads, new AnimationFilms(_threads, Settings, TimeProvider.System, NullLogger<AnimationFilms>.Instance));

    public async Task InitializeAsync()
    {
        _server = await ImageServer.StartAsync();
        var settings = new OpenAIImagesOptions { BaseUrl = _server.BaseUrl, ApiKey = "key" };
        var download = new PictureDownload(new PicturePolicy { Trusted = settings.Endpoint }, new Internet(), TimeProvider.System);
        _images = new OpenAIImages(_http, settings, download, TimeProvider.System, NullLogger<OpenAIImages>.Instance);
    }

    public async Task DisposeAsync()
    {
        _images.Dispose();
        await _server.DisposeAsync();
    }

    public void Dispose()
    {
        _threads.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task A_mascot_is_painted_once_and_all_else_is_made_of_that_picture()
    {
        _server.Then(ImageServer.Draws(Cat));
        var art = await Renderer.DrawMascotAsync(Studio.Mascot("a cat with a hat"), ["#FF0000"], 7, new Progress<double>(), default);
        Assert.Null(art.Character);
        var asked = Assert.Single(_server.Requests)["prompt"]!.GetValue<string>();
        Assert.Contains("a cat with a hat", asked, StringComparison.Ordinal);
        Assert.Contains("#FF0000", asked, StringComparison.Ordinal);

        var source = new MascotSource(Character: null, art.FullBody.Content);
        var pack = await Renderer.DrawLogosAsync(new LogoPackOrder("mascot", [], null), source, new Progress<double>(), default);
        Assert.Equal(15, pack.Sizes.Count);
        var wave = await Renderer.AnimateAsync(new AnimationOrder("mascot", "wave", 128, null), source, videos: false, new Progress<double>(), default);
        Assert.True(wave is { FrameCount: > 0, Webm: null, Mov: null });
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Of_four_figures_those_that_came_before_it_failed_are_delivered()
    {
        _server.Then(ImageServer.Draws(Cat), ImageServer.Draws(Cat, Cat), ImageServer.Fails(503));
        var art = await Renderer.DrawFiguresAsync(Studio.Figures(4), 40, new Progress<double>(), default);
        Assert.Equal([40L, 41, 42], art.Figures.Select(figure => figure.Seed));
        Assert.Equal([4, 3, 1], _server.Requests.Select(request => request["n"]!.GetValue<int>()));
        Assert.Contains("pose:standing", art.Tags);
        // What a server paints as PNG is delivered as what was ordered.
        Assert.All(art.Figures, figure => Assert.Equal<byte>([0xFF, 0xD8], figure.Picture.Content.Span[..2].ToArray()));
    }

    [Fact]
    public async Task Where_none_came_it_may_be_better_the_next_time()
    {
        _server.Then(ImageServer.Fails(503));
        await Assert.ThrowsAsync<TransientRenderException>(() => Renderer.DrawFiguresAsync(Studio.Figures(2), 1, new Progress<double>(), default));
        // One pixel that has only the beginning of a picture.
        _server.Then(ImageServer.Draws(Pictures.Png));
        await Assert.ThrowsAsync<TransientRenderException>(() => Renderer.DrawMascotAsync(Studio.Mascot("x"), [], 1, new Progress<double>(), default));
    }

    [Fact]
    public async Task Four_portraits_come_however_many_a_request_brings()
    {
        _server.Then(ImageServer.Draws(Cat), ImageServer.Draws(Cat, Cat), ImageServer.Draws(Cat));
        var pictures = await Renderer.DrawAvatarsAsync("anime", new Dictionary<string, string> { ["hair_color"] = "Silver" }, 1, default);
        Assert.Equal(4, pictures.Count);
        Assert.Contains("hair color: Silver", _server.Requests.First()["prompt"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
