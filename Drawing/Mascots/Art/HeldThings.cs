using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;

namespace Platform.Drawing.Mascots.Art;

/// <summary>Things in a hand, in units of about a hand's width; the hand is at (0, 0).</summary>
internal static class HeldThings
{
    private const int Wood = 0x9A6840;
    private const int Steel = 0xCFD8E3;
    private const int Gold = 0xFFD04A;

    public static IEnumerable<Shape> Draw(Sketch sketch, Accessory held, Point hand)
    {
        var p = new Pencil(sketch, hand, sketch.Style == MascotStyle.Cartoon ? 52 : 49);
        var color = sketch.Ink.Tone(held.Color);
        return held.Kind switch
        {
            AccessoryKind.Flower => [.. p.Form(p.Limb(0.08f, 0.08f, (0, 0.5f), (0.04f, -0.3f), (0.1f, -0.9f)), p.Tone(0x5FA85A)),
                .. p.Form(p.Path("M.04-.1C.3-.5 .7-.5 .8-.3C.6-.06 .3 0 .04-.1Z"), p.Tone(0x5FA85A)),
                .. Headwear.Blossom(new Pencil(sketch, p.P(0.1f, -1.2f), 20), color)],
            AccessoryKind.Book => Book(p, color),
            AccessoryKind.Sword => [.. p.Form(p.Polygon(0.06f, (-0.16f, -0.4f), (-0.16f, -2f), (0, -2.35f), (0.16f, -2f), (0.16f, -0.4f)),
                p.Tone(Steel)), .. p.Form(p.Box(-0.5f, -0.46f, 1, 0.2f, 0.1f), p.Tone(Gold)),
                .. p.Form(p.Box(-0.1f, -0.3f, 0.2f, 0.66f, 0.06f), p.Tone(Wood)), .. p.Form(p.Disc(0, 0.42f, 0.14f), color)],
            AccessoryKind.Wand => [.. p.Form(p.Limb(0.09f, 0.07f, (-0.06f, 0.5f), (0.1f, -1)), p.Tone(0x6A4A8A)),
                .. p.Form(p.Star(0.16f, -1.3f, 0.46f), color)],
            AccessoryKind.Guitar => Guitar(p, color),
            AccessoryKind.Laptop => [.. p.Form(p.Polygon(0.1f, (-1.15f, -1.2f), (0.75f, -1.2f), (0.85f, 0), (-1.05f, 0)), color),
                .. p.Form(p.Star(-0.16f, -0.6f, 0.2f), p.Contrast(color)), .. p.Form(p.Box(-1.2f, -0.06f, 2.2f, 0.2f, 0.1f),
                color.Darker(0.15f))],
            AccessoryKind.Coffee => Coffee(p, color),
            AccessoryKind.Balloon => [sketch.Stroke(p.Thread((0, 0.2f), (0.14f, -0.6f), (0.1f, -1.5f)), p.Tone(0x8A8A9A), 0.45f),
                .. p.Form(p.Path("M.1-1.4C-.6-1.7-.76-3 .1-3.06C.96-3 .8-1.7 .1-1.4Z"), color),
                p.Plain(p.Ellipse(-0.2f, -2.6f, 0.12f, 0.2f), Sketch.White.WithOpacity(0.7f))],
            AccessoryKind.Umbrella => [.. p.Form(p.Limb(0.06f, 0.06f, (0, 0.6f), (0, -2)), p.Tone(Wood)),
                .. p.Form(p.Path("M-1.5-1.3C-1.5-2.2-.8-2.7 0-2.7C.8-2.7 1.5-2.2 1.5-1.3C1.2-1.5 .8-1.5 .5-1.3C.2-1.5-.2-1.5-.5-1.3"
                + "C-.8-1.5-1.2-1.5-1.5-1.3Z"), color)],
            AccessoryKind.Phone => p.Form(p.Box(-0.36f, -1, 0.72f, 1.3f, 0.14f), color,
                p.Patch(p.Box(-0.27f, -0.86f, 0.54f, 0.94f, 0.06f), p.Box(-0.36f, -1, 0.72f, 1.3f, 0.14f), p.Tone(0xBFE8FF))),
            AccessoryKind.Camera => [.. p.Form(p.Box(-0.3f, -0.86f, 0.6f, 0.3f, 0.08f), color.Darker(0.12f)),
                .. p.Form(p.Box(-0.75f, -0.7f, 1.5f, 0.96f, 0.16f), color), .. p.Form(p.Disc(0, -0.22f, 0.34f), p.Tone(Steel),
                p.Patch(p.Disc(0, -0.22f, 0.2f), p.Disc(0, -0.22f, 0.34f), p.Tone(0x37475A)))],
            AccessoryKind.Magnifier => [.. p.Form(p.Limb(0.12f, 0.1f, (-0.1f, 0.6f), (0.2f, -0.5f)), p.Tone(Wood)),
                p.Plain(p.Disc(0.4f, -1.1f, 0.58f), new Rgba(0xD8, 0xF0, 0xFF, 150), color, 8)],
            AccessoryKind.Brush => [.. p.Form(p.Limb(0.09f, 0.07f, (-0.06f, 0.7f), (0.1f, -0.9f)), p.Tone(Wood)),
                .. p.Form(p.Box(-0.04f, -1.14f, 0.3f, 0.3f, 0.04f), p.Tone(Steel)),
                .. p.Form(p.Path("M-.06-1.1C-.1-1.5 .1-1.7 .2-1.9C.4-1.6 .36-1.3 .28-1.1Z"), color)],
            AccessoryKind.Pencil => [.. p.Form(p.Box(-0.14f, -1.2f, 0.28f, 1.7f, 0.03f), color),
                .. p.Form(p.Polygon(0.02f, (-0.14f, -1.2f), (0, -1.6f), (0.14f, -1.2f)), p.Tone(0xF2D9B0)),
                .. p.Form(p.Box(-0.14f, 0.4f, 0.28f, 0.24f, 0.06f), p.Tone(0xF08AA0))],
            AccessoryKind.Spoon => [.. p.Form(p.Limb(0.08f, 0.08f, (-0.04f, 0.6f), (0.06f, -0.9f)), p.Tone(Wood)),
                .. p.Form(p.Ellipse(0.08f, -1.26f, 0.34f, 0.46f), p.Tone(Wood))],
            AccessoryKind.Ball => p.Form(p.Disc(0.1f, -0.5f, 0.62f), color, p.Patch(p.Box(-0.6f, -0.6f, 1.4f, 0.2f),
                p.Disc(0.1f, -0.5f, 0.62f), color.Lighter(0.6f))),
            AccessoryKind.Flag => [.. p.Form(p.Path("M.06-2.2C.5-2.4 .8-2 1.4-2.14L1.4-1.2C.8-1.06 .5-1.46 .06-1.26Z"), color),
                .. p.Form(p.Limb(0.07f, 0.07f, (0, 0.7f), (0, -2.3f)), p.Tone(Wood))],
            AccessoryKind.Gift => [.. p.Form(p.Box(-0.7f, -0.9f, 1.4f, 1.1f, 0.08f), color,
                p.Patch(p.Box(-0.12f, -0.9f, 0.24f, 1.1f), p.Box(-0.7f, -0.9f, 1.4f, 1.1f), p.Contrast(color))),
                .. Headwear.Bow(new Pencil(sketch, p.P(0, -1), 17), p.Contrast(color))],
            AccessoryKind.Shield => p.Form(p.Path("M-.75-.9C-.3-.84 0-1.04 0-1.04C0-1.04 .3-.84 .75-.9C.84 0 .5 .6 0 .86"
                + "C-.5 .6-.84 0-.75-.9Z"), color, p.Patch(p.Box(-0.1f, -1.2f, 0.2f, 2.2f),
                p.Path("M-.75-.9C-.3-.84 0-1.04 0-1.04C0-1.04 .3-.84 .75-.9C.84 0 .5 .6 0 .86C-.5 .6-.84 0-.75-.9Z"), p.Tone(Gold)),
                p.Patch(p.Box(-1, -0.34f, 2, 0.2f),
                p.Path("M-.75-.9C-.3-.84 0-1.04 0-1.04C0-1.04 .3-.84 .75-.9C.84 0 .5 .6 0 .86C-.5 .6-.84 0-.75-.9Z"), p.Tone(Gold))),
            AccessoryKind.Carrot => [.. p.Form(p.Path("M0-.6C-.2-1.1-.4-1.2-.5-1.1C-.3-1-.2-.8-.1-.6ZM0-.6C0-1.2 .1-1.4 .2-1.3"
                + "C.2-1 .16-.8 .1-.6Z"), p.Tone(0x5FA85A)),
                .. p.Form(p.Path("M-.36-.56C-.1-.76 .2-.76 .4-.56C.4 0 .2 .5 0 .9C-.2 .5-.36 0-.36-.56Z"), color)],
            AccessoryKind.Fish => p.Form(p.Path("M-.9-.5C-.4-1 .4-1 .8-.5C1-.7 1.2-.8 1.4-.8C1.3-.5 1.3-.3 1.4 0C1.2 0 1-.1 .8-.3"
                + "C.4 .2-.4 .2-.9-.3Z"), color, p.Plain(p.Disc(-0.5f, -0.5f, 0.08f), sketch.Ink.Dark)),
            AccessoryKind.Pizza => p.Form(p.Polygon(0.1f, (-0.7f, -1.2f), (0.8f, -1.1f), (0, 0.4f)), p.Tone(0xFFD470),
                p.Patch(p.Box(-1, -1.4f, 2, 0.42f), p.Polygon(0.1f, (-0.7f, -1.2f), (0.8f, -1.1f), (0, 0.4f)), p.Tone(0xC98552)),
                p.Plain(p.Disc(-0.1f, -0.66f, 0.15f), p.Tone(0xE0483F)), p.Plain(p.Disc(0.26f, -0.5f, 0.13f), p.Tone(0xE0483F)),
                p.Plain(p.Disc(0.02f, -0.2f, 0.11f), p.Tone(0xE0483F))),
            AccessoryKind.IceCream => [.. p.Form(p.Polygon(0.05f, (-0.36f, -0.5f), (0.36f, -0.5f), (0, 0.6f)), p.Tone(0xE0A868)),
                .. p.Form(p.Disc(0, -0.8f, 0.48f), color), .. p.Form(p.Disc(0.02f, -1.3f, 0.14f), p.Tone(0xE8454F))],
            AccessoryKind.Heart => p.Form(Outlines.Heart(p.P(0.1f, -0.5f), 34), color),
            AccessoryKind.Star => p.Form(p.Star(0.1f, -0.5f, 0.85f), color),
            AccessoryKind.Microphone => [.. p.Form(p.Limb(0.16f, 0.2f, (0, 0.5f), (0.04f, -0.4f)), color),
                .. p.Form(p.Disc(0.06f, -0.72f, 0.36f), p.Tone(Steel))],
            AccessoryKind.Gamepad =>
                p.Form(p.Path("M-.7-.5C-.4-.7 .4-.7 .7-.5C1-.3 1.1 .3 .9 .4C.6 .5 .5 .1 .3 .05L-.3 .05C-.5 .1-.6 .5-.9 .4"
                + "C-1.1 .3-1-.3-.7-.5Z"), color, p.Plain(p.Box(-0.62f, -0.34f, 0.34f, 0.12f), Sketch.White),
                p.Plain(p.Box(-0.51f, -0.45f, 0.12f, 0.34f), Sketch.White), p.Plain(p.Disc(0.36f, -0.36f, 0.09f), p.Tone(Gold)),
                p.Plain(p.Disc(0.58f, -0.2f, 0.09f), p.Tone(0xE8504A))),
            AccessoryKind.Wrench => p.Form(p.Limb(0.14f, 0.14f, (0, 0.6f), (0, -0.8f)).Joined(p.Disc(0, -1.1f, 0.42f))
                .Without(p.Box(-0.15f, -1.7f, 0.3f, 0.6f)), p.Tone(Steel)),
            AccessoryKind.Flask => p.Form(p.Path("M-.16-1.3L.16-1.3L.16-.8C.2-.5 .7 0 .62 .24C.56 .4 .4 .42 0 .42C-.4 .42-.56 .4-.62 .24"
                + "C-.7 0-.2-.5-.16-.8Z"), p.Tone(0xE6F4FB), p.Patch(p.Box(-1, -0.3f, 2, 1),
                p.Path("M-.16-1.3L.16-1.3L.16-.8C.2-.5 .7 0 .62 .24C.56 .4 .4 .42 0 .42C-.4 .42-.56 .4-.62 .24C-.7 0-.2-.5-.16-.8Z"),
                color)),
            AccessoryKind.Broom => [.. p.Form(p.Limb(0.08f, 0.08f, (0, 1), (0, -1.6f)), p.Tone(Wood)),
                .. p.Form(p.Path("M-.2 .9L.2 .9L.5 1.9L-.5 1.9Z").Turned(p.P(0, 0), 180), p.Tone(0xE8C06A))],
            AccessoryKind.Trident => [.. p.Form(p.Limb(0.08f, 0.08f, (0, 1), (0, -1)), color),
                .. p.Form(p.Path("M-.5-2L-.34-1.4C-.2-1.2 .2-1.2 .34-1.4L.5-2L.6-1.2C.4-.9-.4-.9-.6-1.2ZM-.1-1L0-2.1L.1-1Z"), color)],
            AccessoryKind.Briefcase => [.. p.Form(p.Box(-0.3f, -0.16f, 0.6f, 0.4f, 0.12f), color.Darker(0.3f)),
                .. p.Form(p.Box(-0.8f, 0.1f, 1.6f, 1.05f, 0.14f), color, p.Patch(p.Box(-0.14f, 0.46f, 0.28f, 0.24f, 0.04f),
                p.Box(-0.8f, 0.1f, 1.6f, 1.05f, 0.14f), p.Tone(Gold)))],
            AccessoryKind.Lollipop => [.. p.Form(p.Limb(0.05f, 0.05f, (0, 0.6f), (0.04f, -0.6f)), Sketch.White),
                .. p.Form(p.Disc(0.06f, -1, 0.5f), color, p.Patch(p.Disc(0.06f, -1, 0.3f), p.Disc(0.06f, -1, 0.5f), color.Lighter(0.5f)),
                p.Patch(p.Disc(0.06f, -1, 0.14f), p.Disc(0.06f, -1, 0.5f), color))],
            AccessoryKind.Envelope => p.Form(p.Box(-0.75f, -0.9f, 1.5f, 1, 0.08f), color,
                sketch.Stroke(p.Thread((-0.7f, -0.82f), (0, -0.3f), (0.7f, -0.82f)), color.Darker(0.3f), 0.6f)),
            _ => [],
        };
    }

