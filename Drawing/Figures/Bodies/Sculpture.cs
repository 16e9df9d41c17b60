using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A figure while it is being built: its skeleton and the solids that cover it.</summary>
internal sealed class Sculpture(Skeleton skeleton)
{
    /// <summary>The layers, those below others first.</summary>
    public const int Skin = 0, Eyes = 1, Under = 2, Shirt = 3, Trousers = 4, Coat = 5, Shoes = 6, Trim = 7, Hair = 8, Prop = 9;

    private readonly List<RoundCone> _solids = [];

    public Skeleton Skeleton => skeleton;

    public IReadOnlyList<RoundCone> Solids => _solids;

    public void Add(BodyPart part, RoundCone solid, int layer = Skin) => _solids.Add(solid with { Part = part, Layer = layer });

    public void Add(BodyPart part, int layer, params ReadOnlySpan<RoundCone> solids)
    {
        foreach (var solid in solids) Add(part, solid, layer);
    }

    /// <summary>Takes the skin of parts away that something else replaces.</summary>
    public void Hide(BodyPart first, BodyPart second) => _solids.RemoveAll(solid => solid.Layer == Skin
        && (solid.Part == first || solid.Part == second));

    /// <summary>Covers parts of the body by a layer that follows their shape.</summary>
    /// <param name="thickness">Metres.</param>
    /// <param name="hem">Where it ends on the pelvis, in metres above the hip joints.</param>
    /// <param name="until">How far down a limb it goes: 1 is all of it.</param>
    public void Cover(int layer, Surface surface, float thickness, ReadOnlySpan<BodyPart> parts, float until = 1, float? blend = null,
        float? hem = null)
    {
        for (int i = 0, count = _solids.Count; i < count; i++)
        {
            var solid = _solids[i];
            if (solid.Layer != Skin || !parts.Contains(solid.Part)) continue;
            var cut = solid.CutHigh;
            if (until < 1 && IsLimb(solid.Part))
            {
                cut = Vector3.Dot(PointOn(solid.Part, until) - solid.Base, solid.Y);
                if (cut < -solid.BaseRadius * 0.5f) continue;
            }

            var low = hem is { } height && solid.Part == BodyPart.Pelvis
                ? height * skeleton.Size - Vector3.Dot(solid.Base - skeleton.Hips, solid.Y) : solid.CutLow;
            _solids.Add(solid.Thicker(thickness) with
            {
                Surface = surface,
                Layer = layer,
                CutHigh = cut,
                CutLow = low,
                Blend = solid.Blend == 0 ? 0 : MathF.Max(blend ?? 0, solid.Blend)
            });
        }
    }

    /// <summary>The solids in the order of their layers, on the ground or above it.</summary>
    public IReadOnlyList<RoundCone> Finished(float lift)
    {
        var lowest = _solids.Where(solid => solid.Part != BodyPart.Prop).Min(Lowest);
        var shift = new Vector3(0, lift - lowest, 0);
        return [.. _solids.OrderBy(solid => solid.Layer).Select(solid => solid with { Base = solid.Base + shift })];
    }

    private static float Lowest(RoundCone solid)
    {
        if (float.IsFinite(solid.CutHigh))
        {
            return MathF.Min(solid.Base.Y,
            (solid.Base + solid.Y * MathF.Min(solid.CutHigh, solid.Length)).Y);
        }

        var across = new Vector3(solid.X.Y * solid.Scale.X, solid.Y.Y * solid.Scale.Y, solid.Z.Y * solid.Scale.Z).Length();
        return MathF.Min(solid.Base.Y - solid.BaseRadius * across, solid.Tip.Y - solid.TipRadius * across);
    }

    private static bool IsLimb(BodyPart part) => part is >= BodyPart.LeftUpperArm and <= BodyPart.RightShin;

    private Vector3 PointOn(BodyPart part, float share)
    {
        var chain = part switch
        {
            BodyPart.LeftUpperArm or BodyPart.LeftForearm => skeleton.LeftArm,
            BodyPart.RightUpperArm or BodyPart.RightForearm => skeleton.RightArm,
            BodyPart.LeftThigh or BodyPart.LeftShin => skeleton.LeftLeg,
            _ => skeleton.RightLeg,
        };
        return part is BodyPart.LeftUpperArm or BodyPart.RightUpperArm or BodyPart.LeftThigh or BodyPart.RightThigh
            ? Vector3.Lerp(chain.Root, chain.Middle, share)
            : Vector3.Lerp(chain.Middle, chain.End, share);
    }
}
