using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What grows on heads and backs besides ears: manes, hair, wool, quills, combs, spikes, fins, shells, wings.</summary>
internal static class Crests
{
    /// <summary>What lies behind the head.</summary>
    public static IEnumerable<Shape> BehindHead(Sketch sketch)
    {
        var (f, coat, traits) = (sketch.Figure, sketch.Coat, sketch.Traits);
        var shapes = Enumerable.Empty<Shape>();
        if (traits.Has(Features.Mane))
        {
            shapes = sketch.Form(Outlines.Star(f.H(0, 0.02f), f.HeadX * 1.34f, f.HeadX * 1.18f, 13, 16),
                coat.Marks);
        }

        if (traits.Has(Features.Quills))
        {
            shapes = [.. shapes,
                .. sketch.Form(Outlines.Star(f.H(0, -0.12f), f.HeadX * 1.32f, f.HeadX * 1.06f, 15, 4), coat.Marks)];
        }

        if (traits.Has(Features.LongHair)) shapes = [.. shapes, .. Mane(sketch)];
        if (traits.Has(Features.DorsalFin))
        {
            shapes = [.. shapes,
                .. sketch.Form(Outlines.Path("M-.3 .3C-.26-.3 0-.86 .5-1C.36-.6 .4-.1 .5 .3Z").Scaled(f.HeadX * 0.5f, f.HeadY * 0.56f)
                .Moved(f.Head.X - 4, f.H(0, sketch.Traits.Head == HeadShape.Shark ? -1.1f : -0.98f).Y), sketch.Species == Species.Fish
                ? coat.Accent : coat.Head)];
        }

        if (traits.Has(Features.Spikes)) shapes = [.. shapes, .. Spikes(sketch)];
        if (sketch.Species == Species.Person && sketch.Design.LongHair)
        {
            shapes = [.. shapes,
                .. sketch.Form(Outlines.Symmetric(f.Head.X, f.H(0, -1.16f), f.H(0.7f, -1), f.H(1.16f, -0.3f), f.H(1.18f, 0.6f),
                f.H(1.02f, 1.2f), f.H(0.6f, 1.1f), f.H(0, 1)), coat.Marks)];
        }

        return [.. shapes, .. Things.Behind(sketch)];
    }

    /// <summary>What lies before the head, behind any hat.</summary>
    public static IEnumerable<Shape> OnHead(Sketch sketch)
    {
        var (f, coat, traits) = (sketch.Figure, sketch.Coat, sketch.Traits);
        var shapes = Things.Before(sketch);
        if (traits.Has(Features.Comb))
        {
            var comb = Outlines.Disc(f.H(-0.2f, -1), f.HeadX * 0.16f).Joined(Outlines.Disc(f.H(0.02f, -1.12f), f.HeadX * 0.19f),
                Outlines.Disc(f.H(0.24f, -1), f.HeadX * 0.15f));
            shapes = [.. shapes, .. sketch.Form(comb, sketch.Ink.Tone(new(0xE8, 0x45, 0x3F)))];
        }

        if (traits.Has(Features.Crest))
        {
            var lizard = traits.Plan != Plan.Bird;
            var tuft = Outlines.Path("M-.3 .5C-.5 0-.4-.5 0-1C.04-.7 .1-.5 .2-.4C.3-.6 .5-.76 .7-.8C.6-.3 .5 .2 .3 .5Z")
                .Scaled(f.HeadX * 0.24f, f.HeadY * 0.3f).Moved(f.Head.X, f.H(0, -1.04f).Y);
            shapes = [.. sketch.Form(tuft, lizard ? coat.Marks : coat.Head), .. shapes];
        }

        if (traits.Has(Features.Wool))
        {
            var wool = Outlines.Disc(f.H(-0.5f, -0.8f), f.HeadX * 0.3f).Joined(Outlines.Disc(f.H(0, -0.94f), f.HeadX * 0.36f),
                Outlines.Disc(f.H(0.5f, -0.8f), f.HeadX * 0.3f), Outlines.Disc(f.H(0, -0.7f), f.HeadX * 0.3f));
            shapes = [.. shapes, .. sketch.Form(wool, sketch.Ink.Tone(sketch.Design.Body))];
        }

        if (traits.Has(Features.LongHair))
        {
            var forelock = Outlines.Path("M-.1-1.1C.3-1.14 .56-.9 .5-.5C.36-.7 .24-.74 .2-.4C.1-.6-.02-.64-.1-.26C-.3-.56-.34-.9-.1-1.1Z");
            shapes = [.. shapes, .. sketch.Form(forelock.Each(p => f.H(p.X, p.Y)), coat.Marks)];
        }

        if (sketch.Species == Species.Whale) shapes = [.. Spout(sketch), .. shapes];
        if (traits.Has(Features.Horn)) shapes = [.. shapes, .. UnicornHorn(sketch)];
        if (sketch.Species == Species.Person && !sketch.Wears(AccessoryKind.NinjaMask)) shapes = [.. shapes, .. Fringe(sketch)];
        return shapes;
    }

