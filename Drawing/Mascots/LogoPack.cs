using System.Collections.Immutable;
using System.IO.Compression;
using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>One logo of a pack.</summary>
/// <param name="Name">Its name in the contract, for example <c>favicon-16</c>.</param>
/// <param name="Png">The file.</param>
public sealed record Logo(string Name, int Width, int Height, byte[] Png);

/// <summary>A mascot's logos in the sizes that browsers, phones and shops ask for, and an archive of the same files.</summary>
/// <param name="Zip">A ZIP archive; its entries are the logos' names with <c>.png</c>.</param>
public sealed record LogoPack(ImmutableArray<Logo> Logos, byte[] Zip)
{
    private enum Kind { Favicon, Touch, Android, Badge }

    private static readonly (string Name, int Size, Kind Kind)[] Sizes =
    [
        ("favicon-16", 16, Kind.Favicon), ("favicon-32", 32, Kind.Favicon), ("favicon-48", 48, Kind.Favicon),
            ("apple-touch-icon", 180, Kind.Touch),
        ("android-36", 36, Kind.Android), ("android-48", 48, Kind.Android), ("android-72", 72, Kind.Android),
            ("android-96", 96, Kind.Android), ("android-144", 144, Kind.Android),
        ("android-192", 192, Kind.Android), ("android-512", 512, Kind.Android), ("ios-1024", 1024, Kind.Touch),
            ("generic-256", 256, Kind.Badge), ("generic-512", 512, Kind.Badge), ("generic-1024", 1024, Kind.Badge),
    ];

    /// <summary>Draws a pack. Small logos are drawn with less on them and larger eyes, not only scaled.</summary>
    /// <param name="brandColors">The brand's colours, the most important first; none: the mascot's own.</param>
    public static LogoPack Draw(MascotDesign design, IReadOnlyList<Rgba>? brandColors = null)
    {
        var brand = Brand(brandColors, design.Accent);
        var branded = Branded(design, brandColors);
        var scene = MascotPictures.Plain(MascotArtist.Draw(branded));
        var ground = Backdrops.Against(branded.Body, [.. brand, brand[0].Darker(0.4f), Backdrops.Tint(brand[0])]);
        var ring = Ring(brand, ground);
        return Pack((canvas, size, kind) =>
        {
            Backdrop(canvas, size, kind, ground, ring);
            var (shown, pose, square) = Shown(scene, size, kind);
            MascotPainter.Draw(canvas, shown, pose, branded.Style, square, size, Pixels(size));
        });
    }

    /// <summary>Makes a pack of a mascot that was painted elsewhere.</summary>
    /// <exception cref="InvalidDataException">It is no picture that can be decoded, or too large.</exception>
    public static LogoPack FromPicture(byte[] picture, IReadOnlyList<Rgba>? brandColors = null)
    {
        using var cutout = Cutout.Of(picture);
        var brand = Brand(brandColors, cutout.MainColor);
        var ground = Backdrops.Against(cutout.MainColor, [.. brand, brand[0].Darker(0.4f), Backdrops.Tint(brand[0])]);
        var ring = Ring(brand, ground);
        return Pack((canvas, size, kind) =>
        {
            Backdrop(canvas, size, kind, ground, ring);
            cutout.DrawHead(canvas, new(0, 0, size, size), kind == Kind.Favicon ? 1 : 0.84f);
        });
    }

    private static LogoPack Pack(Action<SKCanvas, int, Kind> draw)
    {
        ImmutableArray<Logo> logos = [.. Sizes.Select(logo => new Logo(logo.Name, logo.Size, logo.Size,
            Platform.Drawing.Png.Of(logo.Size, canvas => draw(canvas, logo.Size, logo.Kind))))];
        return new(logos, Archive(logos));
    }

