using SkiaSharp;

namespace Platform.Drawing.Avatars;

/// <summary>Colours made from colours.</summary>
internal static class Tints
{
    public static SKColor Mix(this SKColor color, SKColor other, float amount) => new(
        Between(color.Red, other.Red, amount), Between(color.Green, other.Green, amount), Between(color.Blue, other.Blue, amount),
            color.Alpha);

    /// <summary>As in the shade: darker, and a little towards violet.</summary>
    public static SKColor Shade(this SKColor color, float amount) => color.Mix(new SKColor(38, 18, 58), amount);

    public static SKColor Light(this SKColor color, float amount) => color.Mix(SKColors.White, amount);

    public static SKColor Fade(this SKColor color, float opacity) => color.WithAlpha((byte)(opacity * 255));

    private static byte Between(byte from, byte to, float amount) => (byte)Math.Clamp(from + (to - from) * amount + 0.5f, 0, 255);
}
