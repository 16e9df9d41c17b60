using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using Platform.Drawing.Tests.Mascots;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class LogoPackTests(PlatformServer server)
{
    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["favicon-16"] = 16,
        ["favicon-32"] = 32,
        ["favicon-48"] = 48,
        ["apple-touch-icon"] = 180,
        ["android-36"] = 36,
        ["android-48"] = 48,
        ["android-72"] = 72,
        ["android-96"] = 96,
        ["android-144"] = 144,
        ["android-192"] = 192,
        ["android-512"] = 512,
        ["ios-1024"] = 1024,
        ["generic-256"] = 256,
        ["generic-512"] = 512,
        ["generic-1024"] = 1024,
    };

    [Fact]
    public async Task A_pack_has_the_fifteen_sizes_and_an_archive_of_the_same_files()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var pack = await MakeAsync(client);
        var sizes = pack.Json!["sizes"]!.AsArray();
        Assert.Equal(Sizes, sizes.ToDictionary(size => (string)size!["name"]!, size => (int)size!["width"]!));
        var browser = server.CreateClient();
        using var zip = new ZipArchive(new MemoryStream(await browser.GetByteArrayAsync(pack.Text("zipFileUrl"))));
        Assert.Equal(Sizes.Keys.Order(), zip.Entries.Select(entry => entry.Name[..^".png".Length]).Order());
        foreach (var size in sizes)
        {
            var file = await browser.GetByteArrayAsync((string)size!["url"]!);
            var picture = PngFile.Read(file);
            Assert.Equal(((int)size["width"]!, (int)size["height"]!), (picture.Width, picture.Height));
            using var zipped = new MemoryStream();
            using (var entry = zip.GetEntry($"{size["name"]}.png")!.Open()) entry.CopyTo(zipped);
            Assert.Equal(file, zipped.ToArray());
        }

        Assert.Equal(["#FF5733", "#33FF55"], pack.Json!["brandColors"]!.AsArray().Select(color => (string)color!));
    }

    [Fact]
    public async Task A_download_link_is_good_for_an_hour_and_breaks_when_altered()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var pack = await MakeAsync(client);
        var link = (await client.GetAsync($"/logo-packs/{pack.Text("id")}/download")).Text("downloadUrl");
        using var saved = await server.CreateClient().GetAsync(link);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (saved.StatusCode, saved.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("logo-pack-", saved.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);

        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(HttpUtility.ParseQueryString(new Uri(link).Query)["expires"]!));
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
        var later = link.Replace($"expires={expires.ToUnixTimeSeconds()}", $"expires={expires.ToUnixTimeSeconds() + 1}");
        foreach (var altered in new[] { later, link[..^1] + (link[^1] == 'A' ? 'B' : 'A'), link.Replace("name=", "nome="), link[..link.IndexOf('?')] })
            Assert.Equal(HttpStatusCode.Forbidden, (await server.CreateClient().GetAsync(altered)).StatusCode);
    }

    [Fact]
    public async Task Colors_that_are_none_are_a_clear_error()
    {
        var client = await MascotForgeClient.SignUpAsync(server);
        var path = $"/mascots/{await client.MakeMascotAsync()}/logo-packs";
        MascotForgeClient.Refused(await client.PostAsync(path, new JsonObject { ["brandColors"] = new JsonArray("red") }), 400);
        MascotForgeClient.Refused(await client.PostAsync(path, new JsonObject { ["brandColors"] = new JsonArray([.. Enumerable.Range(0, 11).Select(_ => (JsonNode)"#fff")]) }), 400);
    }

    private static async Task<Answer> MakeAsync(MascotForgeClient client)
    {
        var ordered = await client.PostAsync(
            $"/mascots/{await client.MakeMascotAsync()}/logo-packs", new JsonObject { ["brandColors"] = new JsonArray("#FF5733", "#3f5") });
        Assert.Equal(HttpStatusCode.Created, ordered.Status);
        return await client.EndAsync($"/logo-packs/{ordered.Text("id")}");
    }
}
