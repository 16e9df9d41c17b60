using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Platform.Generation;

namespace Platform.Tests.Generation;

/// <summary>What a stranger's address may and may not do.</summary>
public sealed class PictureFetcherTests : IAsyncLifetime, IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private PictureServer _server = null!;
    private StagedInternet _internet = null!;
    private PictureFetcher _fetcher = null!;

    public async Task InitializeAsync()
    {
        _server = await PictureServer.StartAsync();
        _internet = new StagedInternet(_server.Port);
        _fetcher = new PictureFetcher(new PicturePolicy(), _internet, _clock);
    }

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("image/png", "image/png")]
    [InlineData("image/jpeg", "image/jpeg")]
    [InlineData("image/jpg", "image/jpeg")]
    [InlineData("image/gif", "image/gif")]
    [InlineData("IMAGE/WebP; q=1", "image/webp")]
    public async Task A_picture_comes_as_it_is(string header, string type)
    {
        var content = Of(type);
        _server.Has("/fox", content, header);
        var picture = await _fetcher.FetchAsync(" http://pictures.example/fox?size=1#top ");
        Assert.Equal(type, picture.ContentType);
        Assert.Equal(content, picture.Content);
        Assert.Equal(new IPEndPoint(IPAddress.Parse(StagedInternet.Public), 80), Assert.Single(_internet.Connections));
    }

    [Fact]
    public async Task A_picture_under_the_wrong_picture_type_is_what_it_is()
    {
        _server.Has("/fox", Pictures.Webp, "image/jpeg");
        Assert.Equal("image/webp", (await _fetcher.FetchAsync("http://pictures.example/fox")).ContentType);
    }

    [Theory]
    [InlineData("text/html", "image/png")]
    [InlineData("image/svg+xml", "image/png")]
    [InlineData(null, "image/png")]
    [InlineData("image/png", "")]
    [InlineData("image/png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("image/webp", "RIFF....WAVEfmt ")]
    public async Task What_is_no_picture_is_refused_whatever_it_claims(string? header, string content)
    {
        _server.Has("/fox", Of(content), header);
        Assert.Contains("no picture", await RefusalAsync("http://pictures.example/fox"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fox.png")]
    [InlineData("/fox")]
    [InlineData("//pictures.example/fox")]
    [InlineData("ftp://pictures.example/fox")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://pictures.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("http://fox:secret@pictures.example/fox")]
    [InlineData("http://fox@pictures.example/fox")]
    [InlineData("http://pictures.example:8080/fox")]
    [InlineData("http://pictures.example:22/fox")]
    [InlineData("https://pictures.example:6379/fox")]
    public async Task An_address_that_is_none_is_refused_without_a_connection(string address)
    {
        await RefusalAsync(address);
        Assert.Empty(_internet.Connections);
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused() =>
        Assert.Contains("too long", await RefusalAsync("http://pictures.example/" + new string('a', 5000)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://intranet.example/")]
    [InlineData("http://INTRANET.example./")]
    [InlineData("https://10.0.0.1/")]
    public async Task A_private_address_is_never_connected_to(string address)
    {
        string[] names = ["localhost", "intranet.example", "intranet.example."];
        foreach (var name in names) _internet.Name(name, ["10.0.0.5", "::1"], ["10.0.0.5"]);
        Assert.Equal("The picture could not be reached at its address.", await RefusalAsync(address));
        Assert.Empty(_internet.Connections);
    }

    [Fact]
    public async Task What_is_private_looks_like_what_does_not_exist()
    {
        _internet.Name("nobody.example").Name("intranet.example", ["10.0.0.5"]).Name("down.example", ["93.184.216.99"]);
        _internet.Down.Add("93.184.216.99");
        string[] hosts = ["nobody.example", "intranet.example", "down.example"];
        var refusals = new HashSet<string>();
        foreach (var host in hosts) refusals.Add(await RefusalAsync($"http://{host}/"));
        Assert.Single(refusals);
    }

    [Fact]
    public async Task A_name_that_becomes_private_after_it_was_checked_gains_nothing()
    {
        _internet.Name("rebinding.example", [StagedInternet.Public], ["127.0.0.1"], ["127.0.0.1"]);
        _server.Has("/fox", Pictures.Png).Has("/closes", context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.Redirect("/fox");
            return Task.CompletedTask;
        });

        // The first look at the name is the one that the connection goes to; the second is for a new connection, and is refused.
        await RefusalAsync("http://rebinding.example/closes");
        Assert.Equal(IPAddress.Parse(StagedInternet.Public), Assert.Single(_internet.Connections).Address);
    }

    [Fact]
    public async Task Of_several_addresses_of_a_name_public_ones_are_tried_in_turn_and_others_never()
    {
        _internet.Name("many.example", ["10.0.0.1", "93.184.216.99", "::1", StagedInternet.Public]).Down.Add("93.184.216.99");
        _server.Has("/fox", Pictures.Png);
        await _fetcher.FetchAsync("http://many.example/fox");
        Assert.Equal(["93.184.216.99", StagedInternet.Public], _internet.Connections.Select(connection => connection.Address.ToString()));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Three_redirects_are_followed_without_cookies_or_a_trail(int status)
    {
        _server.Leads("/1", "http://second.example/2", status).Leads("/2", "3", status).Leads("/3", "//third.example/fox", status);
        _server.Has("/fox", Pictures.Gif);
        Assert.Equal("image/gif", (await _fetcher.FetchAsync("http://first.example/1")).ContentType);
        Assert.Equal(
            ["first.example/1", "second.example/2", "second.example/3", "third.example/fox"],
            _server.Requests.Select(request => request.Url));
        Assert.All(_server.Requests, request =>
        {
            string[] never = ["Cookie", "Referer", "Authorization", "traceparent"];
            Assert.DoesNotContain(never, request.Headers.ContainsKey);
        });
    }

    [Fact]
    public async Task A_fourth_redirect_is_refused()
    {
        _server.Leads("/1", "/2").Leads("/2", "/3").Leads("/3", "/4").Leads("/4", "/fox").Has("/fox", Pictures.Gif);
        Assert.Contains("too many", await RefusalAsync("http://pictures.example/1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1/fox")]
    [InlineData("http://[::1]/fox")]
    [InlineData("http://intranet.example/fox")]
    [InlineData("http://pictures.example:8080/fox")]
    [InlineData("http://fox:secret@pictures.example/fox")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    public async Task A_redirect_is_checked_like_an_address(string location)
    {
        _internet.Name("intranet.example", ["192.168.0.1"]);
        _server.Leads("/leads", location).Has("/fox", Pictures.Png);
        await RefusalAsync("http://pictures.example/leads");
        Assert.Single(_internet.Connections);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_picture_of_five_megabytes_is_taken_and_one_byte_more_is_not()
    {
        _server.Has("/most", Padded(5_000_000)).Has("/more", Padded(5_000_001));
        Assert.Equal(5_000_000, (await _fetcher.FetchAsync("http://pictures.example/most")).Content.Length);
        Assert.Contains("larger than 5 MB", await RefusalAsync("http://pictures.example/more"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_an_end_is_counted()
    {
        var left = new TaskCompletionSource();
        _server.Has("/endless", async context =>
        {
            await using var registration = context.RequestAborted.Register(left.SetResult);
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(Padded(5_000_001));
            await context.Response.Body.FlushAsync();
            await left.Task;
        });
        Assert.Contains("larger than 5 MB", await RefusalAsync("http://pictures.example/endless"), StringComparison.Ordinal);
        await left.Task;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_takes_its_time_is_left(bool hasBegun)
    {
        var arrived = new TaskCompletionSource();
        _server.Has("/slow", async context =>
        {
            context.Response.ContentType = "image/png";
            if (hasBegun) await context.Response.Body.WriteAsync(Pictures.Png);
            if (hasBegun) await context.Response.Body.FlushAsync();
            arrived.SetResult();
            var left = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(left.SetResult);
            await left.Task;
        });
        var refusal = RefusalAsync("http://pictures.example/slow");
        await arrived.Task;
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(refusal.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Contains("too long", await refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_cut_is_no_picture()
    {
        _server.Has("/cut", async context =>
        {
            context.Response.ContentType = "image/png";
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync(Pictures.Png);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        await RefusalAsync("http://pictures.example/cut");
    }

    [Fact]
    public async Task A_server_that_refuses_is_quoted_by_its_number() =>
        Assert.Contains("answered 404", await RefusalAsync("http://pictures.example/missing"), StringComparison.Ordinal);

    [Fact]
    public async Task Who_gives_up_is_told_so() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => _fetcher.FetchAsync("http://pictures.example/fox", new CancellationToken(canceled: true)));

    [Theory]
    [InlineData("image/png")]
    [InlineData("image/jpeg")]
    [InlineData("image/gif")]
    [InlineData("image/webp")]
    public async Task A_data_uri_is_a_picture_too(string type)
    {
        var content = Of(type);
        var picture = await _fetcher.FetchAsync($"data:{type};base64,{Convert.ToBase64String(content)}");
        Assert.Equal(type, picture.ContentType);
        Assert.Equal(content, picture.Content);
        Assert.Empty(_internet.Connections);
    }

    [Theory]
    [InlineData("data:")]
    [InlineData("data:,")]
    [InlineData("data:image/png;base64,")]
    [InlineData("data:image/png;base64,iVBORw0KGgo")]
    [InlineData("data:image/png;base64,!!!!")]
    [InlineData("data:image/png,iVBORw0KGgo=")]
    [InlineData("data:image/svg+xml;base64,iVBORw0KGgo=")]
    [InlineData("data:text/html;base64,iVBORw0KGgo=")]
    [InlineData("data:image/png;charset=utf-8;base64,iVBORw0KGgo=")]
    [InlineData("data:image/png;base64,PHN2Zy8+")]
    public async Task A_data_uri_that_is_no_picture_is_refused(string uri) =>
        Assert.Contains("no picture", await RefusalAsync(uri), StringComparison.Ordinal);

    [Fact]
    public async Task A_data_uri_has_the_limit_of_a_download()
    {
        await _fetcher.FetchAsync($"data:image/png;base64,{Convert.ToBase64String(Padded(5_000_000))}");
        var refusal = await RefusalAsync($"data:image/png;base64,{Convert.ToBase64String(Padded(5_000_001))}");
        Assert.Contains("larger than 5 MB", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public async Task Only_a_setting_for_development_opens_private_networks(string? setting, bool isOpen)
    {
        _server.Has("/fox", Pictures.Png);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Generation:References:AllowPrivateAddresses", setting)]).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        services.AddReferencePictures(configuration);
        await using var provider = services.BuildServiceProvider();
        var fetch = provider.GetRequiredService<PictureFetcher>().FetchAsync($"http://localhost:{_server.Port}/fox");
        if (isOpen) Assert.Equal(Pictures.Png, (await fetch).Content);
        else await Assert.ThrowsAsync<ReferencePictureException>(() => fetch);
    }

    private async Task<string> RefusalAsync(string address) =>
        (await Assert.ThrowsAsync<ReferencePictureException>(() => _fetcher.FetchAsync(address))).Message;

    private static byte[] Of(string what) => what switch
    {
        "image/png" => Pictures.Png,
        "image/jpeg" => Pictures.Jpeg,
        "image/gif" => Pictures.Gif,
        "image/webp" => Pictures.Webp,
        _ => System.Text.Encoding.ASCII.GetBytes(what),
    };

    private static byte[] Padded(int length)
    {
        var content = new byte[length];
        Pictures.Png.CopyTo(content, 0);
        return content;
    }
}
