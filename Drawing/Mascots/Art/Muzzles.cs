using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>The part of the face about nose and mouth.</summary>
internal static class Muzzles
{
    /// <summary>The middle of the mouth's upper edge.</summary>
    public static Point Mouth(Sketch sketch)
    {
        var y = Below(sketch);
        return sketch.Figure.H(0, sketch.Traits.Muzzle switch
        {
            Muzzle.Nose => y + 0.13f,
            Muzzle.Puffs => y + 0.12f,
            Muzzle.Round => y + 0.16f,
            Muzzle.Snout => y + 0.34f,
            Muzzle.Broad => y + 0.24f,
            Muzzle.Trunk => y + 0.3f,
            Muzzle.Beak or Muzzle.Bill or Muzzle.Hook => y - 0.04f,
            _ when sketch.Traits.Head == HeadShape.Frog => 0.36f,
            _ => y,
        });
    }

    /// <summary>The colour that is around the mouth.</summary>
    public static Rgba Around(Sketch sketch) => sketch.Traits switch
    {
        { Head: HeadShape.Square } => sketch.Coat.Second,
        { Muzzle: Muzzle.Puffs or Muzzle.Round or Muzzle.Broad } => sketch.Coat.Second,
        { Markings: Markings.Cheeks or Markings.White or Markings.Mask or Markings.Disk } => sketch.Coat.Second,
        _ => sketch.Coat.Head,
    };

    public static IEnumerable<Shape> Draw(Sketch sketch)
    {
        var (f, coat, ink) = (sketch.Figure, sketch.Coat, sketch.Ink);
        var y = Below(sketch);
        var small = sketch.Style == MascotStyle.Kawaii ? 0.84f : 1;
        switch (sketch.Traits.Muzzle)
        {
            case Muzzle.Nose:
                return Whiskers(sketch, y).Concat(sketch.Species == Species.Koala
                    ? sketch.Form(Outlines.Ellipse(f.H(0, y - 0.06f), f.HeadX * 0.15f * small, f.HeadY * 0.24f * small), coat.Nose)
                    : [Nose(y, 0.1f)]);
            case Muzzle.Puffs:
                var puff = Outlines.Ellipse(f.H(0.17f, y + 0.16f), f.HeadX * 0.25f * small, f.HeadY * 0.24f * small);
                var chin = Outlines.Ellipse(f.H(0, y + 0.36f), f.HeadX * 0.2f, f.HeadY * 0.18f);
                return [new(puff.Joined(Sketch.Mirror(puff), chin), coat.Second), Nose(y, 0.13f), .. Whiskers(sketch, y + 0.08f)];
            case Muzzle.Round:
                var round = Outlines.Ellipse(f.H(0, y + 0.14f), f.HeadX * 0.4f * small, f.HeadY * 0.33f * small);
                return [sketch.Patch(round, sketch.Head, coat.Second), Nose(y - 0.02f, 0.15f)];
            case Muzzle.Snout:
                var snout = Outlines.Ellipse(f.H(0, y + 0.06f), f.HeadX * 0.3f * small, f.HeadY * 0.22f * small);
                return sketch.Form(snout, coat.Marks.Lighter(0.2f),
                    [.. Sketch.Both(Outlines.Ellipse(f.H(0.1f * small, y + 0.06f), f.HeadX * 0.045f, f.HeadY * 0.075f))
                    .Select(hole => ink.Patch(hole, snout, coat.Marks.Darker(0.34f)))]);
            case Muzzle.Broad:
                var nostrils = Sketch.Both(Outlines.Ellipse(f.H(0.22f, y + 0.06f), f.HeadX * 0.05f, f.HeadY * 0.06f));
                var broad = Outlines.Symmetric(f.Head.X, f.H(0, y - 0.1f), f.H(0.4f, y - 0.12f), f.H(0.74f, y + 0.12f),
                    f.H(0.74f, y + 0.42f), f.H(0.46f, 1.06f), f.H(0, 1.1f));
                return [sketch.Patch(broad, sketch.Head, coat.Second), .. nostrils.Select(hole =>
                    new Shape(hole, coat.Second.Darker(0.4f))), .. Horn(sketch, y)];
            case Muzzle.Trunk:
                var trunk = Outlines.Limb(f.HeadX * 0.2f, f.HeadX * 0.12f, f.H(0, y - 0.24f), f.H(0, y + 0.24f), f.H(0.06f, y + 0.62f),
                    f.H(0.3f, y + 0.82f), f.H(0.5f, y + 0.72f));
                return sketch.Form(trunk, coat.Head, [.. Sketch.At(0.02f, 0.2f, 0.38f)
                    .Select(dy => sketch.Patch(Outlines.Box(f.H(-0.14f, 0).X, f.H(0, y + dy).Y, f.HeadX * 0.28f, 5, 2), trunk,
                    coat.Head.Darker(0.14f)))]);
            default:
                return [];
        }

        Shape Nose(float at, float size)
        {
            var (w, h) = (f.HeadX * size * small, f.HeadX * size * small * 0.76f);
            return new(Outlines.Path("M-.7-.7C-.3-.86 .3-.86 .7-.7C1.06-.5 .9 0 .5 .4C.2 .7-.2 .7-.5 .4C-.9 0-1.06-.5-.7-.7Z").Scaled(w, h)
                .Moved(f.Head.X, f.H(0, at).Y), coat.Nose,
                sketch.Ink.LineWidth > 0 ? coat.Nose.Darker(0.3f) : null, sketch.Ink.LineWidth * 0.4f);
        }
    }

    private static IEnumerable<Shape> Horn(Sketch sketch, float y)
    {
        var f = sketch.Figure;
        return sketch.Traits.Has(Features.NoseHorn)
            ? sketch.Form(Outlines.Polygon(6, f.H(-0.2f, y + 0.04f), f.H(0.02f, y - 0.56f), f.H(0.2f, y + 0.04f)), sketch.Coat.Marks) : [];
    }

    private static IEnumerable<Shape> Whiskers(Sketch sketch, float y)
    {
        if (!sketch.Traits.Has(Features.Whiskers) || sketch.Style == MascotStyle.Pixel) return [];
        var f = sketch.Figure;
        var color = Faces.Readable(sketch, sketch.Coat.Head).WithOpacity(0.55f);
        return Sketch.At(-0.02f, 0.14f).SelectMany(dy =>
            Sketch.Both(Outlines.Thread(f.H(0.62f, y + dy + 0.02f), f.H(0.86f, y + dy - 0.01f), f.H(1.1f, y + dy * 1.5f + 0.02f))))
            .Select(line => sketch.Stroke(line, color, 0.5f));
    }

    // How far down the nose is.
    private static float Below(Sketch sketch)
    {
        var f = sketch.Figure;
        if (sketch.Traits.Head == HeadShape.Long || sketch.Traits.Muzzle == Muzzle.Broad) return f.EyeY + 0.52f;
        if (sketch.Traits.Head == HeadShape.Frog) return 0.36f;
        var gap = sketch.Style switch
        {
            MascotStyle.Kawaii => 0.16f,
            MascotStyle.Cartoon => 0.44f,
            MascotStyle.Pixel => 0.26f,
            MascotStyle.Toy => 0.26f,
            _ => 0.27f,
        };
        return f.EyeY + gap + (sketch.Traits.Muzzle == Muzzle.Bare ? 0.13f : 0.02f) + (sketch.Traits.Has(Features.OneEye) ? 0.26f : 0);
    }
}
