using Platform.Drawing.Scenes;

namespace Platform.Drawing.Colors;

/// <summary>A colour's neighbours.</summary>
public static class Tones
{
    /// <summary>Lighter by a part of what is left to white.</summary>
    public static Rgba Lighter(this Rgba color, float amount) => At(color, c => c with { L = c.L + (1 - c.L) * amount });

    /// <summary>Darker by a part of its lightness.</summary>
    public static Rgba Darker(this Rgba color, float amount) => At(color, c => c with { L = c.L * (1 - amount) });

    /// <summary>As vivid as before times <paramref name="factor"/>.</summary>
    public static Rgba Vivid(this Rgba color, float factor) => At(color, c => c with { C = c.C * factor });

    /// <summary>How light it looks, 0 to 1.</summary>
    public static float Lightness(this Rgba color) => Oklch.Of(color).L;

    private static Rgba At(Rgba color, Func<Oklch, Oklch> move) => move(Oklch.Of(color)).ToRgba() with { A = color.A };
}
