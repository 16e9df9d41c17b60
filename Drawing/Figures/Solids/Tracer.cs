using System.Numerics;
using System.Runtime.Intrinsics;
using F8 = System.Runtime.Intrinsics.Vector256<float>;

namespace Platform.Drawing.Figures.Solids;

/// <summary>Finds what each pixel of a view shows: sphere tracing (J. C. Hart, 1996), eight rays at once.</summary>
internal static class Tracer
{
    private const int Steps = 48;
    private const float Close = 4e-4f;

    // How far out occlusion is looked for, and how much it counts.
    private static readonly (float Step, float Weight)[] Taps = [(0.022f, 9), (0.075f, 5.5f)];

    private static readonly F8 Lanes = Vector256.Create(0f, 1, 2, 3, 4, 5, 6, 7);

    /// <summary>Everything about what is seen.</summary>
    public static Seen Trace(View view, Field field)
    {
        var tiles = new Tiles(view, field.Solids);
        var around = new Tiles(view, field.Solids, reach: Seen.Occlusion);
        var seen = new Seen(view, tiles);
        for (var tile = 0; tile < tiles.Columns * tiles.Rows; tile++)
        {
            if (tiles[tile].IsEmpty || !Approach(view, field, tiles, tile)) continue;
            Each(view, tiles, tile, (x, y) => Look(view, field, tiles, tile, around[tile], x, y, seen));
        }

        return seen;
    }

    /// <summary>How far away things are, and nothing else. What shows nothing is infinitely far.</summary>
    public static float[] Depths(View view, Field field)
    {
        var tiles = new Tiles(view, field.Solids);
        var depths = new float[view.Width * view.Height];
        Array.Fill(depths, float.PositiveInfinity);
        for (var tile = 0; tile < tiles.Columns * tiles.Rows; tile++)
        {
            if (tiles[tile].IsEmpty || !Approach(view, field, tiles, tile)) continue;
            Each(view, tiles, tile, (x, y) =>
            {
                var ray = new Rays(view, x, y);
                var (far, hits) = March(field, ray, tiles, tile);
                for (var lane = 0; lane < 8 && x + lane < view.Width; lane++)
                    if ((hits >> lane & 1) != 0) depths[y * view.Width + x + lane] = far[lane];
            });
        }

        return depths;
    }

    private static void Each(View view, Tiles tiles, int tile, Action<int, int> rays)
    {
        var (left, top) = (tile % tiles.Columns * Tiles.Size, tile / tiles.Columns * Tiles.Size);
        for (var y = top; y < Math.Min(top + Tiles.Size, view.Height); y++)
            for (var x = left; x < Math.Min(left + Tiles.Size, view.Width); x += 8) rays(x, y);
    }

    // Goes as far as all rays of a tile can go together: as long as a ball around all of them meets nothing. False: they all meet nothing.
    private static bool Approach(View view, Field field, Tiles tiles, int tile)
    {
        var (x, y) = (tile % tiles.Columns * Tiles.Size + Tiles.Size / 2f, tile / tiles.Columns * Tiles.Size + Tiles.Size / 2f);
        var (from, way) = (view.Origin(x, y), Vector3.Normalize(view.Direction(x, y)));
        var corner = Tiles.Size * 0.75f;
        var apart = Vector3.Distance(view.Origin(x + corner, y + corner), from);
        var spread = Vector3.Distance(Vector3.Normalize(view.Direction(x + corner, y + corner)), way);
        var far = MathF.Max(tiles.Near[tile], 0.02f);
        for (var step = 0; step < Steps && far < tiles.FarthestOf[tile]; step++)
        {
            var at = from + way * far;
            var free = field.Distance(Vector256.Create(at.X), Vector256.Create(at.Y), Vector256.Create(at.Z),
                tiles[tile])[0] * 0.92f - apart - far * spread;
            if (free < 1e-3f) break;
            far += free;
        }

        tiles.Near[tile] = far;
        return far < tiles.FarthestOf[tile];
    }

