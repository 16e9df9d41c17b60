using Platform.Drawing.Figures;
using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>What is behind a portrait.</summary>
internal static class Scenery
{
    public static void Draw(Sitting at, Dice dice)
    {
        switch (at.Style)
        {
            case "cyberpunk": City(at, dice); break;
            case "fantasy": Forest(at, dice); break;
            default: Pastel(at, dice); break;
        }
    }

    private static void Pastel(Sitting at, Dice dice)
    {
        var easel = at.Easel;
        (SKColor Top, SKColor Low)[] skies = [(new(122, 190, 240), new(255, 226, 214)), (new(255, 190, 204), new(255, 240, 214)),
            (new(176, 166, 240), new(255, 212, 226)), (new(140, 222, 206), new(250, 246, 214))];
        var (top, low) = skies[at.Take.Scene];
        Sky(easel, new(0, 0), new(120, 512), top, top.Mix(low, 0.6f), low);
        if (at.Take.Scene is 0 or 3)
        {
            for (var cloud = 0; cloud < 5; cloud++)
            {
                var (x, y, size) = (dice.Between(0, 512), dice.Between(60, 380), dice.Between(22, 42));
                for (var puff = 0; puff < 5; puff++)
                {
                    easel.Oval(x + (puff - 2) * size * 0.9f, y - dice.Between(0, 0.4f) * size, size,
                    size * 0.55f, SKColors.White.Fade(0.5f), 3);
                }
            }
        }
        else
        {
            for (var ring = 9; ring > 0; ring--)
            {
                easel.Oval(256, 236, ring * 46, ring * 46,
                SKColors.White.Fade(ring % 2 == 0 ? 0.08f : 0.03f));
            }
        }

        // Petals or sparks in the air.
        for (var petal = 0; petal < 18; petal++)
        {
            var (x, y, size) = (dice.Between(0, 512), dice.Between(0, 512), dice.Between(4, 10));
            using var shape = Easel.Lock(new(x, y), new(x + size * 0.6f, y + size * 0.6f),
                new(x + size * dice.Between(1, 2), y + size * dice.Between(-1, 1.6f)), 0.3f);
            easel.Fill(shape, (at.Take.Scene == 1 ? new SKColor(255, 132, 160) : SKColors.White).Fade(dice.Between(0.4f, 0.85f)),
                petal % 3 == 0 ? 2.5f : 0);
        }
    }

    private static void City(Sitting at, Dice dice)
    {
        var easel = at.Easel;
        var (pink, cyan) = (new SKColor(255, 42, 150), new SKColor(36, 214, 255));
        var (first, second) = at.Take.Scene % 2 == 0 ? (pink, cyan) : (cyan, pink);
        Sky(easel, new(0, 0), new(0, 512), new SKColor(14, 10, 38), new SKColor(38, 16, 74),
            first.Mix(new SKColor(60, 20, 90), 0.55f));
        easel.Oval(at.Take.Scene < 2 ? 130 : 390, 250, 190, 160, first.Fade(0.35f), 60);
        for (var row = 0; row < 2; row++)
        {
            for (var x = -10f; x < 520;)
            {
                var (wide, tall) = (dice.Between(34, 74), dice.Between(120, 330) * (row == 0 ? 1.1f : 0.78f));
                var block = row == 0 ? new SKColor(40, 26, 84) : new SKColor(20, 14, 46);
                using var tower = Box(x, 512 - tall, wide, tall + 10);
                easel.Fill(tower, new(x, 512 - tall), new(x, 512), block.Light(0.08f), block);
                for (var window = 0; window < 26; window++)
                {
                    if (dice.Next() < 0.45f) continue;
                    using var pane = Box(x + 5 + window % 4 * (wide - 10) / 4, 512 - tall + 10 + window / 4 * 22, (wide - 10) / 4 - 4, 8);
                    easel.Fill(pane, (dice.Next() < 0.5f ? first : dice.Next() < 0.5f ? second
                        : new SKColor(255, 214, 130)).Fade(dice.Between(0.25f, 0.8f)));
                }

                x += wide + dice.Between(0, 10);
            }
        }

        // A lit sign, then lights out of focus and rain.
        using var sign = Box(at.Take.Scene % 2 == 0 ? 418 : 44, 120, 34, 150);
        easel.Line(sign, second, 12, 10);
        easel.Line(sign, second.Light(0.6f), 3);
        for (var light = 0; light < 16; light++)
        {
            easel.Oval(dice.Between(0, 512), dice.Between(200, 500), dice.Between(6, 20),
            dice.Between(6, 20), (light % 2 == 0 ? pink : cyan).Fade(0.2f), 3);
        }

        for (var drop = 0; drop < 46; drop++)
        {
            var (x, y) = (dice.Between(0, 512), dice.Between(0, 512));
            using var line = Easel.Through(new(x, y), new(x - 4, y + dice.Between(14, 34)));
            easel.Line(line, new SKColor(170, 220, 255).Fade(0.22f), 1.2f);
        }
    }