    private static IEnumerable<Shape> Book(Pencil p, Rgba color)
    {
        var cover = p.Box(-0.62f, -1.1f, 1.3f, 1.5f, 0.1f);
        return p.Form(cover, color, p.Patch(p.Box(-0.62f, -1.1f, 0.2f, 1.5f), cover, color.Darker(0.2f)),
            p.Patch(p.Box(-0.2f, -0.8f, 0.66f, 0.3f, 0.06f), cover, p.Tone(0xFFF6E0)),
            p.Patch(p.Box(-0.62f, 0.24f, 1.3f, 0.2f), cover, p.Tone(0xFFF6E0)));
    }

    private static IEnumerable<Shape> Guitar(Pencil p, Rgba color)
    {
        var body = p.Ellipse(-0.7f, 0.62f, 0.78f, 0.66f).Joined(p.Ellipse(-0.06f, 0.1f, 0.52f, 0.5f));
        return [.. p.Form(p.Limb(0.12f, 0.1f, (0.1f, 0), (1.3f, -1.1f)), p.Tone(Wood)),
            .. p.Form(p.Box(1.16f, -1.5f, 0.36f, 0.5f, 0.08f).Turned(p.P(1.3f, -1.2f), 46), p.Tone(Wood).Darker(0.2f)),
            .. p.Form(body, color, p.Patch(p.Disc(-0.4f, 0.38f, 0.24f), body, p.Tone(0x4A3026)),
                p.Patch(p.Box(-1.2f, 0.84f, 0.5f, 0.12f).Turned(p.P(-0.95f, 0.9f), -42), body, p.Tone(0x4A3026)))];
    }

    private static IEnumerable<Shape> Coffee(Pencil p, Rgba color)
    {
        var cup = p.Polygon(0.06f, (-0.46f, -0.8f), (0.46f, -0.8f), (0.36f, 0.46f), (-0.36f, 0.46f));
        return [.. p.Form(cup, p.Tone(0xFDFBF6), p.Patch(p.Box(-1, -0.46f, 2, 0.56f), cup, color)),
            .. p.Form(p.Box(-0.54f, -1.02f, 1.08f, 0.26f, 0.1f), p.Tone(0x5A3E32)),
            p.Plain(p.Limb(0.06f, 0.03f, (-0.1f, -1.2f), (0.04f, -1.4f), (-0.08f, -1.6f)), new Rgba(0xC9, 0xD3, 0xDF, 190))];
    }
}
