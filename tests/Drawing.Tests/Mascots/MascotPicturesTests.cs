using System.IO.Compression;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Tests.Mascots;

public class MascotPicturesTests
{
    private static readonly (string Name, int Size)[] Contract =
    [
        ("favicon-16", 16), ("favicon-32", 32), ("favicon-48", 48), ("apple-touch-icon", 180), ("android-36", 36), ("android-48", 48),
            ("android-72", 72), ("android-96", 96), ("android-144", 144), ("android-192", 192),
        ("android-512", 512), ("ios-1024", 1024), ("generic-256", 256), ("generic-512", 512), ("generic-1024", 1024),
    ];

    public static TheoryData<MascotStyle> Styles => [.. Enum.GetValues<MascotStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_three_pictures_are_right_in_size_and_ground(MascotStyle style)
    {
        var images = MascotPictures.Draw(MascotDesigner.Design("a fox with a hat", style));
        var (body, avatar, icon) = (PngFile.Read(images.FullBody), PngFile.Read(images.Avatar), PngFile.Read(images.Icon));
        Assert.Equal((1024, 1024), (body.Width, body.Height));
        Assert.Equal((512, 512), (avatar.Width, avatar.Height));
        Assert.Equal((512, 512), (icon.Width, icon.Height));
        Assert.All([(3, 3), (1020, 3), (3, 1020), (1020, 1020)], corner => Assert.Equal(0, body.Alpha(corner.Item1, corner.Item2)));
        Assert.Equal(255, body.Alpha(512, 512));
        Assert.Equal(0, avatar.Alpha(2, 2));
        Assert.Equal(255, avatar.Alpha(256, 8));
        Assert.Equal(0, icon.Alpha(2, 2));
        Assert.Equal(255, icon.Alpha(256, 3));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_same_design_gives_the_same_bytes(MascotStyle style)
    {
        var design = MascotDesigner.Design("a sleepy owl with a blue scarf", style);
        var (once, again) = (MascotPictures.Draw(design), MascotPictures.Draw(design));
        Assert.Equal(once.FullBody, again.FullBody);
        Assert.Equal(once.Avatar, again.Avatar);
        Assert.Equal(once.Icon, again.Icon);
        Assert.Equal(LogoPack.Draw(design).Zip, LogoPack.Draw(design).Zip);
    }

    [Fact]
    public void A_pack_has_the_contracts_logos_and_an_archive_of_the_same_files()
    {
        var pack = LogoPack.Draw(MascotDesigner.Design("a robot", MascotStyle.Flat), [new(0x1F, 0xA8, 0x5A)]);
        Assert.Equal(Contract.Select(logo => (logo.Name, logo.Size, logo.Size)),
            pack.Logos.Select(logo => (logo.Name, logo.Width, logo.Height)));
        foreach (var logo in pack.Logos)
        {
            var file = PngFile.Read(logo.Png);
            Assert.Equal((logo.Width, logo.Height), (file.Width, file.Height));
        }

        using var archive = new ZipArchive(new MemoryStream(pack.Zip));
        Assert.Equal(pack.Logos.Select(logo => logo.Name + ".png"), archive.Entries.Select(entry => entry.FullName));
        foreach (var (entry, logo) in archive.Entries.Zip(pack.Logos))
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            Assert.Equal(logo.Png, content.ToArray());
        }
    }

    [Fact]
    public void Shops_that_round_icons_themselves_get_full_squares()
    {
        var pack = LogoPack.Draw(MascotDesigner.Design("a robot", MascotStyle.Toy));
        foreach (var name in new[] { "ios-1024", "apple-touch-icon" })
        {
            var file = PngFile.Read(pack.Logos.Single(logo => logo.Name == name).Png);
            Assert.All([0, file.Width - 1], x => Assert.All([0, file.Width - 1], y => Assert.Equal(255, file.Alpha(x, y))));
        }
    }

    [Fact]
    public void Brand_colours_are_seen_in_every_logo()
    {
        var design = MascotDesigner.Design("an orange cat", MascotStyle.Cartoon);
        var green = LogoPack.Draw(design, [new(0x1F, 0xA8, 0x5A)]);
        var plain = LogoPack.Draw(design);
        Assert.All(green.Logos, logo => Assert.True(ShareOfGreen(logo.Png) > 0.15f, logo.Name));
        Assert.All(plain.Logos, logo => Assert.True(ShareOfGreen(logo.Png) < 0.1f, logo.Name));
    }

    [Fact]
    public void Small_logos_are_drawn_anew_and_not_only_scaled()
    {
        var pack = LogoPack.Draw(MascotDesigner.Design("a bear with a flower", MascotStyle.Kawaii), [new(0x2B, 0x6C, 0xF0)]);
        using var large = SKBitmap.Decode(pack.Logos.Single(logo => logo.Name == "android-512").Png);
        using var small = SKBitmap.Decode(pack.Logos.Single(logo => logo.Name == "favicon-32").Png);
        using var scaled = large.Resize(new SKImageInfo(32, 32), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        // Much darker are only eyes and mouth; they take more of the small logo than scaling would leave.
        Assert.True(Dark(small) > Dark(scaled) * 1.2f, $"{Dark(small)} and {Dark(scaled)}");

        static int Dark(SKBitmap bitmap) => bitmap.Pixels.Count(pixel => pixel.Alpha > 200 && pixel.Red + pixel.Green + pixel.Blue < 330);
    }

    [Fact]
    public void A_painted_mascot_is_brought_to_the_same_pictures()
    {
        var picture = Painted(700, 900);
        var images = MascotPictures.FromPicture(picture);
        var (body, avatar, icon) = (PngFile.Read(images.FullBody), PngFile.Read(images.Avatar), PngFile.Read(images.Icon));
        Assert.Equal((1024, 512, 512), (body.Width, avatar.Width, icon.Width));
        Assert.Equal(0, body.Alpha(4, 4));
        // The figure, a red head over a blue body, fills the height; the icon shows the head.
        using var whole = SKBitmap.Decode(images.FullBody);
        using var head = SKBitmap.Decode(images.Icon);
        Assert.True(whole.GetPixel(512, 60) is { Red: > 180, Alpha: 255 });
        Assert.True(whole.GetPixel(512, 960) is { Blue: > 180, Alpha: 255 });
        Assert.True(head.GetPixel(256, 200) is { Red: > 180, Blue: < 90 });
        Assert.Equal(15, LogoPack.FromPicture(picture, [new(0x1F, 0xA8, 0x5A)]).Logos.Length);
        Assert.Equal(images.Avatar, MascotPictures.FromPicture(picture).Avatar);
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => MascotPictures.FromPicture([]));
        Assert.Throws<InvalidDataException>(() => MascotPictures.FromPicture("hello"u8.ToArray()));
        Assert.Throws<InvalidDataException>(() => LogoPack.FromPicture(Painted(64, 64)[..60]));
        Assert.Throws<InvalidDataException>(() => Palettes.FromPicture([1, 2, 3]));
    }

    [Fact]
    public void A_picture_that_would_unfold_to_too_much_memory_is_refused_unread()
    {
        // The header of an otherwise small file says 60,000 by 60,000.
        var bomb = Painted(64, 64);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);
        Assert.Throws<InvalidDataException>(() => MascotPictures.FromPicture(bomb));
    }

