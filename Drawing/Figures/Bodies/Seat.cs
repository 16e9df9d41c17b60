using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A round stool under one who sits.</summary>
internal static class Seat
{
    public static void Add(Sculpture figure, Dice dice)
    {
        var bones = figure.Skeleton;
        var wood = new Surface(Looks.Linear(dice.Of(["B98A5A", "8C6A4A", "D0C8BC"])), 0.25f, Grain: Grain.Wood);
        var thick = 0.088f * bones.Build.Girth * bones.Size;
        // The seat ends under the thighs; its foot stands where the soles do.
        var top = bones.InPelvis(0, -0.045f, 0.02f) - Vector3.UnitY * thick;
        var floor = MathF.Min(bones.LeftLeg.End.Y, bones.RightLeg.End.Y) - 0.082f * bones.Size;
        var tall = MathF.Max(top.Y - floor, 0.1f);
        var foot = top with { Y = floor };
        figure.Add(BodyPart.Prop, Sculpture.Under,
            RoundCone.Between(foot, top, 0.19f, 0.19f, wood, 0) with { CutLow = tall - 0.055f, CutHigh = tall },
            RoundCone.Between(foot, top, 0.15f, 0.13f, wood with { Color = wood.Color * 0.7f }, 0)
                with
            { CutLow = 0, CutHigh = tall - 0.05f });
    }
}
