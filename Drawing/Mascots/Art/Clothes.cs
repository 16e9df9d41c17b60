using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>What clothes add to the torso that they colour, in units of the torso's half width from its top.</summary>
internal static class Clothes
{
    public static IEnumerable<Shape> Torso(Sketch sketch)
    {
        var f = sketch.Figure;
        var p = new Pencil(sketch, f.T(0, 0), f.TorsoX);
        var bottom = (f.TorsoBottom - f.TorsoTop) / f.TorsoX;
        return [.. sketch.Design.Accessories.SelectMany(worn => Worn(p, bottom, worn.Kind, sketch.Ink.Tone(worn.Color))),
            .. Dress(p, bottom)];
    }

    private static IEnumerable<Shape> Worn(Pencil p, float bottom, AccessoryKind kind, Rgba color)
    {
        var torso = p.Sketch.Torso;
        Shape Mark(Outline outline, Rgba tone) => p.Patch(outline, torso, tone);
        switch (kind)
        {
            case AccessoryKind.Shirt:
                return [Mark(p.Path("M-.4-.2C-.3 .3 .3 .3 .4-.2Z"), color.Lighter(0.35f)),
                    Mark(p.Box(-2, bottom - 0.34f, 4, 0.09f), color.Lighter(0.35f))];
            case AccessoryKind.Hoodie:
                return [Mark(p.Polygon(0.1f, (-0.46f, bottom * 0.62f), (0.46f, bottom * 0.62f), (0.62f, bottom * 0.88f),
                    (-0.62f, bottom * 0.88f)), color.Darker(0.13f)), Mark(p.Box(-0.24f, 0.1f, 0.07f, bottom * 0.36f, 0.03f), Sketch.White),
                    Mark(p.Box(0.17f, 0.1f, 0.07f, bottom * 0.3f, 0.03f), Sketch.White)];
            case AccessoryKind.Apron:
                var bib = p.Path($"M-.42 .16L.42 .16C.44 .5 .6 .7 .78 .8L.7 {bottom + 0.2f}"
                    + $"L-.7 {bottom + 0.2f}L-.78 .8C-.6 .7-.44 .5-.42 .16Z");
                return [Mark(bib, color), Mark(p.Box(-0.34f, bottom * 0.58f, 0.68f, 0.34f, 0.1f), color.Darker(0.1f)),
                    Mark(p.Box(-0.44f, -0.3f, 0.1f, 0.5f), color), Mark(p.Box(0.34f, -0.3f, 0.1f, 0.5f), color)];
            case AccessoryKind.Robe:
                return [Mark(p.Box(-0.13f, 0, 0.26f, bottom + 1), p.Contrast(color)),
                    Mark(p.Box(-2, bottom * 0.56f, 4, 0.2f), p.Contrast(color).Darker(0.12f)),
                    Mark(p.Box(-2, bottom - 0.12f, 4, 0.4f), p.Contrast(color))];
            case AccessoryKind.Coat:
                return [Mark(p.Polygon(0.02f, (-0.3f, -0.2f), (0.3f, -0.2f), (0, 0.62f)), p.Sketch.Coat.Accent),
                    Mark(p.Limb(0.02f, 0.02f, (0, 0.6f), (0, bottom + 0.2f)), color.Darker(0.2f)),
                    Mark(p.Polygon(0.02f, (-0.4f, -0.1f), (-0.2f, -0.1f), (0, 0.66f), (-0.5f, 0.34f)), color.Darker(0.1f)),
                    Mark(p.Polygon(0.02f, (0.4f, -0.1f), (0.2f, -0.1f), (0, 0.66f), (0.5f, 0.34f)), color.Darker(0.1f)),
                    Mark(p.Disc(0.14f, bottom * 0.66f, 0.06f), color.Darker(0.35f)),
                    Mark(p.Disc(0.14f, bottom * 0.84f, 0.06f), color.Darker(0.35f))];
            case AccessoryKind.Armor:
                return [Mark(p.Box(-0.05f, 0, 0.1f, bottom * 0.7f), color.Darker(0.18f)),
                    Mark(p.Box(-2, bottom * 0.66f, 4, 0.16f), p.Tone(0x8A5A3C)),
                    Mark(p.Box(-0.16f, bottom * 0.66f - 0.04f, 0.32f, 0.24f, 0.05f), p.Tone(0xFFD04A)),
                    Mark(p.Path("M-.34 .3L.34 .3C.36 .6 .2 .8 0 .9C-.2 .8-.36 .6-.34 .3Z"), p.Sketch.Coat.Accent)];
            case AccessoryKind.Belt:
                return [Mark(p.Box(-2, bottom * 0.7f, 4, 0.22f), color), Mark(p.Box(-0.18f, bottom * 0.7f - 0.05f, 0.36f, 0.32f, 0.06f),
                    p.Tone(0xFFD04A)), Mark(p.Box(-0.08f, bottom * 0.7f + 0.04f, 0.16f, 0.14f, 0.02f), color)];
            case AccessoryKind.SpaceHelmet:
                var panel = p.Box(-0.5f, bottom * 0.42f, 1, 0.62f, 0.14f);
                return [Mark(panel, p.Tone(0xC9D3E0)), Mark(p.Disc(-0.26f, bottom * 0.42f + 0.22f, 0.1f), p.Tone(0xE8504A)),
                    Mark(p.Disc(0.02f, bottom * 0.42f + 0.22f, 0.1f), p.Tone(0xFFC93C)),
                    Mark(p.Disc(0.3f, bottom * 0.42f + 0.22f, 0.1f), p.Tone(0x4FB86A)),
                    Mark(p.Box(-0.34f, bottom * 0.42f + 0.42f, 0.68f, 0.09f, 0.04f), color)];
            default:
                return [];
        }
    }