    private static byte[] Archive(ImmutableArray<Logo> logos)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var logo in logos)
            {
                // PNG files are compressed already; and the first moment that ZIP knows makes the same pack the same bytes.
                var entry = archive.CreateEntry($"{logo.Name}.png", CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var file = entry.Open();
                file.Write(logo.Png);
            }
        }

        return stream.ToArray();
    }

    private static void Backdrop(SKCanvas canvas, int size, Kind kind, Rgba ground, Rgba ring)
    {
        if (kind == Kind.Badge) Backdrops.Disc(canvas, size, ground, ring);
        else Backdrops.Tile(canvas, size, ground, kind == Kind.Touch ? 0 : 0.22f);
    }

    // What of the mascot a logo shows, in what pose, and how closely.
    private static (Scene Scene, Pose Pose, SKRect Square) Shown(Scene scene, int size, Kind kind)
    {
        var head = MascotPictures.HeadOf(scene);
        if (kind == Kind.Badge)
        {
            var bounds = head.VisibleBounds()!.Value;
            var side = Math.Max(Math.Max(bounds.Width / 0.78f, bounds.Height / 0.7f), 250);
            return (scene, Pose.Rest, SKRect.Create(Figure.Middle - side / 2, bounds.Center.Y - side * 0.48f, side, side));
        }

        if (size > 72) return (new(scene.Width, scene.Height, [head]), Pose.Rest, MascotPictures.Around(head.VisibleBounds()!.Value, 0.8f));
        // At these sizes cheeks, brows and small things are dirt; eyes and mouth must be larger to be seen at all.
        var plain = head with
        {
            Front = [.. head.Front.Where(part =>
            part.Name is not ("blush" or "brows" or "bow" or "flower-crown" or "monocle" or "mustache"))]
        };
        // And a high hat would leave no room for the face.
        if (size < 24 && plain.Front.FirstOrDefault(part => part.Name == "hat")?.VisibleBounds() is { } hat
            && hat.Height > plain.VisibleBounds()!.Value.Height * 0.3f)
        {
            plain = plain with { Front = [.. plain.Front.Where(part => part.Name != "hat")] };
        }

        var growth = size < 24 ? 1.5f : size < 40 ? 1.3f : 1.15f;
        var pose = Pose.Rest;
        foreach (var part in plain.Front.Where(part => part.Name.StartsWith("mouth", StringComparison.Ordinal)))
        {
            pose = Grown(pose,
                part.Name, growth);
        }

        foreach (var eye in plain.Front.Where(part => part.Name == "eyes").SelectMany(part => part.Front)
            .Where(part => part.Name != "pupils"))
        {
            pose = Grown(pose, eye.Name, growth);
        }

        return (new(scene.Width, scene.Height, [plain]), pose, MascotPictures.Around(plain.VisibleBounds()!.Value, 0.94f));
    }

    // About as many as a whole mascot has, and each as large as all others.
    private static int Pixels(int size) => size / Math.Max(1, (int)MathF.Round(size / (float)PixelArt.Grid));

    private static Pose Grown(Pose pose, string part, float growth) =>
        new(pose.Stances.SetItem(part, new Stance(ScaleX: growth, ScaleY: growth)));

    private static ImmutableArray<Rgba> Brand(IReadOnlyList<Rgba>? colors, Rgba otherwise) => colors is { Count: > 0 } ? [.. colors.Take(5)]
        : [otherwise];

    private static Rgba Ring(ImmutableArray<Rgba> brand, Rgba ground) =>
        brand.FirstOrDefault(color => Backdrops.Distance(color, ground) > 0.15f, ground.Lightness() > 0.6f ? ground.Darker(0.3f)
            : ground.Lighter(0.5f));

    // A mascot in its brand's style takes the colours on; any other keeps its own, but wears them.
    private static MascotDesign Branded(MascotDesign design, IReadOnlyList<Rgba>? colors)
    {
        if (colors is not { Count: > 0 }) return design;
        if (design.Style == MascotStyle.Brand)
        {
            return BrandDesign.Of(design, [.. colors.Take(5)], new Chance(design.Seed),
                bodyAsked: false) is var recolored ? Worn(recolored, design.Accent) : design;
        }

        var accent = colors.FirstOrDefault(color => Backdrops.Distance(color, design.Body) > 0.15f, design.Accent);
        return Worn(design with { Accent = accent }, design.Accent);
    }

    private static MascotDesign Worn(MascotDesign design, Rgba before) =>
        design with
        {
            Accessories = [.. design.Accessories.Select(worn => worn.Color == before ? worn with { Color = design.Accent }
            : worn)]
        };
}
