using System.Numerics;

namespace Platform.Drawing.Figures.Solids;

/// <summary>Which solids each tile of a picture can show, so that a ray asks only those.</summary>
internal sealed class Tiles
{
    public const int Size = 16;

    private readonly List<ushort>[] _of;

    /// <param name="reach">Solids this far away, in metres, belong to a tile too.</param>
    public Tiles(View view, IReadOnlyList<RoundCone> solids, float reach = 0)
    {
        (Columns, Rows) = ((view.Width + Size - 1) / Size, (view.Height + Size - 1) / Size);
        _of = new List<ushort>[Columns * Rows];
        Near = new float[_of.Length];
        FarthestOf = new float[_of.Length];
        Array.Fill(Near, float.MaxValue);
        for (var index = 0; index < solids.Count; index++) Enter(view, solids[index], (ushort)index, reach);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The least distance along a ray at which something may be met.</summary>
    public float[] Near { get; }

    /// <summary>The greatest.</summary>
    public float[] FarthestOf { get; }

    public ReadOnlySpan<ushort> this[int tile] => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_of[tile]);

    private void Enter(View view, RoundCone solid, ushort index, float reach)
    {
        // Balls along the axis, near enough to each other that together they hold the solid.
        var balls = solid.Length == 0 ? 1 : Math.Clamp((int)(solid.Length / MathF.Max(solid.Reach, 0.01f) * 2) + 2, 2, 12);
        var gap = balls > 1 ? solid.Length / (balls - 1) / 2 : 0;
        for (var ball = 0; ball < balls; ball++)
        {
            var at = balls > 1 ? ball / (balls - 1f) : 0;
            var thick = (solid.BaseRadius + (solid.TipRadius - solid.BaseRadius) * at) * MathF.Max(solid.Scale.X,
                MathF.Max(solid.Scale.Y, solid.Scale.Z));
            var radius = MathF.Sqrt(thick * thick + gap * gap) + solid.Blend + reach;
            Enter(view, Vector3.Lerp(solid.Base, solid.Tip, at), radius, index);
        }
    }

    private void Enter(View view, Vector3 center, float radius, ushort index)
    {
        var (x, y, scale, depth) = view.Project(center);
        if (depth + radius < 0.02f) return;
        var seen = radius * scale * (view.Perspective ? MathF.Max(depth,
            0.02f) / MathF.Sqrt(MathF.Max(depth * depth - radius * radius, 4e-4f)) * 1.08f : 1) + 1;
        var (left, right) = (Math.Max((int)((x - seen) / Size), 0), Math.Min((int)((x + seen) / Size), Columns - 1));
        var (top, bottom) = (Math.Max((int)((y - seen) / Size), 0), Math.Min((int)((y + seen) / Size), Rows - 1));
        if (x + seen < 0 || y + seen < 0) return;
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                var tile = row * Columns + column;
                var list = _of[tile] ??= [];
                if (list.Count == 0 || list[^1] != index) list.Add(index);
                Near[tile] = MathF.Min(Near[tile], depth - radius);
                FarthestOf[tile] = MathF.Max(FarthestOf[tile], (depth + radius) * 1.25f);
            }
        }
    }
}