    private static IEnumerable<Shape> Dress(Pencil p, float bottom)
    {
        var sketch = p.Sketch;
        Shape Mark(Outline outline, Rgba tone) => p.Patch(outline, sketch.Torso, tone);
        switch (sketch.Design.Outfit)
        {
            case Outfit.Superhero:
                var badge = p.Polygon(0.08f, (-0.42f, 0.3f), (0.42f, 0.3f), (0.52f, 0.56f), (0, 1.06f), (-0.52f, 0.56f));
                return [Mark(badge, p.Tone(0xFFD04A)), Mark(p.Star(0, 0.6f, 0.26f), sketch.Coat.Accent),
                    Mark(p.Box(-2, bottom * 0.8f, 4, 0.16f), p.Tone(0xFFD04A))];
            case Outfit.Santa:
                return [Mark(p.Box(-0.14f, -0.2f, 0.28f, bottom + 1), Sketch.White), Mark(p.Box(-2, bottom - 0.14f, 4, 0.4f), Sketch.White),
                    Mark(p.Box(-2, bottom * 0.6f, 4, 0.22f), p.Tone(0x34303A)),
                    Mark(p.Box(-0.18f, bottom * 0.6f - 0.05f, 0.36f, 0.32f, 0.06f), p.Tone(0xFFD04A))];
            case Outfit.Ninja:
                return [Mark(p.Polygon(0.02f, (-0.6f, -0.2f), (-0.34f, -0.2f), (0.24f, bottom * 0.66f), (0.04f, bottom * 0.66f)),
                    sketch.Coat.Torso.Lighter(0.16f)), Mark(p.Box(-2, bottom * 0.62f, 4, 0.2f), sketch.Coat.Accent)];
            case Outfit.Police or Outfit.Firefighter:
                return [Mark(p.Star(0.4f, 0.6f, 0.2f), p.Tone(0xFFD04A)), Mark(p.Box(-2, bottom * 0.74f, 4, 0.18f),
                    sketch.Coat.Torso.Darker(0.3f))];
            case Outfit.Builder:
                return [Mark(p.Box(-0.62f, -0.2f, 0.22f, bottom + 1), p.Tone(0xFF8A2B)),
                    Mark(p.Box(0.4f, -0.2f, 0.22f, bottom + 1), p.Tone(0xFF8A2B)),
                    Mark(p.Box(-2, bottom * 0.6f, 4, 0.2f), p.Tone(0xFFE36B))];
            case Outfit.Pirate:
                return [.. Sketch.At(0.12f, 0.5f, 0.88f).Select(y =>
                    Mark(p.Box(-2, bottom * y, 4, bottom * 0.16f), sketch.Ink.Tone(new(0xD8, 0x43, 0x4A))))];
            case Outfit.Business:
                return [Mark(p.Polygon(0.02f, (-0.36f, -0.2f), (0.36f, -0.2f), (0, 0.9f)), Sketch.White)];
            case Outfit.Cowboy:
                return [Mark(p.Path($"M-2-.2L-.5-.2C-.3 .4-.4 .8-.5 {bottom + 1}L-2 {bottom + 1}Z"), p.Tone(0x8A5A3C)),
                    Mark(p.Path($"M2-.2L.5-.2C.3 .4 .4 .8 .5 {bottom + 1}L2 {bottom + 1}Z"), p.Tone(0x8A5A3C))];
            case Outfit.Farmer:
                return [Mark(p.Box(-0.5f, bottom * 0.36f, 1, bottom), p.Tone(0x4A78B8)),
                    Mark(p.Box(-2, bottom * 0.66f, 4, bottom), p.Tone(0x4A78B8)), Mark(p.Box(-0.5f, -0.2f, 0.16f, 1), p.Tone(0x4A78B8)),
                    Mark(p.Box(0.34f, -0.2f, 0.16f, 1), p.Tone(0x4A78B8)), Mark(p.Disc(-0.42f, bottom * 0.44f, 0.07f), p.Tone(0xFFD04A)),
                    Mark(p.Disc(0.42f, bottom * 0.44f, 0.07f), p.Tone(0xFFD04A))];
            default:
                return [];
        }
    }
}
