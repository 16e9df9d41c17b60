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

    /// <summary>Covers parts of the body by a layer that follows their shape.</summary>
    /// <param name="thickness">Metres.</param>
    /// <param name="until">How far down a limb it goes: 1 is all of it.</param>
    public void Cover(int layer, Surface surface, float thickness, ReadOnlySpan<BodyPart> parts, float until = 1, float? blend = null)
    {
        for (int i = 0, count = _solids.Count; i < count; i++)
        {
            var solid = _solids[i];
            if (solid.Layer != Skin || !parts.Contains(solid.Part)) continue;
            var cut = until < 1 && solid.Length > 0 && IsLimb(solid.Part) ? solid.Length * until : solid.CutHigh;
            if (until < 1 && solid.Length == 0 && IsLimb(solid.Part) && TooFarDown(solid, until)) continue;
            _solids.Add(solid.Thicker(thickness) with { Surface = surface, Layer = layer, CutHigh = cut, Blend = blend ?? solid.Blend });
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
        if (float.IsFinite(solid.CutHigh)) return MathF.Min(solid.Base.Y, (solid.Base + solid.Y * MathF.Min(solid.CutHigh, solid.Length)).Y);
        var across = new Vector3(solid.X.Y * solid.Scale.X, solid.Y.Y * solid.Scale.Y, solid.Z.Y * solid.Scale.Z).Length();
        return MathF.Min(solid.Base.Y - solid.BaseRadius * across, solid.Tip.Y - solid.TipRadius * across);
    }

    private static bool IsLimb(BodyPart part) => part is >= BodyPart.LeftUpperArm and <= BodyPart.RightShin;

    private bool TooFarDown(RoundCone bulge, float until)
    {
        var chain = bulge.Part switch
        {
            BodyPart.LeftUpperArm or BodyPart.LeftForearm => skeleton.LeftArm,
            BodyPart.RightUpperArm or BodyPart.RightForearm => skeleton.RightArm,
            BodyPart.LeftThigh or BodyPart.LeftShin => skeleton.LeftLeg,
            _ => skeleton.RightLeg,
        };
        var upper = bulge.Part is BodyPart.LeftUpperArm or BodyPart.RightUpperArm or BodyPart.LeftThigh or BodyPart.RightThigh;
        var (from, to) = upper ? (chain.Root, chain.Middle) : (chain.Middle, chain.End);
        var along = Vector3.Dot(bulge.Base - from, Vector3.Normalize(to - from)) / Vector3.Distance(from, to);
        return along > until * 0.6f;
    }
}
