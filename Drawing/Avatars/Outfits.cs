using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>What is worn: a jacket with a collar and a ribbon, a lit high-collared coat, or a cloak over a tunic.</summary>
internal static class Outfits
{
    public static void Draw(Sitting at)
    {
        var wide = at.Person.Masculine ? 20 : 0;
        using var body = Easel.Smooth(new(256 - 62, 414), new(150 - wide, 440), new(82 - wide, 480), new(56 - wide, 560),
            new(456 + wide, 560), new(430 + wide, 480), new(362 + wide, 440), new(256 + 62, 414), new(256, 470));
        var cloth = at.Person.Outfit;
        at.Easel.Fill(body, new(170, 410), new(390, 530), cloth.Light(0.16f), cloth, cloth.Shade(0.3f));
        at.Easel.Within(body, () => Folds(at));
        at.Easel.Line(body, Sitting.Ink(cloth), at.InkWidth);
        switch (at.Style)
        {
            case "cyberpunk": HighCollar(at); break;
            case "fantasy": Cloak(at); break;
            default: Jacket(at); break;
        }

        if (at.Person.Scarf) Scarf(at);
    }

    private static void Folds(Sitting at)
    {
        var cloth = at.Person.Outfit;
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var sleeve = Easel.Through(new(256 + side * 112, 456), new(256 + side * 122, 486), new(256 + side * 120, 530));
            at.Easel.Line(sleeve, cloth.Shade(0.5f).Fade(0.7f), at.Inked ? 3 : 7, at.Inked ? 0 : 4);
            using var fold = Easel.Through(new(256 + side * 86, 470), new(256 + side * 72, 492), new(256 + side * 76, 516));
            at.Easel.Line(fold, cloth.Shade(0.4f).Fade(0.5f), at.Inked ? 2.4f : 6, at.Inked ? 0 : 4);
        }

