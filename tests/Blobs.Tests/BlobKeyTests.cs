using FsCheck.Xunit;

namespace Platform.Blobs.Tests;

public sealed class BlobKeyTests
{
    private const string Id = "0199c2de-7c5e-7b51-9d3a-4c1f0f6f2a10";
    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public async Task A_key_is_made_of_its_content()
    {
        var folder = BlobFolder.Of("mascotforge", Guid.Parse(Id));
        var key = BlobKey.Of(folder, "abc"u8, "png");
        Assert.Equal($"mascotforge/{Id}/{Hash}.png", key.ToString());
        using var stream = new MemoryStream("abc"u8.ToArray()) { Position = 2 };
        Assert.Equal(key, await BlobKey.OfAsync(folder, stream, "png"));
        Assert.Equal(0, stream.Position);
        Assert.Equal("image/png", key.ContentType);
    }

    [Property]
    public void What_is_written_is_read(byte[] content, Guid id)
    {
        var key = BlobKey.Of(BlobFolder.Of("a-1", id), content, "zip");
        Assert.Equal(key, BlobKey.Parse(key.ToString()));
        Assert.Equal(key.Folder, BlobFolder.Parse(key.Folder.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData($"mascotforge/{Id}")]
    [InlineData($"mascotforge/{Id}/")]
    [InlineData($"/mascotforge/{Id}/{Hash}.png")]
    [InlineData($"mascotforge//{Hash}.png")]
    [InlineData($"../{Id}/{Hash}.png")]
    [InlineData($"mascotforge/../{Hash}.png")]
    [InlineData($"mascotforge/{Id}/../{Hash}.png")]
    [InlineData($"mascotforge/{Id}/{Id}/{Hash}.png")]
    [InlineData($"mascotforge/{Id}/{Hash}.png/")]
    [InlineData($"mascotforge/{Id}/{Hash}.png\n")]
    [InlineData($"mascotforge/{Id}\n/{Hash}.png")]
    [InlineData($"mascotforge/{Id}/{Hash}.png\0")]
    [InlineData($"mascotforge\\{Id}\\{Hash}.png")]
    [InlineData($"Mascotforge/{Id}/{Hash}.png")]
    [InlineData($"1mascot/{Id}/{Hash}.png")]
    [InlineData($"mascot.forge/{Id}/{Hash}.png")]
    [InlineData($"abcdefghijklmnopqrstuvwxyz1234567/{Id}/{Hash}.png")]
    [InlineData($"mascotforge/0199C2DE-7c5e-7b51-9d3a-4c1f0f6f2a10/{Hash}.png")]
    [InlineData($"mascotforge/0199c2de7c5e7b519d3a4c1f0f6f2a10/{Hash}.png")]
    [InlineData($"mascotforge/{{{Id}}}/{Hash}.png")]
    [InlineData($"mascotforge/{Id} /{Hash}.png")]
    [InlineData($"mascotforge/{Id}/{Hash}")]
    [InlineData($"mascotforge/{Id}/{Hash}.")]
    [InlineData($"mascotforge/{Id}/{Hash}.PNG")]
    [InlineData($"mascotforge/{Id}/{Hash}.html")]
    [InlineData($"mascotforge/{Id}/{Hash}.tar.gz")]
    [InlineData($"mascotforge/{Id}/{Hash}0.png")]
    [InlineData($"mascotforge/{Id}/BA7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.png")]
    [InlineData($"mascotforge/{Id}/{Hash}%2e.png")]
    public void Nothing_else_is_a_key(string text)
    {
        Assert.False(BlobKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => BlobKey.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("a\n")]
    public void No_folder_is_of_such_a_kind(string kind) => Assert.Throws<ArgumentException>(() => BlobFolder.Of(kind, Guid.Empty));

    [Theory]
    [InlineData("")]
    [InlineData(".png")]
    [InlineData("html")]
    [InlineData("../x")]
    public void No_key_is_of_such_an_extension(string extension) =>
        Assert.Throws<ArgumentException>(() => BlobKey.Of(BlobFolder.Of("a", Guid.Empty), [], extension));
}
