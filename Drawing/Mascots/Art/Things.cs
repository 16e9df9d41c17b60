using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Characters that are all head: stars, clouds, cups, ghosts.</summary>
internal static class Things
{
    private const string Cloud = "M-.72 .92C-1.24 .92-1.34 .22-.9 .06C-1.06-.5-.5-.78-.2-.58C.06-1.06 .82-.9 .78-.3"
        + "C1.3-.28 1.36 .92 .72 .92Z";

    public static Outline Outline(Sketch sketch)
    {
        var f = sketch.Figure;
        return sketch.Species switch
        {
            Species.Star => Outlines.Star(f.H(0, 0.04f), f.HeadX * 1.22f, f.HeadX * 0.74f, 5, f.HeadX * 0.3f),
            Species.Cloud => Local(Cloud),
            Species.Sun => Outlines.Disc(f.Head, f.HeadX * 0.9f),
            Species.Moon => Local("M.28-1C-.2-.98-.98-.62-1 .06C-1.02 .7-.4 1.06 .16 1.02C.6 1 .92 .76 1.02 .42C.56 .62 .3 .34 .34 0"
                + "C.36-.3 .6-.5 .74-.58C.64-.84 .46-.98 .28-1Z"),
            Species.Cup => Local("M-.84-.82L.84-.82C.9-.82 .92-.78 .92-.7L.78 .78C.76 .94 .66 1 .5 1L-.5 1C-.66 1-.76 .94-.78 .78L-.92-.7"
                + "C-.92-.78-.9-.82-.84-.82Z"),
            Species.Cactus => Local("M0-1.12C.46-1.12 .72-.84 .72-.4L.72 1L-.72 1L-.72-.4C-.72-.84-.46-1.12 0-1.12Z"),
            Species.Plant => Local("M-.9-.36L.9-.36C1-.36 1-.3 1-.22L1-.04C1 .06 .94 .1 .86 .1L.72 .86C.7 .96 .62 1 .54 1L-.54 1"
                + "C-.62 1-.7 .96-.72 .86L-.86 .1C-.94 .1-1 .06-1-.04L-1-.22C-1-.3-1-.36-.9-.36Z"),
            Species.Rocket => Local("M0-1.4C.5-1.06 .76-.5 .76 .1C.76 .48 .66 .8 .5 1L-.5 1C-.66 .8-.76 .48-.76 .1C-.76-.5-.5-1.06 0-1.4Z"),
            Species.Mushroom => Local("M-.62-.1L.62-.1C.66 .3 .78 .5 .74 .8C.7 .98 .4 1.02 0 1.02C-.4 1.02-.7 .98-.74 .8"
                + "C-.78 .5-.66 .3-.62-.1Z"),
            Species.Heart => Outlines.Heart(f.H(0, 0.06f), f.HeadX * 1.1f),
            Species.Pumpkin => Outlines.Ellipse(f.H(-0.5f, 0.06f), f.HeadX * 0.6f, f.HeadY * 0.86f)
                .Joined(Outlines.Ellipse(f.H(0.5f, 0.06f), f.HeadX * 0.6f, f.HeadY * 0.86f),
                Outlines.Ellipse(f.H(0, 0.06f), f.HeadX * 0.6f, f.HeadY * 0.94f)),
            Species.LightBulb => Local("M0-1.14C.62-1.14 1-.68 1-.14C1 .24 .78 .44 .6 .64C.5 .76 .48 .9 .44 1L-.44 1C-.48 .9-.5 .76-.6 .64"
                + "C-.78 .44-1 .24-1-.14C-1-.68-.62-1.14 0-1.14Z"),
            Species.Flame => Local("M.04-1.36C.14-.96 .5-.76 .74-.36C1 .08 .98 .5 .74 .76C.54 .96 .26 1.02 0 1.02"
                + "C-.28 1.02-.58 .94-.76 .72C-1.02 .4-.94 0-.7-.26C-.66-.06-.56 .04-.44 .08C-.5-.5-.3-1.04 .04-1.36Z"),
            Species.Drop => Local("M0-1.36C.26-.9 .9-.3 .9 .22C.9 .72 .5 1.02 0 1.02C-.5 1.02-.9 .72-.9 .22C-.9-.3-.26-.9 0-1.36Z"),
            Species.Egg => Local("M0-1.14C.5-1.14 .9-.3 .9 .2C.9 .72 .5 1.02 0 1.02C-.5 1.02-.9 .72-.9 .2C-.9-.3-.5-1.14 0-1.14Z"),
            Species.Apple => Local("M0-.72C.3-1 .94-.94 1-.2C1.04 .4 .6 1.04 .22 1.02C.1 1 .06 .96 0 .96C-.06 .96-.1 1-.22 1.02"
                + "C-.6 1.04-1.04 .4-1-.2C-.94-.94-.3-1 0-.72Z"),
            Species.Box => Local("M-.86-.8L.86-.8C.94-.8 .98-.76 .98-.68L.92 .88C.92 .96 .88 1 .8 1L-.8 1C-.88 1-.92 .96-.92 .88L-.98-.68"
                + "C-.98-.76-.94-.8-.86-.8Z"),
            Species.Ghost => Local("M0-1.14C.62-1.14 .94-.66 .94-.06L1 .84C1 1.06 .76 1.06 .66 .88C.54 1.1 .3 1.1 .2 .92"
                + "C.12 1.06-.12 1.06-.2 .92C-.3 1.1-.54 1.1-.66 .88C-.76 1.06-1 1.06-1 .84L-.94-.06C-.94-.66-.62-1.14 0-1.14Z"),
            Species.Slime => Local("M0-.86C.2-.98 .3-.86 .4-.7C.8-.5 .9 0 .96 .4C1.02 .62 1.2 .74 1.16 .9C1.1 1.04 .6 1.02 0 1.02"
                + "C-.6 1.02-1.1 1.04-1.16 .9C-1.2 .74-1.02 .62-.96 .4C-.9-.16-.62-.7 0-.86Z"),
            Species.Octopus => Local("M0-1.14C.66-1.14 1.06-.7 1.02-.14C1 .2 .8 .36 .82 .62C.84 .86 .5 .98 0 .98C-.5 .98-.84 .86-.82 .62"
                + "C-.8 .36-1 .2-1.02-.14C-1.06-.7-.66-1.14 0-1.14Z"),
            Species.Crab => Outlines.Ellipse(f.H(0, 0.24f), f.HeadX * 1.16f, f.HeadY * 0.78f),
            Species.Planet => Outlines.Disc(f.H(0, 0), f.HeadX * 0.96f),
            Species.Snowman => Outlines.Disc(f.H(0, 0.02f), f.HeadX),
            _ => Outlines.Disc(f.Head, f.HeadX),
        };

        Outline Local(string path) => Outlines.Path(path).Each(p => f.H(p.X, p.Y));
    }

