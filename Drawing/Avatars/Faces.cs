using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>Neck, ears and face, with nose, mouth and blush; the eyes are drawn by <see cref="Eyes"/>.</summary>
internal static class Faces
{
    public static void Neck(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        var wide = at.Person.Masculine ? 45 : 34;
        using var neck = Easel.Smooth(new(256 - wide, 300), new(256 - wide, 372), new(256 - wide - 14, 408), new(180, 436), new(190, 520),
            new(322, 520), new(332, 436),
            new(256 + wide + 14, 408), new(256 + wide, 372), new(256 + wide, 300));
        easel.Fill(neck, new(220, 380), new(300, 460), skin.Light(0.04f), skin.Shade(0.14f));
        easel.Line(neck, Sitting.Ink(skin), at.InkWidth);
        // The head's shadow.
        easel.Within(neck, () =>
        {
            using var shadow = Easel.Ellipse(256 + at.Take.Turn, at.Chin - 8, 76, at.Inked ? 46 : 56);
            easel.Fill(shadow, skin.Shade(at.Inked ? 0.26f : 0.4f).Fade(at.Inked ? 1 : 0.85f), at.Inked ? 0 : 11);
            using var bones = Easel.Through(new(232, 424), new(214, 432), new(190, 434));
            easel.Line(bones, skin.Shade(0.3f).Fade(0.7f), 2.4f, at.Inked ? 0 : 1.5f);
            using var other = Easel.Through(new(280, 424), new(298, 432), new(322, 434));
            easel.Line(other, skin.Shade(0.3f).Fade(0.7f), 2.4f, at.Inked ? 0 : 1.5f);
        });
    }