    /// <summary>What lies behind the torso: wings and shells.</summary>
    public static IEnumerable<Part> OnBack(Sketch sketch)
    {
        var (f, coat, traits) = (sketch.Figure, sketch.Coat, sketch.Traits);
        if (traits.Has(Features.Wings))
        {
            yield return Wing(sketch.Flipped, "wing-left");
            yield return Wing(sketch, "wing-right");
        }

        if (traits.Has(Features.Shell))
        {
            yield return Sketch.Part("shell", f.T(0, 0.5f), Shell(sketch));
        }
    }

    private static IEnumerable<Shape> Shell(Sketch sketch)
    {
        var (f, marks) = (sketch.Figure, sketch.Coat.Marks);
        var height = f.TorsoBottom - f.TorsoTop;
        if (sketch.Species == Species.Snail)
        {
            var p = new Pencil(sketch, f.T(0.86f, 0.34f), f.TorsoX * 1.2f);
            var house = p.Disc(0, 0, 1);
            return [.. sketch.Form(house, marks),
                sketch.Stroke(p.Thread((0.8f, 0.3f), (0.3f, 0.72f), (-0.4f, 0.56f), (-0.6f, -0.1f), (-0.1f, -0.56f), (0.4f, -0.3f),
                (0.34f, 0.2f), (-0.06f, 0.24f)), marks.Darker(0.3f))];
        }

        var shell = Outlines.Ellipse(f.T(0, 0.42f), f.TorsoX * 1.8f, height * 0.64f);
        if (sketch.Species == Species.Ladybug)
        {
            return sketch.Form(shell, marks,
                [.. new[] { (-1.3f, 0.1f), (1.3f, 0.1f), (-1.46f, 0.56f), (1.46f, 0.56f), (-1f, 0.86f), (1f, 0.86f), (-0.8f, -0.08f),
                (0.8f, -0.08f) }
                .Select(dot => sketch.Patch(Outlines.Disc(f.T(dot.Item1, dot.Item2), f.TorsoX * 0.17f), shell, sketch.Coat.Head))]);
        }

        return sketch.Form(shell, marks.Lighter(0.12f),
            [sketch.Patch(Outlines.Ellipse(f.T(0, 0.42f), f.TorsoX * 1.58f, height * 0.54f), shell, marks),
            .. Sketch.At(-1.3f, -0.9f, 0.9f, 1.3f).Select(x =>
                sketch.Patch(Outlines.Limb(3, 3, f.T(x * 0.9f, 0.08f), f.T(x * 1.24f, 0.76f)), shell, marks.Darker(0.16f)))]);
    }

    private static Part Wing(Sketch sketch, string name)
    {
        var f = sketch.Figure;
        var root = f.T(0.5f, 0.3f);
        var k = f.TorsoX * (sketch.Style == MascotStyle.Kawaii ? 1.1f : 1.2f);
        Outline Local(string path) => Outlines.Path(path).Scaled(k, k).Moved(root.X, root.Y);
        var shapes = sketch.Species switch
        {
            Species.Bee => sketch.Form(Local("M0 0C.1-.7 .7-1.1 1.2-.9C1.6-.6 1.2 0 0 .1Z"), new Rgba(0xE6, 0xF4, 0xFF, 225))
                .Concat(sketch.Form(Local("M0 .06C.7 0 1.2 .1 1.2 .4C1.1 .7 .4 .5 0 .2Z"), new Rgba(0xE6, 0xF4, 0xFF, 225))),
            Species.Butterfly => sketch.Form(Local("M0 .1C0-.8 .7-1.4 1.4-1.1C1.8-.7 1.5 0 .3 .2Z"), sketch.Coat.Marks,
                sketch.Patch(Local("M.5-.3C.6-.8 1-1 1.3-.8C1.4-.4 1-.2 .5-.3Z"), Local("M0 .1C0-.8 .7-1.4 1.4-1.1C1.8-.7 1.5 0 .3 .2Z"),
                sketch.Coat.Accent))
                .Concat(sketch.Form(Local("M0 .1C.8 0 1.4 .3 1.2 .8C.9 1.2 .2 .9 0 .3Z"), sketch.Coat.Marks.Lighter(0.2f))),
            _ => sketch.Form(Local("M-.1 .1C.2-.6 .7-1 1.5-1.06C1.36-.8 1.4-.5 1.52-.3C1.3-.36 1.16-.26 1.1-.02C.9-.14 .72-.06 .64 .2"
                + "C.46 .06 .2 .1 0 .4Z"), sketch.Coat.Marks),
        };
        return Sketch.Part(name, sketch.Side(root), shapes);
    }