    private static void Look(View view, Field field, Tiles tiles, int tile, ReadOnlySpan<ushort> around, int x, int y, Seen seen)
    {
        var ray = new Rays(view, x, y);
        var (far, hits) = March(field, ray, tiles, tile);
        if (hits == 0) return;
        var (px, py, pz) = ray.At(far);
        field.Look(px, py, pz, tiles[tile], out var sample);
        var square = sample.NormalX * sample.NormalX + sample.NormalY * sample.NormalY + sample.NormalZ * sample.NormalZ;
        var length = Vector256.Max(Vector256.Sqrt(square), Vector256.Create(1e-6f));
        var (nx, ny, nz) = (sample.NormalX / length, sample.NormalY / length, sample.NormalZ / length);
        Span<float> open = stackalloc float[8];
        // Occlusion changes slowly: every second row takes that of the row above.
        if ((y & 1) == 0 || !Above(seen, x, y, hits, open)) Openness(field, around, px, py, pz, nx, ny, nz).CopyTo(open);
        for (var lane = 0; lane < 8 && x + lane < view.Width; lane++)
        {
            if ((hits >> lane & 1) == 0) continue;
            seen.Set(x + lane, y, far[lane], new Vector3(nx[lane], ny[lane], nz[lane]),
                new Vector3(sample.Red[lane], sample.Green[lane], sample.Blue[lane]), (short)sample.Solid[lane], open[lane]);
        }
    }

    private static bool Above(Seen seen, int x, int y, uint hits, Span<float> open)
    {
        for (var lane = 0; lane < 8; lane++)
        {
            var above = seen[x + lane - seen.Left, y - 1 - seen.Top];
            if ((hits >> lane & 1) != 0 && above.IsEmpty) return false;
            open[lane] = above.Open;
        }

        return true;
    }

    private static (F8 Far, uint Hits) March(Field field, in Rays ray, Tiles tiles, int tile)
    {
        var chosen = tiles[tile];
        var far = Vector256.Create(MathF.Max(tiles.Near[tile], 0.02f));
        var farthest = Vector256.Create(tiles.FarthestOf[tile]);
        var hit = F8.Zero;
        for (var step = 0; step < Steps; step++)
        {
            var (x, y, z) = ray.At(far);
            var distance = field.Distance(x, y, z, chosen);
            hit |= Vector256.LessThan(distance, Vector256.Create(Close));
            var done = hit | Vector256.GreaterThan(far, farthest);
            if (done.ExtractMostSignificantBits() == 0xff) break;
            far += Vector256.ConditionalSelect(hit, F8.Zero, distance * 0.92f);
        }

        return (far, hit.ExtractMostSignificantBits());
    }

    // Ambient occlusion: how much nearer the surroundings are, on the way out, than open space would have them.
    private static F8 Openness(Field field, ReadOnlySpan<ushort> around, F8 x, F8 y, F8 z, F8 nx, F8 ny, F8 nz)
    {
        var open = F8.One;
        foreach (var (step, weight) in Taps)
        {
            var distance = field.Distance(x + nx * step, y + ny * step, z + nz * step, around);
            open -= Vector256.Max(Vector256.Create(step) - distance, F8.Zero) * weight;
        }

        return Vector256.Max(open, Vector256.Create(0.15f));
    }

    /// <summary>Eight rays side by side.</summary>
    private readonly struct Rays
    {
        private readonly F8 _ox, _oy, _oz, _dx, _dy, _dz;

        public Rays(View view, int x, int y)
        {
            var (from, next) = (view.Origin(x + 0.5f, y + 0.5f), view.Origin(x + 1.5f, y + 0.5f));
            var step = next - from;
            (_ox, _oy, _oz) = (Lanes * step.X + Vector256.Create(from.X), Lanes * step.Y + Vector256.Create(from.Y),
                Lanes * step.Z + Vector256.Create(from.Z));
            from = view.Direction(x + 0.5f, y + 0.5f);
            step = view.Direction(x + 1.5f, y + 0.5f) - from;
            (_dx, _dy, _dz) = (Lanes * step.X + Vector256.Create(from.X), Lanes * step.Y + Vector256.Create(from.Y),
                Lanes * step.Z + Vector256.Create(from.Z));
            var length = Vector256.Sqrt(_dx * _dx + _dy * _dy + _dz * _dz);
            (_dx, _dy, _dz) = (_dx / length, _dy / length, _dz / length);
        }

        public (F8 X, F8 Y, F8 Z) At(F8 far) => (_ox + _dx * far, _oy + _dy * far, _oz + _dz * far);
    }
}
