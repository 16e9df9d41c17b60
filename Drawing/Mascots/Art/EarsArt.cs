using System.Collections.Immutable;
using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Ears, and what other kinds have in their place: horns, antennae, gills.</summary>
internal static class EarsArt
{
    public static ImmutableArray<Part> Draw(Sketch sketch)
    {
        var (leftPivot, left) = Right(sketch.Flipped);
        var (pivot, right) = Right(sketch);
        return [Sketch.Part("ear-left", sketch.Flipped.Side(leftPivot), left), Sketch.Part("ear-right", pivot, right)];
    }

    private static (Point Pivot, IEnumerable<Shape> Shapes) Right(Sketch sketch)
    {
        var (f, coat, ink) = (sketch.Figure, sketch.Coat, sketch.Ink);
        var k = sketch.Design.Build.Ears;
        var inner = coat.Inner;
        var outer = sketch.Species is Species.Panda or Species.Koala or Species.Hedgehog ? sketch.Species == Species.Koala ? coat.Head
            : coat.Marks : sketch.Traits.Has(Features.Wool) ? coat.Head : coat.Head;
        switch (sketch.Traits.Ears)
        {
            case Ears.Pointed:
                var tipped = Local("M-.52 .62C-.5 .1-.3-.62 .1-1C.2-1.06 .3-1 .34-.9C.56-.4 .66 .1 .66 .66C.3 .9-.2 .9-.52 .62Z",
                    f.H(0.62f, -0.66f), f.HeadX * 0.42f * k, f.HeadY * 0.56f * k);
                var lining = Local("M-.3 .6C-.26 .2-.1-.36 .14-.66C.36-.3 .46 .1 .46 .6C.2 .8-.1 .8-.3 .6Z", f.H(0.62f, -0.66f),
                    f.HeadX * 0.42f * k, f.HeadY * 0.56f * k);
                var tip = sketch.Species is Species.Fox or Species.RedPanda or Species.Wolf
                    ? sketch.Patch(Outlines.Box(0, 0, Figure.Size, f.H(0, -0.66f - 0.34f * k).Y), tipped, coat.Marks) : null;
                return (f.H(0.55f, -0.55f), sketch.Form(tipped, outer, tip is null ? [sketch.Patch(lining, tipped, inner)]
                    : [sketch.Patch(lining, tipped, inner), tip]));
            case Ears.Small:
                return Disc(f.H(0.6f, -0.82f), 0.22f);
            case Ears.Round:
                return Disc(f.H(0.7f, -0.74f), 0.32f);
            case Ears.Wide:
                return Disc(f.H(0.86f, -0.74f), 0.46f);
            case Ears.Side:
                return Disc(f.H(1.04f, 0.02f), 0.3f);
            case Ears.Fluffy:
                var fluff = Outlines.Star(f.H(0.92f, -0.5f), f.HeadX * 0.5f * k, f.HeadX * 0.42f * k, 9, 14);
                return (f.H(0.7f, -0.4f), sketch.Form(fluff, outer,
                    sketch.Patch(Outlines.Disc(f.H(0.94f, -0.46f), f.HeadX * 0.28f * k), fluff, coat.Second)));
            case Ears.Floppy:
                var flap = Local("M-.5-.7C0-1 .5-.7 .7-.2C.95 .4 .8 1 .4 1.05C-.1 1.1-.3 .4-.4 0C-.5-.3-.6-.5-.5-.7Z", f.H(0.86f, -0.28f),
                    f.HeadX * 0.42f * k, f.HeadY * 0.62f * k);
                return (f.H(0.62f, -0.68f), sketch.Form(flap, coat.Marks));
            case Ears.Long:
                var length = sketch.Species == Species.Rabbit ? 1f : 0.62f;
                var spoon = Outlines.Blob(f.H(0.14f, -0.7f), f.H(0.16f, -0.7f - 0.45f * k * length), f.H(0.3f, -0.72f - 0.82f * k * length),
                    f.H(0.5f, -0.72f - 0.8f * k * length), f.H(0.62f, -0.7f - 0.42f * k * length), f.H(0.56f, -0.62f));
                var hollow = Outlines.Blob(f.H(0.28f, -0.72f), f.H(0.28f, -0.7f - 0.45f * k * length),
                    f.H(0.38f, -0.7f - 0.68f * k * length), f.H(0.48f, -0.7f - 0.42f * k * length), f.H(0.46f, -0.7f));
                return (f.H(0.36f, -0.72f), sketch.Form(spoon, outer, sketch.Patch(hollow, spoon, inner)));
            case Ears.Leaf:
                var leaf = Outlines.Blob(f.H(0.6f, -0.66f), f.H(0.86f, -0.9f), f.H(1.2f, -0.72f), f.H(1.26f, -0.36f), f.H(0.98f, -0.4f),
                    f.H(0.72f, -0.4f));
                return (f.H(0.68f, -0.52f), sketch.Form(leaf, outer,
                    sketch.Patch(leaf.Each(p => f.H(0.97f, -0.6f) + (p - f.H(0.97f, -0.6f)) * 0.55f), leaf, inner)));
            case Ears.Horns:
                var horn = Local("M-.5 .5C-.5-.2-.2-.8 .5-1C.4-.5 .5 0 .45 .5C.2 .7-.3 .7-.5 .5Z", f.H(0.46f, -0.98f), f.HeadX * 0.24f * k,
                    f.HeadY * 0.34f * k);
                var cow = sketch.Species is Species.Cow or Species.Goat;
                var ivory = ink.Tone(new(0xF3, 0xE3, 0xC3));
                var lug = Outlines.Blob(f.H(0.74f, -0.6f), f.H(1, -0.72f), f.H(1.28f, -0.52f), f.H(1.2f, -0.3f), f.H(0.84f, -0.36f));
                return (f.H(0.5f, -0.72f), cow ? [.. sketch.Form(horn, ivory),
                    .. sketch.Form(lug, sketch.Species == Species.Cow ? coat.Marks : outer,
                    sketch.Patch(lug.Each(p => f.H(1, -0.5f) + (p - f.H(1, -0.5f)) * 0.5f), lug, inner))]
                    : sketch.Form(horn, sketch.Species == Species.Monster ? ivory : coat.Marks));
            case Ears.Antlers:
                var stem = Outlines.Limb(9, 6, f.H(0.3f, -0.8f), f.H(0.5f, -1.1f), f.H(0.62f, -1.5f))
                    .Joined(Outlines.Limb(7, 5, f.H(0.44f, -1.04f), f.H(0.7f, -1.12f), f.H(0.86f, -1.32f)));
                var lobe = Outlines.Blob(f.H(0.7f, -0.6f), f.H(0.98f, -0.78f), f.H(1.26f, -0.6f), f.H(1.16f, -0.36f), f.H(0.8f, -0.36f));
                return (f.H(0.5f, -0.7f), [.. sketch.Form(stem, coat.Marks),
                    .. sketch.Form(lobe, outer, sketch.Patch(lobe.Each(p => f.H(0.98f, -0.54f) + (p - f.H(0.98f, -0.54f)) * 0.5f), lobe,
                    inner))]);
            case Ears.Antennae:
                var wire = Outlines.Limb(5, 5, f.H(0.34f, -0.88f), f.H(0.44f, -1.2f), f.H(0.6f, -1.42f));
                return (f.H(0.36f, -0.86f), [.. sketch.Form(wire, coat.Marks),
                    .. sketch.Form(Outlines.Disc(f.H(0.62f, -1.46f), f.HeadX * 0.12f * k), sketch.Species is Species.Alien ? coat.Accent
                    : coat.Marks)]);
            case Ears.Tufts:
                return (f.H(0.6f, -0.7f),
                    sketch.Form(Local("M-.7 .6C-.4 0 .1-.6 .8-.9C.9-.2 .8 .5 .5 .9C0 1-.4 .9-.7 .6Z", f.H(0.66f, -0.76f),
                    f.HeadX * 0.34f * k, f.HeadY * 0.42f * k), outer));
            case Ears.Bolts:
                var bolt = Outlines.Box(f.H(0.96f, 0).X, f.H(0, -0.26f).Y, f.HeadX * 0.22f, f.HeadY * 0.56f, 9);
                var mast = Outlines.Limb(4, 4, f.H(1.07f, -0.2f), f.H(1.07f, -0.62f));
                return (f.H(0.98f, 0), [.. sketch.Form(mast, outer.Darker(0.25f)),
                    .. sketch.Form(Outlines.Disc(f.H(1.07f, -0.7f), f.HeadX * 0.09f * k), coat.Accent),
                    .. sketch.Form(bolt, outer.Darker(0.18f))]);
            case Ears.Fins:
                return (f.H(0.9f, 0), sketch.Form(Outlines.Polygon(10, f.H(0.8f, -0.34f), f.H(1.34f, -0.5f), f.H(1.2f, -0.12f),
                    f.H(1.4f, 0.12f), f.H(1.16f, 0.24f), f.H(0.84f, 0.34f)), coat.Marks.Lightness() > 0.9f ? coat.Accent : coat.Marks));
            case Ears.Gills:
                return (f.H(0.9f, -0.1f), Sketch.At(-0.52f, -0.1f, 0.3f).SelectMany(y =>
                    sketch.Form(Outlines.Limb(13, 7, f.H(0.84f, y * 0.7f), f.H(1.12f, y * 1.05f - 0.02f), f.H(1.38f, y * 1.25f - 0.14f)),
                    coat.Marks)));
            case Ears.Flaps:
                var sail = Outlines.Blob(f.H(0.74f, -0.66f), f.H(1.16f, -0.86f), f.H(1.58f, -0.5f), f.H(1.6f, 0.1f), f.H(1.3f, 0.54f),
                    f.H(0.94f, 0.44f), f.H(0.8f, 0));
                return (f.H(0.78f, -0.2f), sketch.Form(sail, outer,
                    sketch.Patch(sail.Each(p => f.H(1.2f, -0.14f) + (p - f.H(1.2f, -0.14f)) * 0.62f), sail, inner)));
            case Ears.Ossicones:
                var lobes = Outlines.Blob(f.H(0.74f, -0.62f), f.H(1, -0.8f), f.H(1.26f, -0.6f), f.H(1.16f, -0.4f), f.H(0.82f, -0.4f));
                return (f.H(0.5f, -0.7f), [.. sketch.Form(Outlines.Limb(7, 7, f.H(0.34f, -0.9f), f.H(0.4f, -1.3f)), outer),
                    .. sketch.Form(Outlines.Disc(f.H(0.41f, -1.34f), f.HeadX * 0.11f), coat.Marks), .. sketch.Form(lobes, outer)]);
            case Ears.Bat:
                var sonar = Local("M-.5 .6C-.6 0-.5-.6-.2-1.05C.3-.8 .8-.2 .8 .5C.4 .9-.2 .9-.5 .6Z", f.H(0.6f, -0.8f), f.HeadX * 0.5f * k,
                    f.HeadY * 0.6f * k);
                return (f.H(0.56f, -0.6f), sketch.Form(sonar, outer,
                    sketch.Patch(sonar.Each(p => f.H(0.62f, -0.74f) + (p - f.H(0.62f, -0.74f)) * 0.58f), sonar, inner)));
            case Ears.Human:
                var ear = Outlines.Ellipse(f.H(1, 0.16f), f.HeadX * 0.15f, f.HeadY * 0.2f);
                return (f.H(0.95f, 0.16f), sketch.Form(ear, coat.Head,
                    sketch.Patch(Outlines.Ellipse(f.H(1.02f, 0.17f), f.HeadX * 0.07f, f.HeadY * 0.1f), ear, coat.Inner)));
            default:
                return (f.H(0.8f, -0.5f), []);
        }

        (Point, IEnumerable<Shape>) Disc(Point center, float size)
        {
            var ear = Outlines.Disc(center, f.HeadX * size * k);
            return (center + (f.Head - center) * 0.3f, sketch.Form(ear, outer,
                sketch.Patch(Outlines.Disc(center + (f.Head - center) * 0.05f, f.HeadX * size * k * 0.58f), ear,
                sketch.Species == Species.Panda ? outer.Lighter(0.12f) : inner)));
        }
    }

    private static Outline Local(string path, Point center, float width, float height) => Outlines.Path(path).Scaled(width, height)
        .Moved(center.X, center.Y);
}