    /// <summary>What lies behind the face's form.</summary>
    public static IEnumerable<Shape> Behind(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        switch (sketch.Species)
        {
            case Species.Sun:
                return sketch.Form(Outlines.Star(f.Head, f.HeadX * 1.26f, f.HeadX * 0.98f, 12, 8), coat.Marks);
            case Species.Cup:
                var handle = Outlines.Ellipse(f.H(0.92f, -0.02f), f.HeadX * 0.4f, f.HeadY * 0.44f)
                    .Without(Outlines.Ellipse(f.H(0.92f, -0.02f), f.HeadX * 0.22f, f.HeadY * 0.26f));
                return [.. Steam(sketch), .. sketch.Form(handle, coat.Head)];
            case Species.Cactus:
                return sketch.Form(Outlines.Star(f.H(0.3f, -1.12f), f.HeadX * 0.2f, f.HeadX * 0.12f, 5, 5),
                    sketch.Ink.Tone(new(0xF2, 0x6D, 0x9B)));
            case Species.Plant:
                return new[] { (-0.1f, -46f), (0.1f, 46f), (0f, 0f) }.SelectMany(leaf =>
                    sketch.Form(Outlines.Path("M0 0C-.5-.4-.5-1 0-1.4C.5-1 .5-.4 0 0Z").Scaled(f.HeadX * 0.62f, f.HeadY * 0.72f)
                    .Turned(default, leaf.Item2).Moved(f.H(leaf.Item1, 0).X, f.H(0, -0.3f).Y), coat.Marks));
            case Species.Rocket:
                var fin = Outlines.Path("M.5 .2C.9 .3 1.2 .7 1.2 1.14C.9 .98 .7 .96 .5 1Z").Each(p => f.H(p.X, p.Y));
                return [.. sketch.Form(fin, coat.Marks), .. sketch.Form(Sketch.Mirror(fin), coat.Marks)];
            case Species.Pumpkin or Species.Apple:
                var stem = Outlines.Limb(9, 7, f.H(0, -0.66f), f.H(0.02f, -0.94f), f.H(0.16f, -1.14f));
                var leaf = Outlines.Path("M0 0C.2-.5 .8-.6 1.1-.4C.9 .1 .4 .2 0 0Z").Scaled(f.HeadX * 0.4f, f.HeadY * 0.4f)
                    .Moved(f.H(0.08f, -0.86f).X, f.H(0, -0.9f).Y);
                return [.. sketch.Form(stem, sketch.Ink.Tone(new(0x7A, 0x52, 0x3A))), .. sketch.Form(leaf, coat.Marks)];
            case Species.Box:
                var flap = Outlines.Polygon(5, f.H(0.06f, -0.8f), f.H(0.92f, -0.8f), f.H(1.2f, -1.12f), f.H(0.3f, -1.06f));
                return [.. sketch.Form(flap, coat.Head.Darker(0.1f)), .. sketch.Form(Sketch.Mirror(flap), coat.Head.Darker(0.1f))];
            default:
                return [];
        }
    }