        if (!at.Inked) return;
        using var shade = Easel.Smooth(new(330, 424), new(480, 470), new(480, 560), new(350, 560), new(372, 500));
        at.Easel.Fill(shade, cloth.Shade(0.26f).Fade(0.6f));
    }

    private static void Jacket(Sitting at)
    {
        var (easel, cloth) = (at.Easel, at.Person.Outfit);
        var shirt = cloth.Red + cloth.Green + cloth.Blue > 620 ? new SKColor(214, 222, 236) : new SKColor(248, 247, 250);
        using var front = Easel.Smooth(new(256 - 50, 418), new(256, 440), new(256 + 50, 418), new(256 + 34, 470), new(256, 540),
            new(256 - 34, 470));
        easel.Fill(front, new(256, 420), new(256, 520), shirt, shirt.Shade(0.14f));
        // An open neck above the shirt.
        using var neck = Easel.Smooth(new(256 - 34, 406), new(256 + 34, 406), new(256 + 12, 440), new(256, 452), new(256 - 12, 440));
        easel.Fill(neck, new(256, 400), new(256, 452), at.Person.Skin.Shade(0.2f), at.Person.Skin.Shade(0.08f));
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var lapel = Polygon(new(256 + side * 50, 412), new(256 + side * 92, 428), new(256 + side * 74, 476),
                new(256 + side * 58, 470), new(256 + side * 10, 530), new(256 + side * 24, 478));
            easel.Fill(lapel, new(256, 410), new(256 + side * 60, 520), cloth.Light(0.24f), cloth.Shade(side > 0 ? 0.25f : 0.06f));
            easel.Line(lapel, Sitting.Ink(cloth), 2.6f);
            using var collar = Polygon(new(256 + side * 42, 398), new(256 + side * 66, 424), new(256 + side * 34, 456),
                new(256 + side * 5, 448));
            easel.Fill(collar, new(256, 400), new(256 + side * 40, 456), shirt, shirt.Shade(0.16f));
            easel.Line(collar, Sitting.Ink(shirt), 2.4f);
        }

        Bow(at);
    }

    private static void Bow(Sitting at)
    {
        var ribbon = at.Person.Eyes.Mix(new SKColor(214, 52, 78), 0.55f);
        if (at.Person.Masculine)
        {
            using var tie = Polygon(new(248, 452), new(264, 452), new(268, 520), new(256, 534), new(244, 520));
            at.Easel.Fill(tie, new(244, 450), new(268, 520), ribbon.Light(0.12f), ribbon.Shade(0.3f));
            at.Easel.Line(tie, Sitting.Ink(ribbon), 2.4f);
        }
        else
        {
            foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            {
                using var wing = Easel.Smooth(new(256, 456), new(256 + side * 30, 438), new(256 + side * 46, 448),
                    new(256 + side * 42, 474), new(256 + side * 22, 470));
                at.Easel.Fill(wing, new(256, 440), new(256 + side * 44, 474), ribbon.Light(0.16f), ribbon, ribbon.Shade(0.22f));
                at.Easel.Line(wing, Sitting.Ink(ribbon), 2.4f);
                using var end = Polygon(new(256, 464), new(256 + side * 14, 466), new(256 + side * 30, 512), new(256 + side * 10, 508));
                at.Easel.Fill(end, ribbon.Shade(0.14f));
                at.Easel.Line(end, Sitting.Ink(ribbon), 2.2f);
            }
        }

        using var knot = Easel.Ellipse(256, 458, 10, 11);
        at.Easel.Fill(knot, ribbon.Light(0.1f));
        at.Easel.Line(knot, Sitting.Ink(ribbon), 2.2f);
    }

    private static void HighCollar(Sitting at)
    {
        var (easel, cloth, neon) = (at.Easel, at.Person.Outfit, Neon(at));
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var collar = Easel.Smooth(new(256 + side * 40, 384), new(256 + side * 74, 378), new(256 + side * 104, 420),
                new(256 + side * 92, 462), new(256 + side * 26, 520), new(256 + side * 8, 506), new(256 + side * 32, 446));
            easel.Fill(collar, new(256 + side * 20, 380), new(256 + side * 90, 500), cloth.Light(0.2f), cloth.Shade(0.1f),
                cloth.Shade(0.55f));
            easel.Line(collar, cloth.Shade(0.8f), 1.6f);
            using var edge = Easel.Through(new(256 + side * 41, 386), new(256 + side * 34, 446), new(256 + side * 10, 504),
                new(256 + side * 8, 530));
            easel.Line(edge, neon.Fade(0.75f), 9, 6);
            easel.Line(edge, neon.Light(0.5f), 2.6f);
            using var plate = Polygon(new(256 + side * 118, 452), new(256 + side * 168, 474), new(256 + side * 178, 512),
                new(256 + side * 130, 512));
            easel.Fill(plate, new(256, 450), new(256 + side * 170, 512), cloth.Light(0.3f), cloth.Shade(0.4f));
            using var seam = Easel.Through(new(256 + side * 120, 456), new(256 + side * 132, 510));
            easel.Line(seam, neon.Fade(0.7f), 6, 4);
            easel.Line(seam, neon.Light(0.4f), 2);
        }
    }

    /// <summary>A lit colour that goes with the eyes.</summary>
    internal static SKColor Neon(Sitting at) => at.Take.Scene % 2 == 0 ? new SKColor(255, 46, 168) : new SKColor(40, 226, 255);

    private static void Cloak(Sitting at)
    {
        var (easel, cloth) = (at.Easel, at.Person.Outfit);
        var gold = new SKColor(218, 176, 84);
        using var tunic = Easel.Smooth(new(256 - 56, 412), new(256, 446), new(256 + 56, 412), new(256 + 44, 500), new(256, 552),
            new(256 - 44, 500));
        easel.Fill(tunic, new(256, 410), new(256, 530), new SKColor(238, 228, 206), new SKColor(178, 162, 138));
        using var neck = Easel.Smooth(new(256 - 44, 404), new(256 + 44, 404), new(256 + 20, 446), new(256, 462), new(256 - 20, 446));
        easel.Fill(neck, new(256, 400), new(256, 462), at.Person.Skin.Shade(0.24f), at.Person.Skin.Shade(0.05f));
        easel.Line(neck, gold.Shade(0.2f), 3);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var fold = Easel.Smooth(new(256 + side * 48, 400), new(256 + side * 96, 410), new(256 + side * 150, 452),
                new(256 + side * 120, 520), new(256 + side * 50, 560), new(256 + side * 16, 520), new(256 + side * 44, 456));
            easel.Fill(fold, new(256 + side * 40, 400), new(256 + side * 130, 520), cloth.Light(0.24f), cloth, cloth.Shade(0.42f));
            using var edge = Easel.Through(new(256 + side * 49, 402), new(256 + side * 45, 456), new(256 + side * 18, 516),
                new(256 + side * 20, 540));
            easel.Line(edge, gold.Shade(0.45f), 8);
            easel.Line(edge, gold, 5);
            easel.Line(edge, gold.Light(0.5f).Fade(0.7f), 1.4f);
            using var pleat = Easel.Through(new(256 + side * 84, 420), new(256 + side * 100, 462), new(256 + side * 78, 520));
            easel.Line(pleat, cloth.Shade(0.6f).Fade(0.6f), 8, 4);
            // Embroidery: a tendril with leaves.
            for (var leaf = 0; leaf < 4; leaf++)
            {
                var (x, y) = (256 + side * (64 - leaf * 9), 424 + leaf * 25f);
                using var shape = Easel.Lock(new(x, y), new(x + side * 4, y + 4), new(x + side * 14, y - 9), 0.3f * side);
                easel.Fill(shape, gold.Fade(0.85f));
            }
        }

        // A brooch holds the cloak.
        easel.Oval(256, 486, 17, 17, gold.Shade(0.5f));
        using var stone = Easel.Ellipse(256, 485, 14, 14);
        easel.Radiate(stone, new(252, 480), 16, gold.Light(0.5f), gold, gold.Shade(0.3f));
        using var gem = Easel.Ellipse(256, 485, 8.5f, 8.5f);
        easel.Radiate(gem, new(253, 481), 11, at.Person.Eyes.Light(0.6f), at.Person.Eyes, at.Person.Eyes.Shade(0.6f));
        easel.Oval(253, 481, 2.6f, 2, SKColors.White.Fade(0.9f));
    }

    private static void Scarf(Sitting at)
    {
        var color = at.Person.Outfit.Mix(new SKColor(200, 60, 60), 0.6f).Light(0.1f);
        using var scarf = Easel.Smooth(new(188, 392), new(256, 412), new(324, 392), new(346, 420), new(322, 452), new(256, 466),
            new(190, 452), new(166, 420));
        at.Easel.Fill(scarf, new(200, 390), new(310, 466), color.Light(0.2f), color, color.Shade(0.3f));
        at.Easel.Line(scarf, Sitting.Ink(color), at.Inked ? 3 : 1);
    }

    private static SKPath Polygon(params ReadOnlySpan<SKPoint> points)
    {
        using var builder = new SKPathBuilder();
        builder.AddPoly(points.ToArray(), true);
        return builder.Detach();
    }
}
