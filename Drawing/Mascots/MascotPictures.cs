using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>Draws the still pictures of a mascot. The same design gives the same bytes.</summary>
public static class MascotPictures
{
    public const int FullBodySize = 1024;
    public const int AvatarSize = 512;
    public const int IconSize = 512;

    public static MascotImages Draw(MascotDesign design)
    {
        var scene = MascotArtist.Draw(design);
        return new(Png.Of(FullBodySize, canvas => FullBody(canvas, scene, design.Style)),
            Png.Of(AvatarSize, canvas => Avatar(canvas, scene, design)),
            Png.Of(IconSize, canvas => Icon(canvas, scene, design)));
    }

    /// <summary>Makes the three pictures of a mascot of one that was painted elsewhere.</summary>
    /// <exception cref="InvalidDataException">It is no picture that can be decoded, or larger than any picture of a mascot should
    /// be.</exception>
    public static MascotImages FromPicture(byte[] picture)
    {
        using var cutout = Cutout.Of(picture);
        var tint = Backdrops.Tint(cutout.MainColor);
        return new(Png.Of(FullBodySize, canvas => cutout.DrawWhole(canvas, new(0, 0, FullBodySize, FullBodySize))),
            Png.Of(AvatarSize, canvas =>
            {
                Backdrops.Disc(canvas, AvatarSize, tint);
                cutout.DrawHead(canvas, new(0, 0, AvatarSize, AvatarSize), 0.8f);
            }),
            Png.Of(IconSize, canvas =>
            {
                Backdrops.Tile(canvas, IconSize, Backdrops.Against(cutout.MainColor,
                    [cutout.MainColor.Darker(0.45f), Backdrops.Tint(cutout.MainColor)]));
                cutout.DrawHead(canvas, new(0, 0, IconSize, IconSize), 0.9f);
            }));
    }

    private static void FullBody(SKCanvas canvas, Scene scene, MascotStyle style)
    {
        // Pixel art keeps its grid, whose pixels are whole ones here; other styles fill the picture.
        var square = style == MascotStyle.Pixel ? new SKRect(0, 0, scene.Width, scene.Height) : Around(scene.VisibleBounds()!.Value, 0.92f);
        MascotPainter.Draw(canvas, scene, Pose.Rest, style, square, FullBodySize);
    }

    private static void Avatar(SKCanvas canvas, Scene scene, MascotDesign design)
    {
        Backdrops.Disc(canvas, AvatarSize, Backdrops.Tint(design.Accent));
        var head = HeadOf(scene).VisibleBounds()!.Value;
        // The head is a little above the middle, and the shoulders show below it.
        var side = Math.Max(Math.Max(head.Width / 0.8f, head.Height / 0.74f), 250);
        var square = SKRect.Create(Figure.Middle - side / 2, head.Center.Y - side * 0.47f, side, side);
        MascotPainter.Draw(canvas, Plain(scene), Pose.Rest, design.Style, square, AvatarSize);
    }

    private static void Icon(SKCanvas canvas, Scene scene, MascotDesign design)
    {
        Backdrops.Tile(canvas, IconSize, Backdrops.Against(design.Body, design.Brand.IsEmpty
            ? [design.Accent, design.Accent.Darker(0.35f), Backdrops.Tint(design.Accent)] : [.. design.Brand, design.Accent]));
        var head = HeadOf(scene);
        MascotPainter.Draw(canvas, new Scene(scene.Width, scene.Height, [head]), Pose.Rest, design.Style,
            Around(head.VisibleBounds()!.Value, 0.8f), IconSize);
    }

    /// <summary>The scene without its shadow on the ground.</summary>
    internal static Scene Plain(Scene scene) => scene with { Parts = [.. scene.Parts.Where(part => part.Name != "shadow")] };

    internal static Part HeadOf(Scene scene) => scene.AllParts().First(part => part.Name == "head");

    /// <summary>The square about some bounds, of which these fill a share.</summary>
    internal static SKRect Around(Bounds bounds, float share)
    {
        var side = Math.Max(bounds.Width, bounds.Height) / share;
        return SKRect.Create(bounds.Center.X - side / 2, bounds.Center.Y - side / 2, side, side);
    }
}
