using System.Globalization;

namespace Platform.Drawing.Scenes;

/// <summary>A colour in sRGB, not premultiplied.</summary>
public readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>The colour as <c>#RRGGBB</c>; its opacity is left out.</summary>
    public string Hex => $"#{R:X2}{G:X2}{B:X2}";

    /// <summary>Reads <c>RRGGBB</c> or <c>RGB</c>, with or without a <c>#</c>; null when it is neither.</summary>
    public static Rgba? FromHex(string hex)
    {
        hex = hex.TrimStart('#');
        if (hex.Length == 3) hex = string.Concat(hex.Select(digit => $"{digit}{digit}"));
        return hex.Length == 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgba((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    public Rgba WithOpacity(float opacity) => this with { A = (byte)Math.Clamp(MathF.Round(opacity * 255), 0, 255) };

    /// <summary>This colour, moved towards <paramref name="other"/> by <paramref name="amount"/> in [0, 1].</summary>
    public Rgba Mix(Rgba other, float amount) => new(Between(R, other.R, amount), Between(G, other.G, amount), Between(B, other.B, amount),
        Between(A, other.A, amount));

    private static byte Between(byte from, byte to, float amount) => (byte)Math.Clamp(MathF.Round(from + (to - from) * amount), 0, 255);
}