    public static void Ears(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var x = 256 + side * (at.Wide - 4) - at.Take.Turn * 0.3f;
            var y = at.EyeLine + 12;
            using var ear = at.Style == "fantasy"
                ? Easel.Smooth(new(x - side * 8, y - 26), new(x + side * 22, y - 38), new(x + side * 66, y - 62),
                    new(x + side * 50, y - 20), new(x + side * 22, y + 16), new(x - side * 2, y + 30))
                : Easel.Smooth(new(x - side * 4, y - 26), new(x + side * 13, y - 27), new(x + side * 18, y - 4), new(x + side * 10, y + 22),
                    new(x - side * 4, y + 28));
            easel.Fill(ear, new(x, y - 40), new(x, y + 30), skin.Light(0.05f), skin.Shade(0.22f));
            easel.Line(ear, Sitting.Ink(skin), at.InkWidth * 0.9f);
            using var inner = at.Style == "fantasy"
                ? Easel.Through(new(x + side * 46, y - 44), new(x + side * 18, y - 22), new(x + side * 6, y + 8))
                : Easel.Through(new(x + side * 9, y - 18), new(x + side * 10, y - 2), new(x + side * 3, y + 12));
            easel.Line(inner, skin.Shade(0.4f).Fade(0.8f), at.Inked ? 2.2f : 5, at.Inked ? 0 : 2.5f);
        }
    }

    public static void Face(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        using var face = at.FaceOutline();
        if (at.Inked) easel.Fill(face, new(220, 180), new(310, 350), skin.Light(0.08f), skin, skin.Shade(0.05f));
        else easel.Radiate(face, new(225 + at.Take.Turn, 215), 190, skin.Light(0.16f), skin, skin.Shade(0.34f));
        easel.Within(face, () => Modelling(at));
        easel.Line(face, Sitting.Ink(skin), at.InkWidth);
        Nose(at);
        Mouth(at);
    }

    private static void Modelling(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        var blush = skin.Mix(new SKColor(232, 78, 84), 0.55f);
        var rosy = at.Take.Mood is "happy" or "surprised" ? 0.62f : 0.42f;
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            easel.Oval(at.Nose + side * 52, at.EyeLine + 42, 24, at.Inked ? 11 : 17, blush.Fade(at.Inked ? rosy : 0.28f), at.Inked ? 6
                : 11);
            if (at.Inked) continue;
            // Sockets, cheeks and temples in soft tones.
            easel.Oval(at.Nose + side * 37, at.EyeLine - 12, 28, 14, skin.Shade(0.42f).Fade(0.32f), 8);
            easel.Oval(256 + side * (at.Wide - 4), 300, 20, 60, skin.Shade(0.5f).Fade(0.4f), 14);
            easel.Oval(at.Nose + side * 44, at.EyeLine + 28, 15, 8, skin.Light(0.5f).Fade(0.3f), 7);
        }

        if (at.Inked)
        {
            // One side lies in the shade.
            using var shade = Easel.Smooth(new(256 + at.Wide + 20, 180), new(256 + at.Wide - 16, 250), new(256 + at.Jaw + 2, 316),
                new(262, at.Chin - 4), new(270, at.Chin + 20), new(380, 330));
            easel.Fill(shade, skin.Shade(0.2f).Fade(0.75f));
        }
        else
        {
            easel.Oval(at.Nose, at.Chin - 21, 20, 10, skin.Light(0.4f).Fade(0.25f), 7);
            easel.Oval(at.Nose, at.EyeLine - 54, 42, 20, skin.Light(0.4f).Fade(0.22f), 15);
        }

        if (!at.Person.Elderly) return;
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            using var fold = Easel.Through(new(at.Nose + side * 19, at.EyeLine + 46), new(at.Nose + side * 31, at.EyeLine + 60),
                new(at.Nose + side * 34, at.EyeLine + 76));
            easel.Line(fold, skin.Shade(0.4f).Fade(0.6f), 2, 0.8f);
            using var bag = Easel.Through(new(at.Nose + side * 26, at.EyeLine + 31), new(at.Nose + side * 42, at.EyeLine + 36),
                new(at.Nose + side * 58, at.EyeLine + 29));
            easel.Line(bag, skin.Shade(0.4f).Fade(0.5f), 2, 0.8f);
        }
    }

    private static void Nose(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        var (x, y) = (at.Nose + at.Take.Turn * 0.35f, at.EyeLine + (at.Inked ? 40 : 50));
        if (at.Inked)
        {
            using var tip = Easel.Through(new(x - 1, y - 5), new(x + 4, y + 2), new(x - 3, y + 5));
            easel.Line(tip, skin.Shade(0.55f), 2.6f);
            easel.Oval(x - 4, y - 9, 2.2f, 5, skin.Light(0.7f).Fade(0.8f), 0.8f);
            return;
        }

        using var shadow = Easel.Smooth(new(x + 5, y - 48), new(x + 9, y - 22), new(x + 15, y), new(x + 2, y + 6), new(x + 3, y - 20));
        easel.Fill(shadow, skin.Shade(0.5f).Fade(0.42f), 4);
        using var bridge = Easel.Through(new(x - 1, y - 44), new(x - 2, y - 18), new(x - 1, y - 4));
        easel.Line(bridge, skin.Light(0.6f).Fade(0.5f), 5, 3);
        easel.Oval(x - 1, y - 3, 5, 4, skin.Light(0.75f).Fade(0.55f), 2.4f);
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            easel.Oval(x + side * 8, y + 6, 4, 2.2f, skin.Shade(0.72f).Fade(0.75f), 1.2f);
            using var wing = Easel.Through(new(x + side * 12, y - 4), new(x + side * 15, y + 3), new(x + side * 11, y + 7));
            easel.Line(wing, skin.Shade(0.55f).Fade(0.55f), 2, 1);
        }
    }

    private static void Mouth(Sitting at)
    {
        var (easel, skin) = (at.Easel, at.Person.Skin);
        var (x, y) = (at.Nose + at.Take.Turn * 0.15f, at.EyeLine + (at.Inked ? 65 : 81));
        var line = Sitting.Ink(skin.Mix(new SKColor(170, 50, 60), 0.4f));
        var wide = at.Inked ? 17f : 23f;
        if (at.Inked && at.Take.Mood is "happy" or "surprised")
        {
            var tall = at.Take.Mood == "happy" ? 17f : 13f;
            using var open = at.Take.Mood == "happy"
                ? Easel.Smooth(new(x - wide, y - 4), new(x, y - 1), new(x + wide, y - 4), new(x + wide * 0.62f, y + tall * 0.7f),
                    new(x, y + tall), new(x - wide * 0.62f, y + tall * 0.7f))
                : Easel.Ellipse(x, y + 3, 7.5f, 9);
            easel.Fill(open, new SKColor(124, 36, 48));
            easel.Within(open, () =>
            {
                easel.Oval(x, y + tall + 2, wide * 0.7f, 9, new SKColor(232, 116, 118));
                if (at.Take.Mood == "happy") easel.Oval(x, y - 5, wide * 0.8f, 6.5f, SKColors.White);
            });
            easel.Line(open, line, 2.4f);
            return;
        }

        var lift = at.Take.Mood switch { "happy" => -6f, "smirk" => -3, "sad" => 5, "angry" => 4, _ => -1.5f };
        var lopsided = at.Take.Mood == "smirk" ? -4f : 0;
        using var lips = Easel.Through(new(x - wide, y + lift * 0.5f - lopsided * 0.3f), new(x - wide * 0.4f, y - lift * 0.35f),
            new(x, y - lift * 0.4f), new(x + wide * 0.45f, y - lift * 0.3f), new(x + wide, y + lift + lopsided));
        if (!at.Inked)
        {
            var red = skin.Mix(new SKColor(184, 52, 70), at.Person.Masculine ? 0.3f : 0.55f);
            using var upper = Easel.Smooth(new(x - wide + 1, y + lift * 0.5f), new(x - 8, y - 8), new(x, y - 5.5f), new(x + 8, y - 8),
                new(x + wide - 1, y + lift + lopsided), new(x, y + 1.5f - lift * 0.3f));
            using var lower = Easel.Smooth(new(x - wide + 3, y + lift * 0.5f + 1), new(x, y + 1 - lift * 0.4f),
                new(x + wide - 3, y + lift + lopsided + 1), new(x + 10, y + 11), new(x, y + 13), new(x - 10, y + 11));
            easel.Fill(upper, red.Shade(0.22f).Fade(0.9f), 0.8f);
            easel.Fill(lower, new(x, y), new(x, y + 13), red, red.Light(0.16f));
            easel.Oval(x - 3, y + 7, 8, 2.6f, SKColors.White.Fade(0.28f), 1.6f);
            easel.Oval(x, y + 20, 13, 4, skin.Shade(0.45f).Fade(0.35f), 4);
        }

        easel.Line(lips, line, at.Inked ? 2.8f : 2.2f);
    }
}