    /// <summary>What is drawn on the face's form.</summary>
    public static IEnumerable<Shape> Marks(Sketch sketch)
    {
        var (f, coat, head) = (sketch.Figure, sketch.Coat, sketch.Head);
        switch (sketch.Species)
        {
            case Species.Cup:
                yield return sketch.Patch(Outlines.Box(0, f.H(0, 0.62f).Y, 512, f.HeadY * 0.2f), head, coat.Accent);
                break;
            case Species.Cactus:
                foreach (var (x, y) in new[] { (-0.46f, -0.66f), (0.02f, -0.86f), (0.46f, -0.5f), (-0.5f, 0.6f), (0.5f, 0.66f),
                    (0, 0.78f) })
                {
                    yield return sketch.Stroke(Outlines.Thread(f.H(x, y), f.H(x + 0.02f, y + 0.1f)), coat.Head.Darker(0.3f), 0.7f);
                }

                break;
            case Species.Plant:
                yield return sketch.Patch(Outlines.Box(0, f.H(0, 0.08f).Y, 512, 6), head, coat.Head.Darker(0.2f));
                break;
            case Species.Rocket:
                yield return sketch.Patch(Outlines.Box(0, 0, 512, f.H(0, -0.82f).Y), head, coat.Marks);
                yield return sketch.Patch(Outlines.Box(0, f.H(0, 0.74f).Y, 512, 100), head, coat.Marks);
                break;
            case Species.Pumpkin:
                foreach (var line in Sketch.Both(Outlines.Thread(f.H(0.34f, -0.76f), f.H(0.56f, 0),
                    f.H(0.36f, 0.86f))))
                {
                    yield return sketch.Stroke(line, coat.Head.Darker(0.2f), 0.7f);
                }

                break;
            case Species.LightBulb:
                yield return sketch.Patch(Outlines.Box(0, f.H(0, 0.7f).Y, 512, 100), head, coat.Marks);
                yield return sketch.Patch(Outlines.Box(0, f.H(0, 0.82f).Y, 512, 5), head, coat.Marks.Darker(0.3f));
                break;
            case Species.Flame:
                yield return sketch.Patch(Outlines.Path("M.02-.5C.2-.2 .6 .1 .6 .5C.6 .84 .3 1.02 0 1.02C-.3 1.02-.6 .84-.6 .5"
                    + "C-.6 .1-.1-.1 .02-.5Z").Each(p => f.H(p.X, p.Y)), head, coat.Second);
                break;
            case Species.Drop or Species.Slime:
                yield return sketch.Patch(Outlines.Ellipse(f.H(-0.5f, -0.2f), f.HeadX * 0.1f, f.HeadY * 0.18f)
                    .Turned(f.H(-0.5f, -0.2f), 24), head, coat.Head.Lighter(0.6f));
                break;
            case Species.Donut:
                yield return sketch.Patch(Wave(f), head, coat.Second);
                foreach (var (x, y, turn, i) in new[] { (-0.6f, -0.5f, 30f, 0), (-0.2f, -0.74f, -20f, 1), (0.3f, -0.7f, 40f, 2),
                    (0.66f, -0.4f, -40f, 0), (0.1f, -0.42f, 80f, 1), (-0.78f, -0.06f, -60f, 2), (0.82f, 0, 20f, 1) })
                {
                    yield return new(Outlines.Box(f.H(x, y).X - 9, f.H(x, y).Y - 3.5f, 18, 7, 3.5f).Turned(f.H(x, y), turn), i == 0
                        ? coat.Marks : i == 1 ? coat.Accent : sketch.Ink.Tone(new(0x6A, 0xC7, 0xE8)));
                }

                break;
            case Species.Box:
                yield return sketch.Patch(Outlines.Box(f.H(-0.16f, 0).X, 0, f.HeadX * 0.32f, f.H(0, -0.34f).Y), head, coat.Marks);
                break;
            case Species.Planet:
                foreach (var (y, h) in new[] { (-0.6f, 0.16f), (0.5f, 0.2f) })
                {
                    yield return sketch.Patch(Outlines.Box(0, f.H(0, y).Y, 512,
                        f.HeadY * h, 10), head, coat.Head.Lighter(0.25f));
                }

                break;
            case Species.Moon:
                foreach (var (x, y, r) in new[] { (-0.6f, -0.3f, 0.1f), (-0.2f, -0.66f, 0.07f),
                    (0.3f, 0.8f, 0.08f) })
                {
                    yield return sketch.Patch(Outlines.Disc(f.H(x, y), f.HeadX * r), head, coat.Marks);
                }

                break;
        }
    }

