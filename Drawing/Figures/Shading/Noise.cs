using System.Numerics;

namespace Platform.Drawing.Figures.Shading;

/// <summary>Value noise: smooth chance in space.</summary>
internal static class Noise
{
    /// <summary>In [-1, 1], changing over about one unit.</summary>
    public static float At(Vector3 place)
    {
        var (x, y, z) = ((int)MathF.Floor(place.X), (int)MathF.Floor(place.Y), (int)MathF.Floor(place.Z));
        var (u, v, w) = (Smooth(place.X - x), Smooth(place.Y - y), Smooth(place.Z - z));
        return Mix(
            Mix(Mix(Hash(x, y, z), Hash(x + 1, y, z), u), Mix(Hash(x, y + 1, z), Hash(x + 1, y + 1, z), u), v),
            Mix(Mix(Hash(x, y, z + 1), Hash(x + 1, y, z + 1), u), Mix(Hash(x, y + 1, z + 1), Hash(x + 1, y + 1, z + 1), u), v), w);
    }

    /// <summary>In [-1, 1], unrelated from place to place.</summary>
    public static float Hash(int x, int y, int z)
    {
        var h = unchecked((uint)x * 0x8DA6B343u ^ (uint)y * 0xD8163841u ^ (uint)z * 0xCB1AB31Fu);
        h = unchecked((h ^ h >> 15) * 0x2C1B3C6Du);
        h = unchecked((h ^ h >> 12) * 0x297A2D39u);
        return (h >> 8) / (float)(1 << 23) - 1;
    }

    private static float Smooth(float at) => at * at * (3 - 2 * at);

    private static float Mix(float a, float b, float at) => a + (b - a) * at;
}
