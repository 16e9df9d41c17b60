using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>What is worn on the head, and what tells the style: implants, or a circlet.</summary>
internal static class Accessories
{
    public static void Draw(Sitting at)
    {
        if (at.Style == "cyberpunk") Implants(at);
        if (at.Style == "fantasy") Circlet(at);
        if (at.Person.Beard) Beard(at);
        if (at.Person.Earrings || at.Style == "fantasy") Earrings(at);
        if (at.Person.Glasses) Glasses(at);
        if (at.Person.Hat) Hat(at);
        if (at.Person.Headphones) Headphones(at);
    }

    private static void Implants(Sitting at)
    {
        var (easel, neon) = (at.Easel, Outfits.Neon(at));
        var side = at.Take.Scene % 2 == 0 ? -1 : 1;
        var steel = new SKColor(112, 120, 138);
        var (x, y) = (256 + side * 68f, at.EyeLine + 20);
        SKPoint[][] traces = [[new(x, y - 62), new(x - side * 4, y - 30), new(x + side * 6, y - 18), new(x + side * 5, y + 12)],
            [new(x - side * 34, y + 22), new(x - side * 18, y + 34), new(x - side * 10, y + 58), new(x - side * 20, y + 78)],
            [new(x - side * 16, y + 20), new(x - side * 2, y + 32), new(x - side * 2, y + 52)]];
        foreach (var trace in traces)
        {
            using var builder = new SKPathBuilder();
            builder.AddPoly(trace, false);
            using var path = builder.Detach();
            easel.Line(path, new SKColor(20, 16, 30).Fade(0.75f), 4);
            easel.Line(path, neon.Fade(0.75f), 6, 4);
            easel.Line(path, neon.Light(0.55f), 1.7f);
            easel.Oval(trace[^1].X, trace[^1].Y, 3.4f, 3.4f, neon.Light(0.6f));
        }

        // A port at the temple.
        using var port = Easel.Ellipse(x + side * 3, y - 70, 13, 17);
        easel.Fill(port, new(x, y - 90), new(x, y - 54), steel.Light(0.4f), steel.Shade(0.6f));
        easel.Line(port, new SKColor(24, 22, 32), 1.6f);
        easel.Oval(x + side * 3, y - 70, 5.5f, 7, neon);
        easel.Oval(x + side * 3, y - 70, 12, 14, neon.Fade(0.4f), 8);
        if (at.Take.Scene != 2) return;
        // One take wears a visor.
        var (left, right, top) = (at.Nose - 76, at.Nose + 76, at.EyeLine - 22);
        using var visor = Easel.Smooth(new(left, top + 6), new(at.Nose - 40, top - 2), new(at.Nose, top + 2), new(at.Nose + 40, top - 2),
            new(right, top + 6), new(right - 6, top + 34), new(at.Nose + 34, top + 42), new(at.Nose, top + 32), new(at.Nose - 34, top + 42),
            new(left + 6, top + 34));
        easel.Fill(visor, new(left, top), new(right, top + 40), neon.Fade(0.4f), new SKColor(60, 220, 255).Fade(0.18f), neon.Fade(0.34f));
        easel.Line(visor, neon.Fade(0.8f), 6, 4);
        easel.Line(visor, neon.Light(0.6f), 2);
    }

    private static void Circlet(Sitting at)
    {
        var easel = at.Easel;
        var gold = new SKColor(226, 188, 96);
        var y = 190f;
        using var band = Easel.Through(new(166, y + 12), new(206, y + 4), new(at.Nose - 16, y + 12), new(at.Nose, y + 26),
            new(at.Nose + 16, y + 12), new(306, y + 4), new(346, y + 12));
        easel.Line(band, gold.Shade(0.62f), 7);
        easel.Line(band, gold, 4.4f);
        easel.Line(band, gold.Light(0.6f).Fade(0.8f), 1.3f);
        using var gem = Easel.Smooth(new(at.Nose, y + 12), new(at.Nose + 8.5f, y + 25), new(at.Nose, y + 42), new(at.Nose - 8.5f, y + 25));
        easel.Oval(at.Nose, y + 26, 20, 20, at.Person.Eyes.Light(0.3f).Fade(0.5f), 9);
        easel.Radiate(gem, new(at.Nose - 3, y + 20), 20, at.Person.Eyes.Light(0.7f), at.Person.Eyes, at.Person.Eyes.Shade(0.55f));
        easel.Line(gem, gold.Shade(0.2f), 2);
        easel.Oval(at.Nose - 2.4f, y + 20, 2.2f, 3.2f, SKColors.White.Fade(0.9f));
    }

