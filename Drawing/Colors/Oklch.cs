using Platform.Drawing.Scenes;

namespace Platform.Drawing.Colors;

/// <summary>
/// A colour by how it looks: equal steps look equal (Björn Ottosson, "A perceptual color space for image processing", 2020).
/// </summary>
/// <param name="L">Lightness, 0 (black) to 1 (white).</param>
/// <param name="C">Chroma, 0 (grey) to about 0.32 in sRGB.</param>
/// <param name="H">Hue in degrees: about 29 red, 70 orange, 110 yellow, 142 green, 195 cyan, 264 blue, 328 magenta.</param>
public readonly record struct Oklch(float L, float C, float H)
{
    public static Oklch Of(Rgba color)
    {
        var (r, g, b) = (Linear(color.R), Linear(color.G), Linear(color.B));
        var l = MathF.Cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
        var m = MathF.Cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
        var s = MathF.Cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
        var lightness = 0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s;
        var x = 1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s;
        var y = 0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s;
        return new(lightness, MathF.Sqrt(x * x + y * y), (MathF.Atan2(y, x) * 180 / MathF.PI + 360) % 360);
    }

    /// <summary>The colour in sRGB. Where sRGB has none so vivid, the most vivid that it has of this lightness and hue.</summary>
    public Rgba ToRgba()
    {
        var lightness = Math.Clamp(L, 0, 1);
        if (TryConvert(lightness, C, out var color)) return color;
        var (low, high) = (0f, C);
        for (var i = 0; i < 12; i++)
        {
            var middle = (low + high) / 2;
            if (TryConvert(lightness, middle, out _)) low = middle;
            else high = middle;
        }

        TryConvert(lightness, low, out color);
        return color;
    }

    private bool TryConvert(float lightness, float chroma, out Rgba color)
    {
        var (sin, cos) = MathF.SinCos(H * MathF.PI / 180);
        var (x, y) = (chroma * cos, chroma * sin);
        var l = Cube(lightness + 0.3963377774f * x + 0.2158037573f * y);
        var m = Cube(lightness - 0.1055613458f * x - 0.0638541728f * y);
        var s = Cube(lightness - 0.0894841775f * x - 1.2914855480f * y);
        var r = 4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s;
        var g = -1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s;
        var b = -0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s;
        color = new(Encoded(r), Encoded(g), Encoded(b));
        return Fits(r) && Fits(g) && Fits(b);
    }

    private static bool Fits(float part) => part is > -0.0005f and < 1.0005f;

    private static float Cube(float value) => value * value * value;

    private static float Linear(byte part)
    {
        var value = part / 255f;
        return value <= 0.04045f ? value / 12.92f : MathF.Pow((value + 0.055f) / 1.055f, 2.4f);
    }

    private static byte Encoded(float part)
    {
        var value = Math.Clamp(part, 0, 1);
        return (byte)MathF.Round(255 * (value <= 0.0031308f ? value * 12.92f : 1.055f * MathF.Pow(value, 1 / 2.4f) - 0.055f));
    }
}
