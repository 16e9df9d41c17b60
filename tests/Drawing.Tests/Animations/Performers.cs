using Platform.Drawing.Scenes;

namespace Platform.Drawing.Tests.Animations;

/// <summary>Plain characters of our own, with all agreed parts or with few.</summary>
internal static class Performers
{
    private static readonly Rgba Fur = new(0xF6, 0xA6, 0x5B);
    private static readonly Rgba Ink = new(0x5A, 0x34, 0x1E);
    private static readonly Rgba White = new(255, 255, 255);

    /// <summary>All parts, drawn plainly.</summary>
    public static Scene Whole { get; } = new(512, 512,
    [
        new("shadow", new(256, 462)) { Opacity = 0.3f, Shapes = [new(Outlines.Ellipse(new(256, 462), 92, 14), new Rgba(0, 0, 0))] },
        new("mascot", new(256, 462))
        {
            Front =
            [
                new("body", new(256, 390))
                {
                    Behind =
                    [
                        new("tail", new(310, 380)) { Shapes = [Lined(Outlines.Limb(12, 7, new(300, 390), new(355, 375), new(372, 320)))] },
                        new("leg-left", new(228, 400)) { Shapes = [Lined(Outlines.Limb(19, 20, new(228, 400), new(222, 442)))] },
                        new("leg-right", new(284, 400)) { Shapes = [Lined(Outlines.Limb(19, 20, new(284, 400), new(290, 442)))] },
                    ],
                    Front =
                    [
                        new("torso", new(256, 390)) { Shapes = [Lined(Outlines.Ellipse(new(256, 350), 66, 72),
                            new Linear(new(190, 280), new(320, 420), [new(0, Fur), new(1, Ink.Mix(Fur, 0.5f))]))] },
                        Arm("arm-left", 204, 186),
                        Arm("arm-right", 308, 326),
                        Head(),
                    ],
                },
            ],
        },
    ]);

    /// <summary>A body with eyes and nothing to gesture with.</summary>
    public static Scene Limbless { get; } = new(512, 512,
    [
        new("mascot", new(256, 440))
        {
            Front = [new("body", new(256, 440)) { Shapes = [Lined(Outlines.Blob(new(256, 180), new(360, 330), new(340, 440),
                new(172, 440), new(152, 330)))] }],
        },
    ]);

    private static Part Arm(string name, float shoulder, float hand) =>
        new(name, new(shoulder, 310))
        {
            Shapes = [Lined(Outlines.Limb(15, 17, new(shoulder, 310), new((shoulder + hand) / 2, 345),
            new(hand, 378)))]
        };

    private static Part Head() => new("head", new(256, 285))
    {
        Behind =
        [
            new("ear-left", new(196, 150)) { Shapes = [Lined(Outlines.Polygon(10, new(170, 165), new(165, 82), new(232, 122)))] },
            new("ear-right", new(316, 150)) { Shapes = [Lined(Outlines.Polygon(10, new(342, 165), new(347, 82), new(280, 122)))] },
        ],
        Shapes = [Lined(Outlines.Ellipse(new(256, 205), 108, 92), new Radial(new(230, 170), 150,
            [new(0, White.Mix(Fur, 0.5f)), new(1, Fur)]))],
        Front =
        [
            new("eyes", new(256, 210))
            {
                Shapes = [new(Outlines.Disc(new(214, 210), 20).And(Outlines.Disc(new(298, 210), 20)), White, Ink, 4)],
                Front = [new("pupils", new(256, 210)) { Shapes = [new(Outlines.Disc(new(216, 212), 10)
                    .And(Outlines.Disc(new(296, 212), 10)), Ink)] }],
            },
            Hidden("eyes-closed", Outlines.Thread(new(196, 210), new(214, 218), new(232, 210)),
                Outlines.Thread(new(280, 210), new(298, 218), new(316, 210))),
            Hidden("eyes-happy", Outlines.Thread(new(196, 216), new(214, 202), new(232, 216)),
                Outlines.Thread(new(280, 216), new(298, 202), new(316, 216))),
            new("mouth", new(256, 252)) { Shapes = [new(Outlines.Thread(new(240, 250), new(256, 256), new(272, 250)), null, Ink, 6)] },
            new("mouth-open", new(256, 252)) { Opacity = 0, Shapes = [Lined(Outlines.Ellipse(new(256, 256), 16, 13),
                new Rgba(0xC0, 0x40, 0x50))] },
            Hidden("mouth-smile", Outlines.Thread(new(232, 246), new(256, 262), new(280, 246))),
            Hidden("mouth-sad", Outlines.Thread(new(236, 262), new(256, 250), new(276, 262))),
        ],
    };

    private static Part Hidden(string name, params Outline[] lines) =>
        new(name, new(256, 230)) { Opacity = 0, Shapes = [.. lines.Select(line => new Shape(line, null, Ink, 6))] };

    private static Shape Lined(Outline outline, Paint? fill = null) => new(outline, fill ?? Fur, Ink, 6);
}
