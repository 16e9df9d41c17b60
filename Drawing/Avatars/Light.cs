using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>Brings a portrait before its background, with the light that the background would throw on it.</summary>
internal static class Light
{
    public static void Compose(SKCanvas canvas, SKImage portrait, string style, Take take)
    {
        var (left, right, strength) = style switch
        {
            "cyberpunk" => take.Scene % 2 == 0 ? (new SKColor(255, 42, 150), new SKColor(36, 214, 255), 1f)
                : (new SKColor(36, 214, 255), new SKColor(255, 42, 150), 1f),
            "fantasy" => (new SKColor(255, 226, 170), new SKColor(180, 214, 255), 0.62f),
            _ => (SKColors.White, SKColors.White, 0.3f),
        };
        if (style != "anime") Halo(canvas, portrait, left, strength * 0.5f);
        canvas.DrawImage(portrait, 0, 0, SKSamplingOptions.Default);
        if (style == "cyberpunk") Tint(canvas, portrait, left, right);
        Rim(canvas, portrait, left, 7, 3, strength);
        Rim(canvas, portrait, right, -7, 3, strength);
        if (style != "anime") Vignette(canvas);
    }

    private static void Halo(SKCanvas canvas, SKImage portrait, SKColor color, float opacity)
    {
        using var tint = SKColorFilter.CreateBlendMode(color.Fade(opacity), SKBlendMode.SrcIn);
        using var blur = SKImageFilter.CreateBlur(16, 16);
        using var paint = new SKPaint { ColorFilter = tint, ImageFilter = blur };
        canvas.DrawImage(portrait, 0, 0, SKSamplingOptions.Default, paint);
    }

    // The part of the portrait that a shifted copy of it does not cover, as light on its edge.
    private static void Rim(SKCanvas canvas, SKImage portrait, SKColor color, float across, float down, float strength)
    {
        using var light = new SKPaint { BlendMode = SKBlendMode.Screen };
        canvas.SaveLayer(light);
        using (var tint = SKColorFilter.CreateBlendMode(color.Fade(strength), SKBlendMode.SrcIn))
        using (var whole = new SKPaint { ColorFilter = tint })
            canvas.DrawImage(portrait, 0, 0, SKSamplingOptions.Default, whole);
        using (var blur = SKImageFilter.CreateBlur(3.5f, 3.5f))
        using (var cut = new SKPaint { BlendMode = SKBlendMode.DstOut, ImageFilter = blur })
            canvas.DrawImage(portrait, across, down, SKSamplingOptions.Default, cut);
        canvas.Restore();
    }

    // Coloured light from both sides over the whole of it.
    private static void Tint(SKCanvas canvas, SKImage portrait, SKColor left, SKColor right)
    {
        using var light = new SKPaint { BlendMode = SKBlendMode.SoftLight };
        canvas.SaveLayer(light);
        canvas.DrawImage(portrait, 0, 0, SKSamplingOptions.Default);
        using var shader = SKShader.CreateLinearGradient(new(120, 0), new(392, 0),
            [left.Fade(0.55f), left.Fade(0), right.Fade(0), right.Fade(0.55f)], [0, 0.42f, 0.58f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader, BlendMode = SKBlendMode.SrcIn };
        canvas.DrawPaint(paint);
        canvas.Restore();
    }

    private static void Vignette(SKCanvas canvas)
    {
        using var shader = SKShader.CreateRadialGradient(new(256, 240), 390,
            [SKColors.Black.Fade(0), SKColors.Black.Fade(0.08f), SKColors.Black.Fade(0.55f)], [0, 0.55f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { Shader = shader };
        canvas.DrawPaint(paint);
    }
}
