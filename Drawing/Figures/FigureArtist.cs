using System.Numerics;
using Platform.Drawing.Figures.Bodies;
using Platform.Drawing.Figures.Shading;
using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures;

/// <summary>
/// Draws reference figures for figure drawing: a posed, dressed body as a field of solids, seen by a camera, lit, and shaded in one of
/// several
/// manners. The same spec and seed give the same bytes.
/// </summary>
public static class FigureArtist
{
    private const int LongSide = 1024, Thumb = 256;

    /// <summary>Every pixel of the figure is the mean of this many, each way.</summary>
    private const int Fineness = 2;

    /// <summary>One picture. Pictures of one batch have seeds that follow each other, and differ in pose, camera, colours and
    /// person.</summary>
    /// <param name="longSide">Pixels along the longer side.</param>
    public static FigurePicture Draw(FigureSpec spec, long seed, int longSide = LongSide)
    {
        var (width, height) = SizeOf(spec.AspectRatio, longSide);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap)) Paint(canvas, spec, seed, width, height);
        var png = spec.Format == "png";
        return new FigurePicture(Encoded(bitmap, png ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 88), png ? "image/png"
            : "image/jpeg", width, height, Thumbnail(bitmap));
    }

    private static void Paint(SKCanvas canvas, FigureSpec spec, long seed, int width, int height)
    {
        var dice = new Dice(seed);
        // The pose goes on from seed to seed, so that a batch shows different ones.
        var poseOf = spec.Pose ?? (spec.Theme is null && spec.BodyRegion == "hands" ? "gesture" : null);
        var variant = (int)((ulong)seed % (ulong)Poses.Count(poseOf, spec.Theme));
        var pose = Poses.Choose(poseOf, spec.Theme, variant);
        if (dice.Next() < 0.5f) pose = pose.Mirrored();
        var field = new Field(Model(spec, pose, dice));
        var (view, target, reach) = Framing.Of(spec, pose, field.Solids, width * Fineness, height * Fineness, dice);
        var rig = Rig.Of(spec.Lighting, dice);
        var shadows = new ShadowMap(field, Rig.Toward(rig.KeyFrom, view.Forward), rig.Softness, target, reach);
        canvas.Save();
        canvas.Scale(1f / Fineness);
        Backdrop.Draw(canvas, view, spec.Background, rig, spec.Style, dice);
        GroundShadow.Draw(canvas, view, rig, shadows, field);
        canvas.Restore();
        var seen = Tracer.Trace(view, field);
        var styles = new Styles(seen, field, new Shader(seen, field, rig, shadows), spec.Style, new Vector3(rig.Backdrop));
        Layer.Draw(canvas, seen, styles, Fineness);
    }

    private static IReadOnlyList<RoundCone> Model(FigureSpec spec, FigurePose pose, Dice dice)
    {
        var figure = new Sculpture(new Skeleton(Build.Of(spec), pose));
        var clothing = spec.Clothing ?? spec.Theme switch
        {
            "ballet" => "ballet",
            "martial_arts" => "martial",
            "fantasy" => dice.Of(["fantasy", "fantasy", "armor", "robe"]),
            "sport" => "sport",
            _ => "casual",
        };
        var looks = Looks.Of(spec, dice);
        var anonymous = clothing == "anon";
        Flesh.Add(figure, looks.Skin);
        Heads.Add(figure, looks, anonymous);
        if (!anonymous && clothing is not ("robe" or "armor" or "sci-fi")) HairCuts.Add(figure, spec, looks, dice);
        Wardrobe.Dress(figure, clothing, spec, dice);
        if (pose.Seated) Seat.Add(figure, dice);
        return figure.Finished(pose.Lift);
    }

    private static (int Width, int Height) SizeOf(string? aspect, int longSide) => aspect switch
    {
        "square" => (longSide, longSide),
        "landscape" => (longSide, longSide * 3 / 4),
        "wide" => (longSide, longSide * 9 / 16),
        "tall" => (longSide * 9 / 16, longSide),
        _ => (longSide * 3 / 4, longSide),
    };

    private static byte[] Thumbnail(SKBitmap picture)
    {
        var longSide = Math.Max(picture.Width, picture.Height);
        using var small = picture.Resize(new SKImageInfo(picture.Width * Thumb / longSide, picture.Height * Thumb / longSide),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Encoded(small, SKEncodedImageFormat.Jpeg, 82);
    }

    private static byte[] Encoded(SKBitmap bitmap, SKEncodedImageFormat format, int quality)
    {
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }
}
