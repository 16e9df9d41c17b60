using System.Numerics;

namespace Platform.Drawing.Figures.Shading;

/// <summary>
/// Flat facets on a smooth body: space falls into the cells of scattered points (a Voronoi diagram), and within a cell the surface faces
/// one way. Where two cells meet on the surface the edge is straight.
/// </summary>
internal sealed class Facets(float size)
{
    private readonly Dictionary<(int, int, int), Vector3> _normals = [];

    /// <summary>The normal of the facet that a place is on: that of the first pixel of the facet, which is the same for all.</summary>
    public Vector3 NormalAt(Vector3 place, Vector3 normal, int layer)
    {
        var at = place / size;
        var (x, y, z) = ((int)MathF.Floor(at.X), (int)MathF.Floor(at.Y), (int)MathF.Floor(at.Z));
        var (nearest, cell) = (float.MaxValue, (x, y, z));
        for (var i = -1; i <= 1; i++)
        {
            for (var j = -1; j <= 1; j++)
            {
                for (var k = -1; k <= 1; k++)
                {
                    var (cx, cy, cz) = (x + i, y + j, z + k);
                    var point = new Vector3(cx, cy, cz) + new Vector3(0.5f) + new Vector3(Noise.Hash(cx, cy, cz),
                        Noise.Hash(cx, cy, cz + 4099), Noise.Hash(cx + 8191, cy, cz)) * 0.4f;
                    var away = Vector3.DistanceSquared(point, at);
                    if (away < nearest) (nearest, cell) = (away, (cx, cy, cz));
                }
            }
        }

        // One cell can hold the front and the back of something thin: each of its sides is a facet.
        var side = (normal.X > 0 ? 1 : 0) + (normal.Y > 0 ? 2 : 0) + (normal.Z > 0 ? 4 : 0) + layer * 8;
        var key = (cell.Item1, cell.Item2, cell.Item3 * 1024 + side);
        if (_normals.TryGetValue(key, out var known)) return known;
        return _normals[key] = normal;
    }
}
