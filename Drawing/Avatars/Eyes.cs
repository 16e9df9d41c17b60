using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>Eyes and brows: large and luminous in ink, almond and deep in paint.</summary>
internal static class Eyes
{
    public static void Draw(Sitting at)
    {
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            // On the side that turns away, the eye is narrower.
            var squeeze = 1 - side * at.Take.Turn * 0.008f;
            var x = at.Nose + side * (at.Inked ? 43 : 37) * (1 - side * at.Take.Turn * 0.004f);
            if (at.Inked) Large(at, x, side, squeeze);
            else Almond(at, x, side, squeeze);
            Brow(at, x, side);
        }
    }

    private static void Large(Sitting at, float x, float side, float squeeze)
    {
        var (easel, eye) = (at.Easel, at.Person.Eyes);
        var y = at.EyeLine;
        var small = at.Person.Masculine ? 0.78f : 1;
        var (w, h) = (25 * squeeze, (at.Take.Mood switch { "surprised" => 33f, "smirk" or "angry" => 23, "sad" => 25, _ => 29 }) * small);
        var lash = new SKColor(34, 18, 32);
        using var white = Easel.Smooth(new(x - side * w, y + 2), new(x - side * w * 0.72f, y - h * 0.72f), new(x, y - h),
            new(x + side * w * 0.8f, y - h * 0.66f), new(x + side * w * 1.06f, y - h * 0.05f),
            new(x + side * w * 0.7f, y + h * 0.72f), new(x, y + h * 0.92f), new(x - side * w * 0.7f, y + h * 0.66f));
        easel.Fill(white, new(x, y - h), new(x, y + h), new SKColor(214, 214, 230), SKColors.White, SKColors.White);
        easel.Within(white, () =>
        {
            var cx = x + at.Take.Turn * 0.28f;
            var (iw, ih) = (18.5f * squeeze * (0.5f + 0.5f * small), 29f * small);
            using var iris = Easel.Ellipse(cx, y + 1, iw, ih);
            easel.Fill(iris, new(cx, y - ih), new(cx, y + ih), eye.Shade(0.72f), eye.Shade(0.3f), eye, eye.Light(0.45f));
            easel.Line(iris, eye.Shade(0.72f), 3);
            easel.Oval(cx, y, iw * 0.42f, ih * 0.42f, eye.Shade(0.86f));
            using var gleam = Easel.Smooth(new(cx - iw * 0.7f, y + ih * 0.42f), new(cx, y + ih * 0.3f), new(cx + iw * 0.7f, y + ih * 0.42f),
                new(cx, y + ih * 0.88f));
            easel.Fill(gleam, eye.Light(0.62f).Fade(0.85f), 1.5f);
            easel.Oval(cx - iw * 0.36f, y - ih * 0.44f, iw * 0.38f, ih * 0.26f, SKColors.White);
            easel.Oval(cx + iw * 0.42f, y + ih * 0.3f, iw * 0.2f, ih * 0.13f, SKColors.White.Fade(0.9f));
            easel.Oval(x, y - h - 1, w * 1.2f, h * 0.42f, lash.Fade(0.3f), 3);
        });
        // The upper lid is a heavy line that thickens outward and ends in lashes.
        using var lid = Easel.Smooth(new(x - side * w * 1.04f, y - h * 0.1f), new(x - side * w * 0.7f, y - h * 0.78f),
            new(x, y - h * 1.06f), new(x + side * w * 0.84f, y - h * 0.76f), new(x + side * w * 1.32f, y - h * 0.28f),
            new(x + side * w * 1.06f, y - h * 0.2f), new(x + side * w * 0.74f, y - h * 0.54f), new(x, y - h * 0.86f),
                new(x - side * w * 0.68f, y - h * 0.62f));
        easel.Fill(lid, lash);
        using var lower = Easel.Through(new(x - side * w * 0.5f, y + h * 0.86f), new(x + side * w * 0.3f, y + h * 0.93f),
            new(x + side * w * 0.8f, y + h * 0.66f));
        easel.Line(lower, lash.Fade(0.75f), 2);
        using var crease = Easel.Through(new(x - side * w * 0.6f, y - h * 1.12f), new(x + side * w * 0.1f, y - h * 1.3f),
            new(x + side * w * 0.9f, y - h * 1.02f));
        easel.Line(crease, at.Person.Skin.Shade(0.5f), 1.8f);
        if (at.Person.Masculine) return;
        for (var hair = 0; hair < 2; hair++)
        {
            using var flick = Easel.Lock(new(x + side * w * (0.9f + hair * 0.12f), y - h * (0.72f - hair * 0.22f)),
                new(x + side * w * (1.05f + hair * 0.1f), y - h * (0.5f - hair * 0.2f)),
                new(x + side * w * (1.38f + hair * 0.1f), y - h * (0.86f - hair * 0.36f)), side * 0.1f);
            easel.Fill(flick, lash);
        }
    }

    private static void Almond(Sitting at, float x, float side, float squeeze)
    {
        var (easel, eye, skin) = (at.Easel, at.Person.Eyes, at.Person.Skin);
        var y = at.EyeLine;
        var (w, h) = (23 * squeeze, at.Take.Mood switch { "surprised" => 14.5f, "smirk" or "angry" => 9, _ => 11.5f });
        using var white = Easel.Smooth(new(x - side * w, y + 4), new(x - side * w * 0.55f, y - h * 0.62f), new(x + side * w * 0.1f, y - h),
            new(x + side * w * 0.72f, y - h * 0.6f), new(x + side * w * 1.04f, y - 2),
            new(x + side * w * 0.6f, y + h * 0.62f), new(x, y + h * 0.86f), new(x - side * w * 0.6f, y + h * 0.66f));
        easel.Line(white, skin.Shade(0.6f).Fade(0.5f), 6, 3);
        easel.Fill(white, new(x, y - h), new(x, y + h), new SKColor(168, 162, 172), new SKColor(240, 236, 236));
        easel.Within(white, () =>
        {
            var cx = x + at.Take.Turn * 0.3f;
            var glow = at.Style == "cyberpunk";
            using var iris = Easel.Ellipse(cx, y - 0.5f, 12.5f, 13);
            easel.Radiate(iris, new(cx, y + 3), 13, eye.Light(glow ? 0.55f : 0.35f), eye, eye.Shade(0.35f), eye.Shade(0.78f));
            for (var ray = 0; ray < 18; ray++)
            {
                var (sin, cos) = MathF.SinCos(ray * MathF.Tau / 18);
                using var fibre = Easel.Through(new(cx + cos * 5.5f, y + sin * 5.5f), new(cx + cos * 10.5f, y + sin * 10.5f));
                easel.Line(fibre, (ray % 2 == 0 ? eye.Light(0.5f) : eye.Shade(0.5f)).Fade(0.4f), 1);
            }

            easel.Oval(cx, y - 0.5f, 5, 5.2f, new SKColor(12, 9, 14));
            easel.Oval(cx - 4.5f, y - 5, 3.4f, 3, SKColors.White);
            easel.Oval(cx + 4, y + 4.5f, 1.8f, 1.5f, SKColors.White.Fade(0.7f));
            easel.Oval(x, y - h - 1, w * 1.1f, h * 0.6f, new SKColor(20, 10, 20).Fade(0.5f), 3);
        });
        var lash = new SKColor(26, 16, 20);
        using var lid = Easel.Smooth(new(x - side * w * 1.02f, y + 4), new(x - side * w * 0.56f, y - h * 0.7f),
            new(x + side * w * 0.1f, y - h * 1.12f), new(x + side * w * 0.74f, y - h * 0.74f),
            new(x + side * w * (at.Person.Masculine ? 1.08f : 1.26f), y - h * 0.5f),
            new(x + side * w * 1.02f, y - 1), new(x + side * w * 0.7f, y - h * 0.45f), new(x + side * w * 0.1f, y - h * 0.86f),
                new(x - side * w * 0.55f, y - h * 0.46f));
        easel.Fill(lid, lash);
        using var lower = Easel.Through(new(x - side * w * 0.5f, y + h * 0.7f), new(x + side * w * 0.2f, y + h * 0.88f),
            new(x + side * w * 0.95f, y));
        easel.Line(lower, lash.Fade(0.55f), 1.4f);
        using var crease = Easel.Through(new(x - side * w * 0.7f, y - h * 0.95f), new(x + side * w * 0.1f, y - h * 1.55f),
            new(x + side * w * 0.95f, y - h * 0.95f));
        easel.Line(crease, skin.Shade(0.6f).Fade(0.7f), 1.8f, 0.8f);
        if (at.Style == "cyberpunk") easel.Oval(x, y, 20, 14, eye.Fade(0.34f), 9);
    }

    private static void Brow(Sitting at, float x, float side)
    {
        var up = at.Take.Mood switch { "surprised" => -8f, "angry" => 5, _ => 0 };
        var inner = at.Take.Mood switch { "angry" => 9f, "sad" => -9, "smirk" => side > 0 ? -4 : 4, _ => 0 };
        var outer = at.Take.Mood switch { "angry" => -4f, "sad" => 4, _ => 0 };
        var y = at.EyeLine - (at.Inked ? 47 : 31) + up;
        var wide = at.Inked ? 25f : 28f;
        var thick = (at.Person.Masculine ? 1.6f : 1) * (at.Inked ? 4.2f : 6);
        using var brow = Easel.Smooth(new(x - side * wide * 0.92f, y + 3 + inner), new(x, y - 5 + up * 0.2f + inner * 0.3f),
            new(x + side * wide * 1.08f, y + 3 + outer), new(x, y - 5 + thick + inner * 0.3f),
            new(x - side * wide * 0.9f, y + 3 + thick + inner));
        var color = at.Person.Hair.Shade(at.Inked ? 0.45f : 0.5f);
        at.Easel.Fill(brow, at.Inked ? color : color.Fade(0.88f), at.Inked ? 0 : 0.9f);
    }
}
