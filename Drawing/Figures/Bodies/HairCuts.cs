using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>Hair as a cap with what hangs, stands or is bound up.</summary>
internal static class HairCuts
{
    public static void Add(Sculpture figure, FigureSpec spec, Looks looks, Dice dice)
    {
        var cuts = spec.Theme == "ballet" && spec.GenderPresentation != "masculine" ? ["bun"] : spec.GenderPresentation switch
        {
            "feminine" => ["long", "bob", "ponytail", "bun", "long"],
            "masculine" => (string[])["short", "crop", "short", "quiff", "crop"],
            _ => ["short", "bob", "quiff", "ponytail"],
        };
        var cut = dice.Of(cuts);
        Cap(figure, looks.Hair, cut == "crop" ? 0.002f : 0.008f, low: cut is "bob" or "long");
        switch (cut)
        {
            case "long":
                Curtain(figure, looks.Hair, 0.3f);
                Fringe(figure, looks.Hair);
                break;
            case "bob":
                Curtain(figure, looks.Hair, 0.13f);
                Fringe(figure, looks.Hair);
                break;
            case "quiff":
                Quiff(figure, looks.Hair);
                break;
            case "short":
                Fringe(figure, looks.Hair);
                break;
            case "bun":
                Add(figure, looks.Hair, Ball(figure, 0, 0.075f, -0.105f, 0.04f, looks.Hair));
                break;
            case "ponytail":
                Tail(figure, looks.Hair);
                break;
        }

        if (spec.GenderPresentation == "masculine" && dice.Next() < 0.35f) Beard(figure, looks.Hair);
    }

    private static void Cap(Sculpture figure, Surface hair, float thick, bool low)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        Add(figure, hair,
            RoundCone.Ellipsoid(bones.InHead(0, 0.038f, -0.021f), bones.HeadTurn,
                new Vector3(0.0765f + thick, 0.0835f + thick, 0.0915f + thick) * size, hair, 0.01f),
            RoundCone.Ellipsoid(bones.InHead(0, low ? -0.02f : -0.005f, -0.055f), bones.HeadTurn,
                new Vector3(0.067f + thick, 0.062f, 0.046f + thick) * size, hair, 0.03f));
        foreach (var side in (ReadOnlySpan<float>)[1, -1])
        {
            Add(figure, hair, RoundCone.Between(bones.InHead(side * 0.068f, 0.045f, 0.03f),
                bones.InHead(side * (0.073f + thick * 0.3f), 0.002f, 0.014f), 0.013f * size, 0.005f * size, hair, 0.02f));
        }
    }

    private static void Fringe(Sculpture figure, Surface hair)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        Add(figure, hair,
            RoundCone.Between(bones.InHead(0.02f, 0.09f, 0.048f), bones.InHead(-0.052f, 0.055f, 0.066f), 0.017f * size, 0.011f * size, hair,
                0.03f),
            RoundCone.Between(bones.InHead(0.024f, 0.09f, 0.048f), bones.InHead(0.06f, 0.055f, 0.056f), 0.017f * size, 0.01f * size, hair,
                0.03f),
            RoundCone.Between(bones.InHead(0.012f, 0.092f, 0.048f), bones.InHead(-0.02f, 0.068f, 0.082f), 0.016f * size, 0.009f * size,
                hair, 0.03f));
    }

    private static void Quiff(Sculpture figure, Surface hair)
    {
        var bones = figure.Skeleton;
        for (var lock0 = -2; lock0 <= 2; lock0++)
        {
            Add(figure, hair, RoundCone.Between(bones.InHead(lock0 * 0.024f, 0.085f, 0.06f),
                bones.InHead(lock0 * 0.026f + 0.012f, 0.128f - MathF.Abs(lock0) * 0.006f, 0.03f), 0.018f * bones.Size, 0.016f * bones.Size,
                hair, 0.014f));
        }
    }

    private static void Curtain(Sculpture figure, Surface hair, float length)
    {
        // Hair hangs down, whatever the head does, and lies on the back of one who lies.
        var bones = figure.Skeleton;
        var size = bones.Size;
        var up = Vector3.Transform(Vector3.UnitY, bones.HeadTurn);
        var down = Vector3.Normalize(-up * 1.2f - Vector3.UnitY * MathF.Max(up.Y, 0) + new Vector3(0, -0.15f, 0));
        foreach (var (x, z, share) in (ReadOnlySpan<(float, float, float)>)[(0.072f, 0.005f, 0.85f), (-0.072f, 0.005f, 0.85f),
            (0.066f, -0.045f, 0.95f), (-0.066f, -0.045f, 0.95f), (0.03f, -0.08f, 1), (-0.03f, -0.08f, 1)])
        {
            var from = bones.InHead(x, 0.035f, z);
            Add(figure, hair, RoundCone.Between(from, from + down * (0.035f + length * share) * size, 0.03f * size, 0.02f * size, hair,
                0.05f));
        }
    }

    private static void Tail(Sculpture figure, Surface hair)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var from = bones.InHead(0, 0.06f, -0.11f);
        var middle = from + Vector3.Transform(new Vector3(0, -0.03f, -0.055f) * size, bones.HeadTurn);
        var hang = Vector3.Normalize(Vector3.Transform(new Vector3(0, -1, -0.25f), bones.HeadTurn) + new Vector3(0, -0.4f, 0));
        Add(figure, hair,
            Ball(figure, 0, 0.055f, -0.105f, 0.022f, hair),
            RoundCone.Between(from, middle, 0.022f * size, 0.031f * size, hair, 0.015f),
            RoundCone.Between(middle, middle + hang * 0.19f * size, 0.031f * size, 0.012f * size, hair, 0.03f));
    }

    private static void Beard(Sculpture figure, Surface hair)
    {
        var bones = figure.Skeleton;
        var size = bones.Size;
        var wide = bones.Build.Face;
        Add(figure, hair,
            RoundCone.Between(bones.InHead(0.06f * wide, -0.03f, 0.006f), bones.InHead(0.022f, -0.094f, 0.06f), 0.012f * size,
                0.018f * size, hair, 0.01f),
            RoundCone.Between(bones.InHead(-0.06f * wide, -0.03f, 0.006f), bones.InHead(-0.022f, -0.094f, 0.06f), 0.012f * size,
                0.018f * size, hair, 0.01f),
            RoundCone.Between(bones.InHead(0.014f, -0.092f, 0.072f), bones.InHead(-0.014f, -0.092f, 0.072f), 0.019f * size, 0.019f * size,
                hair, 0.015f),
            RoundCone.Between(bones.InHead(0, -0.041f, 0.09f), bones.InHead(0.024f, -0.047f, 0.078f), 0.005f * size, 0.004f * size, hair,
                0.004f),
            RoundCone.Between(bones.InHead(0, -0.041f, 0.09f), bones.InHead(-0.024f, -0.047f, 0.078f), 0.005f * size, 0.004f * size, hair,
                0.004f));
    }

    private static RoundCone Ball(Sculpture figure, float x, float y, float z, float radius, Surface hair) =>
        RoundCone.Ellipsoid(figure.Skeleton.InHead(x, y, z), figure.Skeleton.HeadTurn, new Vector3(radius) * figure.Skeleton.Size, hair,
            0.012f);

    private static void Add(Sculpture figure, Surface hair, params ReadOnlySpan<RoundCone> solids)
    {
        foreach (var solid in solids) figure.Add(BodyPart.Head, solid with { Surface = hair }, Sculpture.Hair);
    }
}
