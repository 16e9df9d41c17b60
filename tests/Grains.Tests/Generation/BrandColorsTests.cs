using Platform.Generation;
using SkiaSharp;

namespace Platform.Tests.Generation;

public sealed class BrandColorsTests
{
    private static readonly PicturePolicy Policy = new();

    [Fact]
    public async Task They_are_those_of_the_reference_picture_and_only_where_the_style_asks_for_them()
    {
        using var pictures = new PictureFetcher(Policy, new Internet(), TimeProvider.System);
        var brand = new BrandColors(pictures);
        var address = $"data:image/png;base64,{Convert.ToBase64String(Red())}";
        Assert.Equal("#C81428", Assert.Single(await brand.OfAsync(Order("match_brand", address), default)));
        Assert.Empty(await brand.OfAsync(Order("flat", address), default));
        Assert.Empty(await brand.OfAsync(Order("match_brand", null), default));
    }

    [Theory]
    [InlineData("http://127.0.0.1/brand.png")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("file:///etc/passwd")]
    public async Task A_picture_that_can_not_be_had_is_refused_with_a_sentence(string address)
    {
        using var pictures = new PictureFetcher(Policy, new Internet(), TimeProvider.System);
        var refused = await Assert.ThrowsAsync<RenderRefusedException>(() => new BrandColors(pictures).OfAsync(Order("match_brand", address), default));
        Assert.StartsWith("The reference picture could not be used.", refused.Message, StringComparison.Ordinal);
    }

    private static byte[] Red()
    {
        using var bitmap = new SKBitmap(16, 16);
        bitmap.Erase(new SKColor(200, 20, 40));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static MascotOrder Order(string style, string? reference) => new("Luna", "a cat", style, reference, FigmaFileId: null);
}