    /// <summary>What lies before the face's form.</summary>
    public static IEnumerable<Shape> Before(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        switch (sketch.Species)
        {
            case Species.Cup:
                var rim = Outlines.Ellipse(f.H(0, -0.78f), f.HeadX * 0.9f, f.HeadY * 0.14f);
                return sketch.Form(rim, coat.Head.Darker(0.06f),
                    sketch.Patch(Outlines.Ellipse(f.H(0, -0.76f), f.HeadX * 0.76f, f.HeadY * 0.09f), rim, coat.Marks));
            case Species.Mushroom:
                var cap = Outlines.Path("M-1.22 .06C-1.26-.7-.7-1.2 0-1.2C.7-1.2 1.26-.7 1.22 .06C1.1 .2-1.1 .2-1.22 .06Z")
                    .Each(p => f.H(p.X, p.Y));
                return sketch.Form(cap, coat.Head,
                    [.. new[] { (-0.7f, -0.3f, 0.2f), (0.02f, -0.78f, 0.24f), (0.74f, -0.36f, 0.18f), (0.2f, -0.14f, 0.12f) }.Select(dot =>
                    sketch.Patch(Outlines.Ellipse(f.H(dot.Item1, dot.Item2), f.HeadX * dot.Item3, f.HeadX * dot.Item3 * 0.86f), cap,
                    coat.Marks))]);
            case Species.Snowman:
                return sketch.Form(Outlines.Polygon(5, f.H(-0.06f, f.EyeY + 0.1f), f.H(0.5f, f.EyeY + 0.24f), f.H(-0.06f, f.EyeY + 0.3f)),
                    coat.Marks);
            case Species.Planet:
                var ring = Outlines.Ellipse(f.H(0, 0.3f), f.HeadX * 1.5f, f.HeadY * 0.4f)
                    .Without(Outlines.Ellipse(f.H(0, 0.22f), f.HeadX * 1.26f, f.HeadY * 0.3f))
                    .Without(Outlines.Box(0, 0, 512, f.H(0, 0.28f).Y));
                return sketch.Form(ring.Turned(f.Head, -8), coat.Marks);
            default:
                return [];
        }
    }

    private static IEnumerable<Shape> Steam(Sketch sketch)
    {
        var f = sketch.Figure;
        return Sketch.At(-0.3f, 0.1f).Select(x =>
            new Shape(Outlines.Limb(5, 3, f.H(x, -1), f.H(x + 0.1f, -1.14f), f.H(x - 0.02f, -1.28f), f.H(x + 0.1f, -1.42f)),
            new Rgba(0xC9, 0xD3, 0xDF, 200)));
    }

    private static Outline Wave(Figure f) => Outlines.Blob(f.H(-1.2f, 0.3f), f.H(-0.8f, 0.5f), f.H(-0.5f, 0.72f), f.H(-0.1f, 0.6f),
        f.H(0.3f, 0.76f), f.H(0.7f, 0.5f), f.H(1.2f, 0.34f), f.H(1.2f, 1.3f), f.H(0, 1.5f), f.H(-1.2f, 1.3f));
}
