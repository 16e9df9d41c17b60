using Platform.Drawing.Scenes;

namespace Platform.Drawing.Animations;

/// <summary>An arm or a leg: what turns about a shoulder or a hip and ends in a hand or a foot.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Tip">The middle of the hand or foot, as drawn.</param>
/// <param name="Side">1 on the viewer's right, -1 on the left.</param>
/// <param name="Carries">It holds something, which would strike the face if the arm were moved much.</param>
internal sealed record Limb(string Name, Point Pivot, Point Tip, int Side, bool Carries)
{
    private const float MostCarrying = 35;

    /// <summary>Degrees between hanging straight down and how it was drawn; outward is positive.</summary>
    public float RestLift { get; } = MathF.Atan2(Side * (Tip.X - Pivot.X), Tip.Y - Pivot.Y) * 180 / MathF.PI;

    public float Length { get; } = MathF.Sqrt((Tip - Pivot).X * (Tip - Pivot).X + (Tip - Pivot).Y * (Tip - Pivot).Y);

    /// <summary>The turn that brings it to a lift: 0 hangs down, 90 points outward, 180 points up.</summary>
    public float TurnTo(float lift) => -Side * (Carries ? Math.Clamp(lift - RestLift, -MostCarrying, MostCarrying) : lift - RestLift);

    /// <summary>Where the tip is at a lift.</summary>
    public Point TipAt(float lift, float stretch = 1)
    {
        var (sin, cos) = MathF.SinCos(lift * MathF.PI / 180);
        return Pivot + new Point(Side * sin, cos) * (Length * stretch);
    }

    /// <summary>The lift that points at a place.</summary>
    public float LiftTowards(Point place) => MathF.Atan2(Side * (place.X - Pivot.X), place.Y - Pivot.Y) * 180 / MathF.PI;

    public static Limb? Of(Scene scene, string name, int side)
    {
        if (scene.Find(name) is not { } part) return null;
        // A thing in the hand is a part within the arm, and doesn't make the arm longer.
        var points = SceneGeometry.PointsOf(part).ToList();
        if (points.Count == 0) points = [.. part.WithParts().SelectMany(SceneGeometry.PointsOf)];
        if (points.Count == 0) return null;
        var farthest = points.Max(point => Distance(point, part.Pivot));
        var end = points.Where(point => Distance(point, part.Pivot) >= farthest * 0.75f).ToList();
        return new(name, part.Pivot, new(end.Average(point => point.X), end.Average(point => point.Y)), side, part.Children.Any());
    }

    private static float Distance(Point a, Point b) => MathF.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));
}
