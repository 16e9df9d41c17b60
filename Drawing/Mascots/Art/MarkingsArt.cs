using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What is patterned on heads and torsos: stripes, masks, spots. Everything ends where its form ends.</summary>
internal static class MarkingsArt
{
    public static IEnumerable<Shape> Head(Sketch sketch)
    {
        var (f, coat, head) = (sketch.Figure, sketch.Coat, sketch.Head);
        switch (sketch.Traits.Markings)
        {
            case Markings.Tabby:
                foreach (var (x, length) in new[] { (-0.2f, 0.3f), (0, 0.42f), (0.2f, 0.3f) })
                {
                    yield return Spike(f.H(x, -1.06f),
                        f.H(x * 0.8f, -1 + length + 0.1f), 9);
                }

                break;
            case Markings.Stripes:
                foreach (var (x, length) in new[] { (-0.28f, 0.36f), (0, 0.5f), (0.28f, 0.36f) })
                {
                    yield return Spike(f.H(x, -1.1f),
                        f.H(x * 0.8f, -1 + length), 11);
                }

                foreach (var y in new[] { 0.14f, 0.44f })
                {
                    yield return Spike(f.H(1.12f, y - 0.03f), f.H(0.74f, y + 0.05f), 10);
                    yield return Spike(f.H(-1.12f, y - 0.03f), f.H(-0.74f, y + 0.05f), 10);
                }

                break;
            case Markings.Blaze:
                yield return sketch.Patch(Outlines.Symmetric(f.Head.X, f.H(0, -1.1f), f.H(0.22f, -1), f.H(0.16f, -0.3f), f.H(0.06f, 0.1f),
                    f.H(0, 0.16f)), head, coat.Marks);
                break;
            case Markings.Cheeks:
                // The white of a fox: from the cheeks up beside the nose.
                var white = Outlines.Path("M0 .34C.14 .1 .3-.02 .5 .02C.76 .06 .96 .3 1.3 .2L1.3 1.2L-1.3 1.2L-1.3 .2"
                    + "C-.96 .3-.76 .06-.5 .02C-.3-.02-.14 .1 0 .34Z").Each(p => f.H(p.X, p.Y));
                if (sketch.Species == Species.Eagle) white = Outlines.Box(0, 0, 512, 512);
                yield return sketch.Patch(white, head, coat.Second);
                break;
            case Markings.White:
                yield return sketch.Patch(Outlines.Symmetric(f.Head.X, f.H(0, 0.12f), f.H(0.36f, 0.18f), f.H(0.72f, 0.34f),
                    f.H(0.86f, 0.66f), f.H(0.6f, 1.1f), f.H(0, 1.2f)), head, coat.Second);
                break;
            case Markings.Patches:
                foreach (var patch in Sketch.Both(Outlines.Ellipse(f.H(f.EyeX, f.EyeY + 0.02f), Math.Max(f.EyeWidth * 1.7f, f.HeadX * 0.2f),
                    Math.Max(f.EyeHeight * 1.62f, f.HeadY * 0.27f)).Turned(f.H(f.EyeX, f.EyeY), 24)))
                {
                    yield return sketch.Patch(patch, head, coat.Marks);
                }

                break;
            case Markings.Mask:
                yield return sketch.Patch(Outlines.Symmetric(f.Head.X, f.H(0, -0.5f), f.H(0.4f, -0.56f), f.H(0.8f, -0.3f), f.H(0.96f, 0.3f),
                    f.H(0.7f, 0.86f), f.H(0, 1.1f)), head, coat.Second);
                foreach (var band in Sketch.Both(Outlines.Blob(f.H(0.06f, f.EyeY - 0.08f), f.H(0.42f, f.EyeY - 0.3f),
                    f.H(0.8f, f.EyeY - 0.12f), f.H(1.02f, f.EyeY + 0.3f), f.H(0.66f, f.EyeY + 0.3f), f.H(0.3f, f.EyeY + 0.24f))))
                {
                    yield return sketch.Patch(band, head, coat.Marks);
                }

                break;
            case Markings.Disk:
                var lobe = sketch.Style == MascotStyle.Cartoon ? 0.52f : 0.56f;
                var disk = Outlines.Ellipse(f.H(0.36f, f.EyeY + 0.02f), f.HeadX * lobe, f.HeadY * 0.6f)
                    .Joined(Outlines.Ellipse(f.H(-0.36f, f.EyeY + 0.02f), f.HeadX * lobe, f.HeadY * 0.6f),
                    Outlines.Ellipse(f.H(0, 0.5f), f.HeadX * 0.7f, f.HeadY * 0.46f));
                yield return sketch.Patch(disk, head, coat.Second);
                break;
            case Markings.Blotches:
                yield return sketch.Patch(Outlines.Blob(f.H(0.26f, -1.1f), f.H(1, -1), f.H(1.1f, 0), f.H(0.62f, 0.24f), f.H(0.2f, -0.1f)),
                    head, coat.Marks);
                break;
            case Markings.Rosettes:
                foreach (var (x, y, r) in new[] { (-0.1f, -0.78f, 0.08f), (0.22f, -0.7f, 0.1f), (-0.42f, -0.64f, 0.09f),
                    (0.8f, 0.04f, 0.08f), (-0.84f, 0.1f, 0.08f), (0.86f, 0.36f, 0.06f), (-0.8f, 0.4f, 0.07f) })
                {
                    yield return sketch.Patch(Outlines.Ellipse(f.H(x, y), f.HeadX * r, f.HeadX * r * 0.84f), head, coat.Marks);
                }

                break;
        }

        foreach (var mark in Own(sketch, head, head.Bounds())) yield return mark;

        Shape Spike(Point from, Point to, float radius) => sketch.Patch(Outlines.Limb(radius, 2, from, to), head, coat.Marks);
    }

