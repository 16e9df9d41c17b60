using System.Collections.Immutable;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Mouths: the mood's own, and three that actions show. A bird's mouth is its beak.</summary>
internal static class Mouths
{
    private enum Kind { Smile, Grin, Open, Oh, Sad, Flat, Smirk, Wobble, Tongue, Grit }

    private static readonly Rgba Throat = new(0x7C, 0x26, 0x3C);
    private static readonly Rgba Tongue = new(0xF4, 0x7F, 0x8E);

    public static ImmutableArray<Part> Draw(Sketch sketch)
    {
        var at = Muzzles.Mouth(sketch);
        var own = sketch.Design.Mood switch
        {
            Mood.Happy => sketch.Style is MascotStyle.Cartoon or MascotStyle.Toy ? Kind.Grin : Kind.Smile,
            Mood.Excited => Kind.Open,
            Mood.Sad => Kind.Sad,
            Mood.Angry => sketch.Style == MascotStyle.Cartoon ? Kind.Grit : Kind.Sad,
            Mood.Sleepy => Kind.Oh,
            Mood.Surprised => Kind.Oh,
            Mood.Cool => Kind.Smirk,
            Mood.Shy => Kind.Wobble,
            Mood.InLove => Kind.Grin,
            Mood.Silly => Kind.Tongue,
            _ => Kind.Flat,
        };
        return [Of("mouth", own, 1), Of("mouth-open", Kind.Open, 0), Of("mouth-smile", Kind.Smile, 0), Of("mouth-sad", Kind.Sad, 0)];

        Part Of(string name, Kind kind, float opacity) => Sketch.Part(name, at, Shapes(sketch, kind, at)) with { Opacity = opacity };
    }

    private static IEnumerable<Shape> Shapes(Sketch sketch, Kind kind, Point at)
    {
        if (sketch.Traits.Muzzle is Muzzle.Beak or Muzzle.Bill or Muzzle.Hook)
        {
            return Beaks.Shapes(sketch, at,
                kind is Kind.Open or Kind.Oh or Kind.Grin or Kind.Tongue, kind is Kind.Sad or Kind.Grit);
        }

        return Lips(sketch, kind, at);
    }

    private static IEnumerable<Shape> Lips(Sketch sketch, Kind kind, Point at)
    {
        var f = sketch.Figure;
        var color = Faces.Readable(sketch, Muzzles.Around(sketch));
        var w = f.HeadX * (sketch.Traits.Muzzle is Muzzle.Broad ? 0.34f : sketch.Traits.Head is HeadShape.Frog ? 0.42f
            : sketch.Style == MascotStyle.Kawaii ? 0.15f : sketch.Style == MascotStyle.Cartoon ? 0.3f : 0.2f);
        var cleft = sketch.Traits.Muzzle is Muzzle.Nose or Muzzle.Puffs or Muzzle.Round && sketch.Style != MascotStyle.Cartoon;
        Point P(float x, float y) => new(at.X + x * w, at.Y + y * w);
        switch (kind)
        {
            case Kind.Smile when cleft:
                yield return Line(P(-1.05f, -0.1f), P(-0.56f, 0.42f), P(0, -0.06f));
                yield return Line(P(1.05f, -0.1f), P(0.56f, 0.42f), P(0, -0.06f));
                break;
            case Kind.Smile:
                yield return Line(P(-1, -0.1f), P(-0.55f, 0.36f), P(0, 0.5f), P(0.55f, 0.36f), P(1, -0.1f));
                break;
            case Kind.Flat:
                yield return Line(P(-0.7f, 0.1f), P(0, 0.26f), P(0.7f, 0.1f));
                break;
            case Kind.Sad:
                yield return Line(P(-0.85f, 0.5f), P(-0.44f, 0.1f), P(0, 0), P(0.44f, 0.1f), P(0.85f, 0.5f));
                break;
            case Kind.Smirk:
                yield return Line(P(-0.8f, 0.26f), P(-0.1f, 0.4f), P(0.6f, 0.14f), P(0.96f, -0.26f));
                break;
            case Kind.Wobble:
                yield return Line(P(-0.8f, 0.24f), P(-0.4f, 0.02f), P(0, 0.28f), P(0.4f, 0.02f), P(0.8f, 0.24f));
                break;
            case Kind.Oh:
                var small = Outlines.Ellipse(P(0, 0.4f), w * 0.42f, w * 0.52f);
                yield return new(small, Throat, color, sketch.Ink.FaceWidth * 0.7f);
                break;
            case Kind.Grit:
                var jaw = Outlines.Polygon(w * 0.2f, P(-0.9f, 0.5f), P(-0.5f, 0), P(0.5f, 0), P(0.9f, 0.5f), P(0.4f, 0.6f), P(-0.4f, 0.6f));
                yield return new(jaw, Sketch.White, color, sketch.Ink.FaceWidth * 0.8f);
                foreach (var x in new[] { -0.34f, 0, 0.34f })
                {
                    yield return sketch.Stroke(Outlines.Thread(P(x, 0.06f), P(x, 0.54f)), color,
                        0.5f);
                }

                break;
            default:
                var deep = kind == Kind.Open ? 1.25f : kind == Kind.Tongue ? 0.55f : 0.86f;
                var wide = kind == Kind.Open ? 1 : 0.92f;
                var mouth = Outlines.Path("M-1-.1C-.5 .04 .5 .04 1-.1C1.06 .5 .62 1 0 1C-.62 1-1.06 .5-1-.1Z")
                    .Each(p => P(p.X * wide, p.Y * deep));
                yield return new(mouth, Throat);
                yield return new(Outlines.Ellipse(P(0, deep * 0.98f), w * 0.6f, w * 0.44f * deep).Within(mouth), Tongue);
                var teeth = Outlines.Box(at.X - w * 0.72f, at.Y - w * 0.3f, w * 1.44f, w * 0.5f, w * 0.1f);
                if (kind != Kind.Tongue && sketch.Style is MascotStyle.Cartoon or MascotStyle.Toy)
                {
                    yield return new(teeth.Within(mouth), Sketch.White);
                }

                yield return new(mouth, null, color, sketch.Ink.FaceWidth * 0.75f);
                if (kind == Kind.Tongue)
                {
                    var tongue = Outlines.Path("M-.42 .2L.42 .2C.5 .7 .4 1.2 0 1.2C-.4 1.2-.5 .7-.42 .2Z").Each(p => P(p.X + 0.2f, p.Y));
                    yield return new(tongue, Tongue, color, sketch.Ink.FaceWidth * 0.7f);
                }

                break;
        }

        if (kind is Kind.Oh or Kind.Grit) yield break;
        if (sketch.Traits.Has(Features.Teeth))
        {
            var y = kind is Kind.Sad ? 0.3f : 0.16f;
            foreach (var x in new[] { -0.52f, 0.52f })
            {
                yield return new(Outlines.Polygon(2, P(x - 0.2f, y), P(x + 0.2f, y),
                    P(x, y + 0.46f)), Sketch.White, color, sketch.Ink.FaceWidth * 0.4f);
            }
        }

        if (sketch.Traits.Has(Features.BuckTeeth) && kind is Kind.Smile or Kind.Flat or Kind.Grin)
        {
            yield return new(Outlines.Box(at.X - w * 0.26f, at.Y + w * 0.2f, w * 0.52f, w * 0.5f, w * 0.12f), Sketch.White, color,
                sketch.Ink.FaceWidth * 0.5f);
        }

        Shape Line(params ReadOnlySpan<Point> points) => sketch.Stroke(Outlines.Thread(points), color);
    }
}
