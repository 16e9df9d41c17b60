using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>The hair over the skull and the forehead, in locks with their own light and shadow.</summary>
internal static class HairBefore
{
    // Where each lock of a fringe begins and ends, across and down, and how it bends.
    private static readonly (float From, float To, float Tip, float Down, float Bend)[][] Fringes =
    [
        [(-88, -46, -86, 292, -0.12f), (-70, -20, -58, 238, -0.16f), (-44, 8, -22, 226, -0.14f), (-10, 44, 22, 228, -0.1f),
            (24, 72, 62, 236, -0.1f), (54, 92, 90, 296, 0.1f)],
        [(-92, -54, -94, 306, -0.14f), (-84, -14, -80, 240, -0.26f), (-40, 6, -60, 218, -0.3f), (-6, 40, 60, 218, 0.3f),
            (14, 84, 82, 240, 0.26f), (54, 94, 95, 306, 0.14f)],
        [(-92, -50, -86, 300, -0.06f), (-78, -36, -60, 232, -0.04f), (-52, -10, -34, 236, -0.02f), (-24, 18, -4, 234, 0),
            (4, 46, 28, 236, 0.02f), (32, 76, 58, 232, 0.04f), (56, 92, 88, 300, 0.06f)],
        [(-88, -54, -92, 282, -0.1f), (-62, 6, -84, 236, -0.34f), (-30, 34, -54, 232, -0.3f), (2, 58, -10, 230, -0.24f),
            (30, 76, 44, 236, -0.14f), (58, 92, 92, 290, 0.06f)],
    ];

    public static void Draw(Sitting at)
    {
        if (at.Take.Cut == "bald")
        {
            at.Easel.Oval(226, 158, 26, 14, SKColors.White.Fade(0.28f), 9);
            return;
        }

        var locks = Fringes[at.Take.Fringe];
        if (at.Inked) Shadow(at, locks);
        Cap(at);
        foreach (var one in locks) Lock(at, one, at.Take.Cut is "short" or "spiky" ? 0.88f : 1);
        if (at.Take.Cut is "long" or "braid" or "twin tails" or "bob") Sides(at);
        Shine(at);
        if (at.Take.Cut == "braid") Braid(at);
    }

    // The fringe's shadow on the forehead.
    private static void Shadow(Sitting at, (float From, float To, float Tip, float Down, float Bend)[] locks)
    {
        using var face = at.FaceOutline();
        at.Easel.Within(face, () =>
        {
            foreach (var one in locks)
            {
                using var path = Path(one with { Down = one.Down + 12 }, 1);
                at.Easel.Fill(path, at.Person.Skin.Shade(0.24f));
            }
        });
    }

    private static void Cap(Sitting at)
    {
        var hair = at.Person.Hair;
        using var cap = Easel.Smooth(new(256, 88), new(202, 98), new(164, 138), new(150, 200), new(156, 246), new(170, 214), new(200, 172),
            new(256, 156), new(312, 172), new(342, 214), new(356, 246), new(362, 200), new(348, 138), new(310, 98));
        at.Easel.Radiate(cap, new(216, 130), 160, hair.Light(0.2f), hair, hair.Shade(0.3f));
        at.Easel.Line(cap, Sitting.Ink(hair), at.InkWidth);
    }

    private static void Lock(Sitting at, (float From, float To, float Tip, float Down, float Bend) one, float shorter)
    {
        var hair = at.Person.Hair;
        using var path = Path(one, shorter);
        var tip = new SKPoint(256 + one.Tip, one.Down * shorter);
        var ends = hair.Mix(at.Person.HairEnds, 0.35f);
        at.Easel.Fill(path, new(256 + (one.From + one.To) / 2, 118), tip, hair.Light(0.1f), hair, hair.Shade(0.1f), ends.Shade(0.16f));
        at.Easel.Within(path, () =>
        {
            for (var strand = 1; strand <= 3; strand++)
            {
                var x = one.From + (one.To - one.From) * strand / 4;
                using var line = Easel.Through(new(256 + x, 118), new(256 + (x + one.Tip) / 2 - one.Bend * 60, (118 + tip.Y) / 2),
                    new(tip.X, tip.Y));
                at.Easel.Line(line, (strand == 2 ? hair.Light(0.4f) : hair.Shade(0.45f)).Fade(at.Inked ? 0.34f : 0.5f), at.Inked ? 1.6f
                    : 1.8f, at.Inked ? 0 : 0.6f);
            }

            // The lower side of each lock turns away from the light.
            using var under = Easel.Through(new(256 + one.To, 140), new(256 + (one.To + one.Tip) / 2 - one.Bend * 50, (140 + tip.Y) / 2),
                tip);
            at.Easel.Line(under, hair.Shade(0.4f).Fade(0.5f), at.Inked ? 7 : 12, at.Inked ? 0 : 4);
        });
        at.Easel.Line(path, Root((one.From + one.To) / 2), tip, Sitting.Ink(hair).Fade(at.Inked ? 1 : 0.35f), at.Inked ? 2.4f : 1.2f);
    }