    private static IEnumerable<Shape> Mane(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var mane = Outlines.Blob(f.H(-0.1f, -1.16f), f.H(0.5f, -1.16f), f.H(1.08f, -0.7f), f.H(1.16f, -0.1f), f.H(1.36f, 0.4f),
            f.H(1.16f, 0.92f), f.H(0.8f, 0.7f), f.H(0.5f, 0));
        var strand = Outlines.Limb(6, 3, f.H(0.7f, -0.9f), f.H(0.98f, -0.2f), f.H(1.1f, 0.6f));
        return sketch.Form(mane, coat.Marks, sketch.Patch(strand, mane, coat.Marks.Lighter(0.3f)),
            sketch.Patch(strand.Moved(16, -6), mane, sketch.Species == Species.Unicorn ? sketch.Ink.Tone(new(0x7F, 0xD3, 0xE8))
            : coat.Marks));
    }

    private static IEnumerable<Shape> Spikes(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        foreach (var (x, y, size, turn) in new[] { (-0.3f, -0.9f, 0.2f, -20f), (0.3f, -0.9f, 0.2f, 20f), (0f, -0.96f, 0.26f, 0f) })
        {
            var at = f.H(x, y);
            var k = f.HeadX * size;
            foreach (var shape in sketch.Form(Outlines.Polygon(4, new(at.X - k * 0.8f, at.Y + k * 0.3f), new(at.X, at.Y - k * 1.1f),
                new(at.X + k * 0.8f, at.Y + k * 0.3f)).Turned(at, turn), coat.Marks))
            {
                yield return shape;
            }
        }
    }

    private static IEnumerable<Shape> Spout(Sketch sketch)
    {
        var f = sketch.Figure;
        var jet = Outlines.Limb(6, 9, f.H(0, -0.96f), f.H(0.06f, -1.2f), f.H(0.3f, -1.34f), f.H(0.44f, -1.2f));
        return sketch.Form(jet.Joined(Sketch.Mirror(jet)), sketch.Coat.Marks);
    }

    private static IEnumerable<Shape> UnicornHorn(Sketch sketch)
    {
        var f = sketch.Figure;
        var gold = sketch.Ink.Tone(new(0xFA, 0xCF, 0x5A));
        var horn = Outlines.Polygon(5, f.H(-0.15f, -0.82f), f.H(0.02f, -1.6f), f.H(0.17f, -0.82f));
        return sketch.Form(horn, gold, [.. Sketch.At(-1f, -1.18f, -1.36f)
            .Select(y => sketch.Patch(Outlines.Limb(3, 3, f.H(-0.3f, y + 0.05f), f.H(0.3f, y - 0.07f)), horn, gold.Darker(0.16f)))]);
    }

    private static IEnumerable<Shape> Fringe(Sketch sketch)
    {
        var (f, coat) = (sketch.Figure, sketch.Coat);
        var path = (sketch.Design.Seed % 3, sketch.Design.LongHair) switch
        {
            (_, true) => "M0-1.14C.7-1.14 1.1-.7 1.06 .1C.96-.2 .8-.42 .5-.56C.2-.5-.4-.46-.72-.5C-.9-.3-1-.1-1.06 .1"
                + "C-1.1-.7-.7-1.14 0-1.14Z",
            (0, _) => "M0-1.16C.7-1.16 1.1-.74 1.06-.02C1-.12 .96-.3 .9-.46C.5-.4 0-.4-.5-.6C-.7-.5-.9-.3-.98-.02L-1.06-.02"
                + "C-1.1-.74-.7-1.16 0-1.16Z",
            (1, _) => "M.1-1.3C.3-1.2 .5-1.14 .7-1C1-.76 1.1-.4 1.04-.02C.98-.16 .94-.3 .86-.42C.7-.5 .5-.44 .34-.6C.2-.4-.1-.4-.3-.58"
                + "C-.5-.4-.7-.46-.86-.4C-.94-.3-.98-.16-1.04-.02C-1.12-.5-.96-.9-.66-1.04C-.5-1.1-.1-1.1 .1-1.3Z",
            _ => "M0-1.14C.7-1.14 1.1-.74 1.06-.02C1-.2 .9-.4 .7-.5C.3-.62 0-.8-.1-.9C-.2-.66-.5-.5-.8-.46C-.94-.3-1-.16-1.06-.02"
                + "C-1.1-.74-.7-1.14 0-1.14Z",
        };
        return sketch.Form(Outlines.Path(path).Each(p => f.H(p.X, p.Y)), coat.Marks);
    }
}