    [Fact]
    public void A_picture_of_nothing_is_drawn_as_nothing() => Assert.Equal(1024,
        PngFile.Read(MascotPictures.FromPicture(Picture(20, 30, _ => { })).FullBody).Width);

    [Fact]
    public void A_palette_holds_the_colours_that_stand_out_without_the_ground()
    {
        var colors = Palettes.FromPicture(Picture(300, 300, canvas =>
        {
            canvas.Clear(SKColors.White);
            canvas.DrawRect(20, 20, 200, 120, new SKPaint { Color = new SKColor(0x1F, 0xA8, 0x5A) });
            canvas.DrawRect(20, 150, 160, 80, new SKPaint { Color = new SKColor(0xF5, 0xA5, 0x23) });
            canvas.DrawRect(200, 160, 50, 60, new SKPaint { Color = new SKColor(0x22, 0x22, 0x44) });
        }));
        Assert.InRange(colors.Length, 3, 5);
        Assert.True(Near(colors[0], new(0x1F, 0xA8, 0x5A)), colors[0].Hex);
        Assert.True(Near(colors[1], new(0xF5, 0xA5, 0x23)), colors[1].Hex);
        Assert.Contains(colors, color => Near(color, new(0x22, 0x22, 0x44)));
        Assert.Empty(Palettes.FromPicture(Picture(30, 30, canvas => canvas.Clear(SKColors.White))));
        Assert.Empty(Palettes.FromPicture(Picture(30, 30, _ => { })));

        static bool Near(Rgba a, Rgba b) => Math.Abs(a.R - b.R) + Math.Abs(a.G - b.G) + Math.Abs(a.B - b.B) < 40;
    }

    private static byte[] Painted(int width, int height) => Picture(width, height, canvas =>
    {
        canvas.DrawCircle(width / 2f, height * 0.35f, width * 0.3f, new SKPaint
        {
            Color = new SKColor(0xE0, 0x30, 0x30),
            IsAntialias = true
        });
        canvas.DrawRect(width * 0.35f, height * 0.55f, width * 0.3f, height * 0.35f, new SKPaint { Color = new SKColor(0x30, 0x50, 0xE0) });
    });

    private static byte[] Picture(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap)) draw(canvas);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static float ShareOfGreen(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels.Count(pixel => pixel.Alpha > 128 && pixel.Green > pixel.Red + 40
            && pixel.Green > pixel.Blue + 30) / (float)bitmap.Pixels.Length;
    }
}