    public static IEnumerable<Shape> Torso(Sketch sketch)
    {
        var (f, coat, torso) = (sketch.Figure, sketch.Coat, sketch.Torso);
        switch (sketch.Traits.Markings)
        {
            case Markings.Stripes when sketch.Species == Species.Bee:
                foreach (var y in new[] { 0.3f, 0.64f })
                {
                    yield return sketch.Patch(Outlines.Box(0, f.T(0, y).Y, 512,
                        (f.TorsoBottom - f.TorsoTop) * 0.18f), torso, coat.Marks);
                }

                break;
            case Markings.Stripes:
                foreach (var y in new[] { 0.3f, 0.52f, 0.74f })
                {
                    foreach (var stripe in Sketch.Both(Outlines.Limb(8, 2, f.T(1.1f, y),
                        f.T(0.66f, y + 0.05f))))
                    {
                        yield return sketch.Patch(stripe, torso, coat.Marks);
                    }
                }

                break;
            case Markings.Blotches:
                yield return sketch.Patch(Outlines.Blob(f.T(-1.1f, 0.2f), f.T(-0.4f, 0.3f), f.T(-0.3f, 0.62f), f.T(-0.7f, 0.8f),
                    f.T(-1.2f, 0.7f)), torso, coat.Marks);
                yield return sketch.Patch(Outlines.Blob(f.T(0.5f, 0.7f), f.T(0.8f, 0.6f), f.T(1.2f, 0.8f), f.T(0.9f, 1.1f), f.T(0.4f, 1)),
                    torso, coat.Marks);
                yield return sketch.Patch(Outlines.Ellipse(f.T(0.1f, 0.8f), f.TorsoX * 0.36f, f.TorsoX * 0.26f), torso, coat.Second);
                break;
            case Markings.Patches:
                yield return sketch.Patch(Outlines.Blob(f.T(-1.2f, -0.2f), f.T(1.2f, -0.2f), f.T(1.1f, 0.34f), f.T(0, 0.4f),
                    f.T(-1.1f, 0.34f)), torso, coat.Marks);
                break;
            case Markings.Rosettes:
                foreach (var (x, y) in new[] { (-0.74f, 0.4f), (0.78f, 0.44f), (-0.84f, 0.66f), (0.8f, 0.72f), (0.62f, 0.26f),
                    (-0.56f, 0.2f) })
                {
                    yield return sketch.Patch(Outlines.Ellipse(f.T(x, y), 8, 7), torso, coat.Marks);
                }

                break;
        }

        foreach (var mark in Own(sketch, torso, torso.Bounds())) yield return mark;
    }

    /// <summary>Lines across the bellies of those with scales.</summary>
    public static IEnumerable<Shape> Belly(Sketch sketch, Outline belly)
    {
        if (sketch.Traits.Markings != Markings.Bands) yield break;
        var bounds = belly.Bounds();
        foreach (var y in new[] { 0.3f, 0.52f, 0.74f })
        {
            yield return sketch.Patch(Outlines.Box(bounds.Left, bounds.At(0, y).Y, bounds.Width, 4, 2), belly.Within(sketch.Torso),
                sketch.Coat.Second.Darker(0.12f));
        }
    }

    // What the design adds to the species' own markings.
    private static IEnumerable<Shape> Own(Sketch sketch, Outline form, Bounds bounds)
    {
        if (sketch.Design.Pattern == Pattern.Plain || sketch.Traits.Plan == Plan.Person) yield break;
        var color = sketch.Coat.Head.Lightness() > 0.55f ? sketch.Coat.Head.Darker(0.26f) : sketch.Coat.Head.Lighter(0.35f);
        if (sketch.Design.Pattern == Pattern.Striped)
        {
            foreach (var y in new[] { 0.1f, 0.36f, 0.62f, 0.88f })
            {
                var at = bounds.At(1.04f, y);
                yield return sketch.Patch(Outlines.Limb(8, 2, at, bounds.At(0.8f, y + 0.03f)), form, color);
                yield return sketch.Patch(Outlines.Limb(8, 2, bounds.At(-0.04f, y), bounds.At(0.2f, y + 0.03f)), form, color);
            }
        }
        else
        {
            var large = sketch.Design.Pattern == Pattern.Patched ? 1.9f : 1;
            foreach (var (x, y, r) in new[] { (0.14f, 0.24f, 0.07f), (0.84f, 0.16f, 0.09f), (0.92f, 0.52f, 0.06f), (0.08f, 0.7f, 0.08f),
                (0.5f, 0.06f, 0.06f), (0.8f, 0.86f, 0.07f) })
            {
                yield return sketch.Patch(Outlines.Disc(bounds.At(x, y), bounds.Width * r * large), form, color);
            }
        }
    }
}