    private static void Forest(Sitting at, Dice dice)
    {
        var easel = at.Easel;
        (SKColor Top, SKColor Low, SKColor Glow)[] moods = [(new(28, 46, 66), new(60, 96, 84), new(214, 232, 190)),
            (new(44, 34, 76), new(104, 78, 122), new(240, 206, 240)), (new(72, 58, 40), new(156, 118, 66), new(255, 226, 160)),
            (new(20, 40, 72), new(58, 98, 136), new(196, 230, 255))];
        var (top, low, glow) = moods[at.Take.Scene];
        Sky(easel, new(0, 0), new(0, 512), top, low, low.Shade(0.3f));
        var (mx, my) = (at.Take.Scene % 2 == 0 ? 372f : 136f, 116f);
        easel.Oval(mx, my, 150, 150, glow.Fade(0.4f), 52);
        easel.Oval(mx, my, 46, 46, glow.Light(0.4f).Fade(0.92f), 1.5f);
        for (var layer = 0; layer < 3; layer++)
        {
            for (var tree = 0; tree < 7; tree++)
            {
                var x = dice.Between(-20, 530);
                var wide = 8f + layer * 9;
                var bark = low.Mix(top.Shade(0.5f), 0.25f + layer * 0.33f);
                using var trunk = Easel.Smooth(new(x - wide, 540), new(x - wide * 0.55f, 260), new(x - wide * 0.3f, -20),
                    new(x + wide * 0.3f, -20), new(x + wide * 0.55f, 260), new(x + wide, 540));
                easel.Fill(trunk, bark.Fade(0.85f), 5 - layer * 2);
            }
        }

        for (var beam = 0; beam < 5; beam++)
        {
            using var light = Easel.Lock(new(mx - 20 + beam * 10, my), new(mx + beam * 10, my),
                new(mx + (beam - 2) * 130 + (256 - mx) * 0.8f, 560), 0);
            easel.Fill(light, glow.Fade(0.1f), 9);
        }

        // Leaves at the edges, stars and fireflies.
        for (var leaf = 0; leaf < 44; leaf++)
        {
            var side = leaf % 2 == 0 ? -1 : 1;
            var (x, y) = (256 + side * dice.Between(170, 290), dice.Between(-20, 150) + (leaf % 4 == 0 ? 320 : 0));
            using var shape = Easel.Lock(new(x, y), new(x + 7, y + 7), new(x + dice.Between(-34, 34), y + dice.Between(14, 38)), 0.25f);
            easel.Fill(shape, low.Mix(new SKColor(120, 170, 84), dice.Between(0.1f, 0.6f)).Shade(dice.Between(0, 0.4f)).Fade(0.9f));
        }

        for (var star = 0; star < 34; star++)
        {
            var (x, y, size) = (dice.Between(0, 512), dice.Between(0, 480), dice.Between(1, 2.6f));
            easel.Oval(x, y, size * 4, size * 4, glow.Fade(0.28f), 4);
            easel.Oval(x, y, size, size, glow.Light(0.6f));
        }
    }

    private static void Sky(Easel easel, SKPoint from, SKPoint to, params ReadOnlySpan<SKColor> colors)
    {
        using var all = Box(0, 0, AvatarArtist.Size, AvatarArtist.Size);
        easel.Fill(all, from, to, colors);
    }

    private static SKPath Box(float x, float y, float wide, float tall)
    {
        using var builder = new SKPathBuilder();
        builder.AddRect(new SKRect(x, y, x + wide, y + tall));
        return builder.Detach();
    }
}
