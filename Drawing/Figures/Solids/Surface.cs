using System.Numerics;

namespace Platform.Drawing.Figures.Solids;

/// <summary>What a solid looks like it is made of.</summary>
/// <param name="Color">Linear RGB in [0, 1].</param>
/// <param name="Gloss">How much of a highlight it takes, in [0, 1].</param>
/// <param name="Metal">1: it mirrors its surroundings in its own colour.</param>
/// <param name="Glow">How much light it gives by itself.</param>
internal sealed record Surface(Vector3 Color, float Gloss = 0.12f, float Metal = 0, float Glow = 0, Grain Grain = Grain.Smooth);

/// <summary>The fine structure that the shading adds to a surface.</summary>
internal enum Grain
{
    Smooth,
    Skin,
    Hair,
    Cloth,
    Wood,
}