    // Locks spring from the crown and fan out.
    private static SKPath Path((float From, float To, float Tip, float Down, float Bend) one, float shorter) =>
        Easel.Lock(Root(one.From), Root(one.To), new(256 + one.Tip, one.Down * shorter), one.Bend);

    private static SKPoint Root(float across) => new(256 + across * 0.72f, 98 + across * across * 0.0062f);

    // Long locks beside the face.
    private static void Sides(Sitting at)
    {
        var (hair, ends) = (at.Person.Hair, at.Person.HairEnds);
        var down = at.Take.Cut == "bob" ? 366 : at.Take.Cut == "long" ? 470 : 400;
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var path = Easel.Smooth(new(256 + side * 80, 176), new(256 + side * 102, 186), new(256 + side * 110, 270),
                new(256 + side * 112, (270 + down) / 2f), new(256 + side * 90, down), new(256 + side * 88, (290 + down) / 2f),
                new(256 + side * 92, 270), new(256 + side * 90, 218));
            at.Easel.Fill(path, new(256, 180), new(256, down), hair.Light(0.06f), hair, hair.Mix(ends, 0.6f), ends);
            at.Easel.Within(path, () =>
            {
                for (var strand = 0; strand < 3; strand++)
                {
                    using var line = Easel.Through(new(256 + side * (82 + strand * 7), 180), new(256 + side * (90 + strand * 8), 290),
                        new(256 + side * (88 + strand * 7), down));
                    at.Easel.Line(line, (strand == 1 ? hair.Light(0.4f) : hair.Shade(0.45f)).Fade(0.45f), 2, at.Inked ? 0 : 0.8f);
                }
            });
            at.Easel.Line(path, Sitting.Ink(hair).Fade(at.Inked ? 1 : 0.3f), at.Inked ? 2.6f : 1);
        }
    }

    // The band of light round the crown.
    private static void Shine(Sitting at)
    {
        var light = at.Person.Hair.Light(at.Inked ? 0.62f : 0.5f);
        if (!at.Inked)
        {
            using var band = Easel.Through(new(180, 170), new(212, 146), new(262, 138), new(312, 152), new(336, 178));
            at.Easel.Line(band, light.Fade(0.34f), 17, 8);
            return;
        }

        // In ink it breaks into points, as strands do.
        for (var tooth = 0; tooth < 9; tooth++)
        {
            if (tooth == 5) continue;
            var (sin, cos) = MathF.SinCos(MathF.PI * (1.17f + tooth * 0.078f));
            var (x, y) = (256 + cos * 82, 226 + sin * 78);
            var tall = 11 + tooth * 7 % 5 * 2f;
            using var point = Easel.Smooth(new(x - 7, y - 1), new(x, y - tall * 0.5f), new(x + 7, y - 2), new(x + cos * -3, y + tall));
            at.Easel.Fill(point, light.Fade(0.85f));
        }
    }

    private static void Braid(Sitting at)
    {
        var (hair, ends) = (at.Person.Hair, at.Person.HairEnds);
        for (var knot = 0; knot < 8; knot++)
        {
            var (x, y) = (348 - knot * 2.5f + MathF.Sin(knot * 0.8f) * 4, 316 + knot * 23f);
            var color = hair.Mix(ends, knot / 8f);
            foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            {
                using var half = Easel.Smooth(new(x + side * 17, y - 12), new(x + side * 19, y + 4), new(x + side * 2, y + 20),
                    new(x - side * 4, y + 8), new(x + side * 4, y - 8));
                at.Easel.Fill(half, new(x + side * 12, y - 12), new(x, y + 18), color.Light(0.2f), color, color.Shade(0.4f));
                at.Easel.Line(half, Sitting.Ink(hair).Fade(at.Inked ? 1 : 0.5f), at.Inked ? 2.4f : 1.2f);
            }
        }

        at.Easel.Oval(330, 494, 13, 8, at.Person.Outfit.Light(0.25f));
    }
}
