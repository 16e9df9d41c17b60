using System.Net;
using System.Text.Json.Nodes;
using Platform.Drawing.Tests.Mascots;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class AvatarTests(PlatformServer server)
{
    private const string Prefix = "data:image/png;base64,";

    [Theory]
    [InlineData("anime")]
    [InlineData("cyberpunk")]
    [InlineData("fantasy")]
    public async Task Four_different_pictures_come_and_one_of_them_can_be_kept(string style)
    {
        var client = await server.SignUpAsync();
        var answer = await client.PostAsync("/characters/generate-avatar", new JsonObject
        {
            ["style"] = style,
            ["appearance"] = new JsonObject { ["hair_color"] = "Silver", ["eye_color"] = "Blue" },
        });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var images = answer.Json!["images"]!.AsArray().Select(image => (string)image!).ToList();
        Assert.Equal(4, images.Distinct().Count());
        Assert.All(images, image =>
        {
            Assert.StartsWith(Prefix, image, StringComparison.Ordinal);
            var picture = PngFile.Read(Convert.FromBase64String(image[Prefix.Length..]));
            Assert.Equal((512, 512), (picture.Width, picture.Height));
        });

        var character = await client.PostAsync("/characters", new JsonObject { ["name"] = "Luna", ["style"] = style, ["avatar_url"] = images[2] });
        Assert.Equal((HttpStatusCode.Created, images[2]), (character.Status, character.Text("avatar_url")));
    }
}