    private static void Earrings(Sitting at)
    {
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var (x, y) = (256 + side * (at.Wide + 1), at.EyeLine + 45);
            at.Easel.Oval(x, y, 3.4f, 3.4f, new SKColor(236, 204, 120));
            using var drop = Easel.Smooth(new(x, y + 4), new(x + 6, y + 18), new(x, y + 26), new(x - 6, y + 18));
            at.Easel.Radiate(drop, new(x - 2, y + 12), 14, SKColors.White, new SKColor(236, 204, 120), new SKColor(150, 104, 40));
            at.Easel.Line(drop, new SKColor(96, 62, 24), 1.3f);
        }
    }

    private static void Glasses(Sitting at)
    {
        var frame = new SKColor(34, 30, 42);
        var (wide, tall) = at.Inked ? (36f, 34f) : (33f, 25f);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var x = at.Nose + side * (at.Inked ? 43 : 38);
            using var lens = Easel.Smooth(new(x - wide, at.EyeLine - tall * 0.5f), new(x, at.EyeLine - tall),
                new(x + wide, at.EyeLine - tall * 0.5f), new(x + wide * 0.92f, at.EyeLine + tall * 0.6f), new(x, at.EyeLine + tall),
                new(x - wide * 0.92f, at.EyeLine + tall * 0.6f));
            at.Easel.Fill(lens, new(x - wide, at.EyeLine - tall), new(x + wide, at.EyeLine + tall), SKColors.White.Fade(0.34f),
                SKColors.White.Fade(0.04f), SKColors.White.Fade(0.14f));
            at.Easel.Line(lens, frame, 4.2f);
            using var temple = Easel.Through(new(x + side * wide, at.EyeLine - 8), new(256 + side * (at.Wide + 4), at.EyeLine - 2));
            at.Easel.Line(temple, frame, 4);
        }

        using var bridge = Easel.Through(new(at.Nose - 8, at.EyeLine - 6), new(at.Nose, at.EyeLine - 10), new(at.Nose + 8, at.EyeLine - 6));
        at.Easel.Line(bridge, frame, 4);
    }

    private static void Beard(Sitting at)
    {
        var hair = at.Person.Hair;
        var turn = at.Take.Turn * 0.6f;
        var mouth = at.EyeLine + (at.Inked ? 65 : 81);
        using var beard = Easel.Smooth(new(256 - at.Wide + 5, 270), new(256 - at.Wide + 22, 300), new(at.Nose - 30, mouth - 12),
            new(at.Nose, mouth - 15), new(at.Nose + 30, mouth - 12), new(256 + at.Wide - 22, 300), new(256 + at.Wide - 5, 270),
            new(256 + at.Jaw + 20 + turn, 322), new(256 + 26 + turn, at.Chin + 6), new(256 + turn, at.Chin + 16),
                new(256 - 26 + turn, at.Chin + 6), new(256 - at.Jaw - 20 + turn, 322));
        using var mouthHole = Easel.Ellipse(at.Nose, mouth + 3, 23, 9);
        var state = at.Easel.Canvas.Save();
        at.Easel.Canvas.ClipPath(mouthHole, SKClipOperation.Difference, true);
        at.Easel.Fill(beard, new(256, 280), new(256, at.Chin + 14), hair.Shade(0.14f), hair, hair.Shade(0.3f));
        at.Easel.Within(beard, () =>
        {
            for (var strand = -12; strand <= 12; strand++)
            {
                using var line = Easel.Through(new(256 + strand * 8 + turn, mouth - 16 + MathF.Abs(strand) * 1.5f),
                    new(256 + strand * 7 + turn, at.Chin + 14 - MathF.Abs(strand) * 3));
                at.Easel.Line(line, (strand % 2 == 0 ? hair.Light(0.2f) : hair.Shade(0.5f)).Fade(0.4f), 1.8f);
            }
        });
        at.Easel.Line(beard, Sitting.Ink(hair), at.Inked ? 2.4f : 0);
        at.Easel.Canvas.RestoreToCount(state);
    }

    private static void Hat(Sitting at)
    {
        var color = at.Person.Outfit.Light(0.06f);
        using var crown = Easel.Smooth(new(256, 56), new(164, 84), new(140, 166), new(200, 150), new(256, 146), new(312, 150),
            new(372, 166), new(348, 84));
        at.Easel.Fill(crown, new(210, 80), new(330, 160), color.Light(0.22f), color, color.Shade(0.35f));
        at.Easel.Line(crown, Sitting.Ink(color), at.Inked ? 3 : 1);
        using var brim = Easel.Smooth(new(132, 160), new(196, 142), new(256, 138), new(316, 142), new(380, 160), new(372, 188),
            new(312, 172), new(256, 168), new(200, 172), new(140, 188));
        at.Easel.Fill(brim, new(132, 140), new(380, 188), color.Light(0.1f), color.Shade(0.12f), color.Shade(0.4f));
        at.Easel.Line(brim, Sitting.Ink(color), at.Inked ? 3 : 1);
        at.Easel.Oval(256, 56, 15, 15, color.Light(0.3f));
    }

    private static void Headphones(Sitting at)
    {
        var accent = at.Style == "cyberpunk" ? Outfits.Neon(at) : at.Person.Eyes;
        using var band = Easel.Through(new(152, 250), new(156, 160), new(200, 98), new(256, 84), new(312, 98), new(356, 160),
            new(360, 250));
        at.Easel.Line(band, new SKColor(28, 28, 36), 17);
        at.Easel.Line(band, new SKColor(70, 72, 84), 10);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var cup = Easel.Smooth(new(256 + side * 88, 218), new(256 + side * 122, 222), new(256 + side * 130, 262),
                new(256 + side * 120, 302), new(256 + side * 88, 306));
            at.Easel.Fill(cup, new(256 + side * 86, 220), new(256 + side * 130, 300), new SKColor(88, 90, 104), new SKColor(30, 30, 38));
            at.Easel.Line(cup, new SKColor(18, 18, 24), 2.4f);
            at.Easel.Oval(256 + side * 113, 262, 8, 22, accent);
            at.Easel.Oval(256 + side * 113, 262, 12, 26, accent.Fade(0.5f), 8);
        }
    }
}
