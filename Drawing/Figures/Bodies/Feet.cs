using System.Numerics;
using Platform.Drawing.Figures.Solids;

namespace Platform.Drawing.Figures.Bodies;

/// <summary>A foot: heel, instep, ball and toes.</summary>
internal static class Feet
{
    public static void Add(Sculpture figure, Chain leg, Surface skin, BodyPart part)
    {
        var size = figure.Skeleton.Size * (0.94f + 0.06f * figure.Skeleton.Build.Girth);
        var (along, sole) = (leg.Along, leg.Face);
        var big = Vector3.Cross(sole, along) * leg.Side;
        var ankle = leg.End;
        var heel = ankle + (sole * 0.045f - along * 0.038f) * size;
        var ball = ankle + (sole * 0.058f + along * 0.125f) * size;
        figure.Add(part, Sculpture.Skin,
            RoundCone.Between(ankle, heel, 0.034f * size, 0.032f * size, skin, 0.03f),
            RoundCone.Between(heel + along * 0.01f * size, ball, 0.032f * size, 0.024f * size, skin, 0.035f, sole, 0.95f),
            RoundCone.Between(ankle + along * 0.022f * size, ball - sole * 0.012f * size, 0.034f * size, 0.023f * size, skin, 0.03f),
            // The breadth of the ball.
            RoundCone.Between(ball + big * 0.02f * size, ball - (big * 0.026f + along * 0.018f) * size, 0.0235f * size, 0.02f * size, skin,
                0.03f));
        for (var toe = 0; toe < 5; toe++)
        {
            var across = 0.029f - toe * 0.0155f;
            var length = toe == 0 ? 0.05f : 0.047f - toe * 0.0065f;
            var radius = (toe == 0 ? 0.0145f : 0.0098f - toe * 0.0004f) * size;
            var from = ball + (big * across + along * (0.008f - toe * 0.006f) + sole * 0.006f) * size;
            figure.Add(part, RoundCone.Between(from, from + (along * length + sole * 0.008f) * size, radius, radius * 0.92f, skin, 0.008f));
        }
    }
}
