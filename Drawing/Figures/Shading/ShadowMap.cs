using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Shading;

/// <summary>What the key light can see: a shadow map whose shadows grow softer with the distance of what casts them (R. Fernando,
/// 2005).</summary>
internal sealed class ShadowMap
{
    private const int Side = 640;

    private static readonly Vector2[] Spiral = [.. Enumerable.Range(0, 32).Select(tap =>
    {
        var (sin, cos) = MathF.SinCos(tap * 2.399963f);
        return new Vector2(cos, sin) * MathF.Sqrt((tap + 0.5f) / 32);
    })];

    private readonly View _view;
    private readonly float[] _depths;
    private readonly float _scale, _softness;

    /// <param name="radius">How far around <paramref name="center"/>, in metres, there are shadows.</param>
    public ShadowMap(Field field, Vector3 toLight, float softness, Vector3 center, float radius)
    {
        _scale = Side / (radius * 2.02f);
        _softness = softness;
        _view = View.Parallel(center + toLight * 4, center, 0, _scale, Side, Side);
        _depths = Tracer.Depths(_view, field);
    }

    /// <summary>How much of the key light reaches a place, in [0, 1].</summary>
    /// <param name="taps">How many looks are taken: more are smoother.</param>
    /// <param name="turn">Turns the pattern of looks, so that its traces become noise.</param>
    public float Light(Vector3 place, int taps, float turn)
    {
        var (x, y, _, depth) = _view.Project(place);
        var (sin, cos) = MathF.SinCos(turn);
        var step = Spiral.Length / taps;
        var widest = MathF.Min(MathF.Max(_softness * 0.5f * _scale, 2), 70);
        var (blockers, away) = (0, 0f);
        for (var tap = 0; tap < Spiral.Length; tap += step)
        {
            var between = depth - At(x, y, Spiral[tap], sin, cos, widest);
            if (between <= 0.012f) continue;
            blockers++;
            away += between;
        }

        if (blockers == 0) return 1;
        var wide = MathF.Min(MathF.Max(away / blockers * _softness * _scale, 1.2f), widest);
        var lit = 0;
        for (var tap = 0; tap < Spiral.Length; tap += step)
            if (depth - At(x, y, Spiral[tap], sin, cos, wide) <= 0.01f + wide / _scale * 0.35f) lit++;
        return lit / (Spiral.Length / (float)step);
    }

    private float At(float x, float y, Vector2 tap, float sin, float cos, float wide)
    {
        var column = (int)(x + (tap.X * cos - tap.Y * sin) * wide);
        var row = (int)(y + (tap.X * sin + tap.Y * cos) * wide);
        return (uint)column < Side && (uint)row < Side ? _depths[row * Side + column] : float.PositiveInfinity;
    }
}
