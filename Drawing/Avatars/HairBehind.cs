using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>The hair behind the head and shoulders.</summary>
internal static class HairBehind
{
    public static void Draw(Sitting at)
    {
        switch (at.Take.Cut)
        {
            case "long": Mass(at, 512, 138); break;
            case "bob": Mass(at, 372, 118); break;
            case "braid": Mass(at, 350, 104); break;
            case "curly": Curls(at); break;
            case "ponytail":
                Tail(at, new(300, 120), 1, 1.15f);
                Mass(at, 318, 98);
                break;
            case "twin tails":
                Tail(at, new(344, 165), 1, 1);
                Tail(at, new(168, 165), -1, 1);
                Mass(at, 318, 98);
                break;
            case "spiky": Spikes(at); break;
            case "short": Mass(at, 326, 100); break;
        }
    }

    private static void Mass(Sitting at, float down, float wide)
    {
        var hair = at.Person.Hair;
        var ends = at.Person.HairEnds;
        var top = 92f;
        var half = (top + down) / 2;
        using var mass = Easel.Smooth(new(256, top), new(256 - 76, 118), new(256 - wide + 10, 210), new(256 - wide, half),
            new(256 - wide - 4, down - 30), new(256 - wide + 22, down + 4), new(256 - wide * 0.4f, down - 22),
            new(256, down - 10), new(256 + wide * 0.45f, down - 24), new(256 + wide - 20, down + 6), new(256 + wide + 4, down - 34),
                new(256 + wide, half), new(256 + wide - 10, 210), new(256 + 76, 118));
        at.Easel.Fill(mass, new(256, top), new(256, down), hair.Shade(0.32f), hair.Shade(0.42f), hair.Mix(ends, 0.6f).Shade(0.3f),
            ends.Shade(0.22f));
        at.Easel.Within(mass, () =>
        {
            for (var strand = -7; strand <= 7; strand++)
            {
                var x = 256 + strand * wide / 7.4f;
                using var line = Easel.Through(new(256 + strand * 8, 150), new(x, half), new(x + strand * 0.8f, down));
                at.Easel.Line(line, (strand % 3 == 0 ? hair.Light(0.12f) : hair.Shade(0.6f)).Fade(0.45f), at.Inked ? 2.2f : 3.2f, at.Inked
                    ? 0 : 1.4f);
            }
        });
        at.Easel.Line(mass, Sitting.Ink(hair), at.InkWidth);
    }

    private static void Tail(Sitting at, SKPoint root, float side, float size)
    {
        var (hair, ends) = (at.Person.Hair, at.Person.HairEnds);
        using var tail = Easel.Smooth(new(root.X, root.Y - 8), new(root.X + side * 64 * size, root.Y - 26),
            new(root.X + side * 112 * size, root.Y + 60), new(root.X + side * 116 * size, root.Y + 190),
            new(root.X + side * 84 * size, root.Y + 300),
            new(root.X + side * 78 * size, root.Y + 220), new(root.X + side * 52 * size, root.Y + 250),
                new(root.X + side * 60 * size, root.Y + 130), new(root.X + side * 26, root.Y + 40));
        at.Easel.Fill(tail, new(root.X, root.Y), new(root.X + side * 60, root.Y + 290), hair.Light(0.06f), hair, ends, ends.Shade(0.2f));
        at.Easel.Within(tail, () =>
        {
            for (var strand = 0; strand < 5; strand++)
            {
                using var line = Easel.Through(new(root.X + side * 10, root.Y), new(root.X + side * (40 + strand * 16) * size, root.Y + 30),
                    new(root.X + side * (58 + strand * 13) * size, root.Y + 280));
                at.Easel.Line(line, (strand % 2 == 0 ? hair.Shade(0.4f) : hair.Light(0.35f)).Fade(0.5f), 2.6f, at.Inked ? 0 : 1);
            }
        });
        at.Easel.Line(tail, Sitting.Ink(hair), at.InkWidth);
        at.Easel.Oval(root.X + side * 12, root.Y + 4, 15, 18, at.Person.Outfit.Light(0.2f));
        at.Easel.Oval(root.X + side * 9, root.Y, 6, 7, SKColors.White.Fade(0.35f));
    }

    private static void Curls(Sitting at)
    {
        var hair = at.Person.Hair;
        var dice = new Figures.Dice(11 + at.Take.Scene);
        for (var ring = 0; ring < 2; ring++)
        {
            for (var curl = 0; curl < 22; curl++)
            {
                var angle = MathF.PI * (0.78f + 1.44f * curl / 21);
                var (sin, cos) = MathF.SinCos(angle);
                var away = (ring == 0 ? 128 : 104) + dice.Between(-6, 6);
                var (x, y) = (256 + cos * away, 216 + sin * away * 0.98f);
                var size = dice.Between(25, 34);
                using var ball = Easel.Ellipse(x, y, size, size);
                at.Easel.Radiate(ball, new(x - 6, y - 8), size * 1.3f, hair.Light(ring == 0 ? 0.02f : 0.14f), hair.Shade(0.12f),
                    hair.Shade(0.45f));
                using var coil = Easel.Through(new(x - size * 0.5f, y + 4), new(x - size * 0.1f, y - size * 0.5f),
                    new(x + size * 0.5f, y - 2), new(x + size * 0.1f, y + size * 0.4f), new(x - size * 0.2f, y));
                at.Easel.Line(coil, hair.Light(0.35f).Fade(0.4f), 2.4f);
                at.Easel.Line(ball, Sitting.Ink(hair).Fade(at.Inked ? 0.8f : 0.25f), at.Inked ? 2 : 1);
            }
        }
    }

    private static void Spikes(Sitting at)
    {
        var hair = at.Person.Hair;
        for (var spike = 0; spike < 13; spike++)
        {
            var angle = MathF.PI * (0.94f + 1.06f * spike / 12);
            var (sin, cos) = MathF.SinCos(angle);
            var (nextSin, nextCos) = MathF.SinCos(angle + 0.34f);
            var length = 150 + (spike * 37 % 3 - 1) * 14f;
            using var path = Easel.Lock(new(256 + cos * 92, 218 + sin * 92), new(256 + nextCos * 92, 218 + nextSin * 92),
                new(256 + MathF.Cos(angle + 0.22f) * length, 214 + MathF.Sin(angle + 0.22f) * length), 0.05f * (spike - 6) / 3);
            at.Easel.Radiate(path, new(256, 216), length, hair.Shade(0.4f), hair.Shade(0.2f), at.Person.HairEnds.Light(0.12f));
            at.Easel.Line(path, Sitting.Ink(hair), at.InkWidth);
        }

        Mass(at, 316, 96);
    }
}
