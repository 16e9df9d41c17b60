using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Shading;

/// <summary>Lines as a pen would draw them: round what stands out against something further away, along folds, and where one thing ends on
/// another.</summary>
internal sealed class Ink(Seen seen, Field field, float weight)
{
    private static readonly (float X, float Y)[] Ways = [(1, 0), (0.707f, 0.707f), (0, 1), (-0.707f, 0.707f)];

    /// <summary>How black the ink is at a pixel, in [0, 1]. Pixels beside the figure can be inked too.</summary>
    public float At(int x, int y)
    {
        var here = seen[x, y];
        var most = 0f;
        foreach (var (across, down) in Ways)
        {
            var (dx, dy) = ((int)MathF.Round(across * weight), (int)MathF.Round(down * weight));
            var (a, b) = (seen[x + dx, y + dy], seen[x - dx, y - dy]);
            if (a.IsEmpty != b.IsEmpty || here.IsEmpty != a.IsEmpty) return 1;
            if (here.IsEmpty) continue;
            var pixel = here.Depth / 1700;
            var step = MathF.Abs(a.Depth + b.Depth - 2 * here.Depth);
            most = MathF.Max(most, Ramp(step, 0.012f + pixel * weight, 0.03f + pixel * weight * 3));
            // Thinner inner lines: half as far away.
            (a, b) = (seen[x + dx / 2, y + dy / 2], seen[x - dx / 2, y - dy / 2]);
            if (a.IsEmpty || b.IsEmpty) continue;
            most = MathF.Max(most, Ramp(1 - Vector3.Dot(a.Normal, b.Normal), 0.42f, 0.95f) * 0.8f);
            if (!Same(a, b)) most = MathF.Max(most, 0.85f);
        }

        return most;
    }

    private bool Same(in Pixel a, in Pixel b)
    {
        var (one, other) = (field.Solids[a.Solid], field.Solids[b.Solid]);
        return one.Layer == other.Layer && (ReferenceEquals(one.Surface, other.Surface)
            || Vector3.DistanceSquared(one.Surface.Color, other.Surface.Color) < 0.004f);
    }

    private static float Ramp(float value, float from, float to) => Math.Clamp((value - from) / (to - from), 0, 1);
}
