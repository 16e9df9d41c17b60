using System.Collections.Immutable;
using System.Numerics;

namespace Platform.Drawing.Scenes;

/// <summary>Where the parts of a scene are, in a pose.</summary>
public static class SceneGeometry
{
    private const int StepsPerCurve = 4;

    /// <summary>What a part's stance does to the points within it, seen from its parent.</summary>
    public static Matrix3x2 MatrixOf(Part part, Stance stance) => Matrix3x2.CreateTranslation(-part.Pivot.X, -part.Pivot.Y)
        * Matrix3x2.CreateScale(stance.ScaleX, stance.ScaleY)
        * Matrix3x2.CreateRotation(stance.Turn * MathF.PI / 180)
        * Matrix3x2.CreateTranslation(part.Pivot.X + stance.X, part.Pivot.Y + stance.Y);

    /// <summary>Where each part is, by name: what takes its points from the drawing to the scene in that pose.</summary>
    public static ImmutableDictionary<string, Matrix3x2> MatricesOf(Scene scene, Pose pose)
    {
        var matrices = ImmutableDictionary.CreateBuilder<string, Matrix3x2>();
        foreach (var part in scene.Parts) Enter(part, Matrix3x2.Identity);
        return matrices.ToImmutable();

        void Enter(Part part, Matrix3x2 parent)
        {
            var matrix = MatrixOf(part, pose[part.Name]) * parent;
            matrices.Add(part.Name, matrix);
            foreach (var child in part.Children) Enter(child, matrix);
        }
    }

    /// <summary>What bounds all that is visible of the scene in a pose; null if nothing is.</summary>
    public static Bounds? BoundsOf(Scene scene, Pose pose) => BoundsOf(scene.Parts, pose, Matrix3x2.Identity);

    /// <summary>What bounds all that is visible of a part and those within it, as they were drawn; null if nothing is.</summary>
    public static Bounds? VisibleBounds(this Part part) => BoundsOf([part], Pose.Rest, Matrix3x2.Identity);

    /// <summary>What bounds all that is visible of a scene as it was drawn; null if nothing is.</summary>
    public static Bounds? VisibleBounds(this Scene scene) => BoundsOf(scene, Pose.Rest);

    /// <summary>Points along the outlines of a part's own shapes, as they were drawn.</summary>
    public static IEnumerable<Point> PointsOf(Part part) => part.Shapes.SelectMany(shape => PointsOf(shape.Outline))
        .Concat(part.Picture is { } picture ? CornersOf(picture) : []);

    private static Bounds? BoundsOf(ImmutableArray<Part> parts, Pose pose, Matrix3x2 parent)
    {
        Bounds? all = null;
        foreach (var part in parts)
        {
            var stance = pose[part.Name];
            if ((stance.Opacity ?? part.Opacity) <= 0) continue;
            var matrix = MatrixOf(part, stance) * parent;
            all = Joined(Joined(all, BoundsOf(part.Behind, pose, matrix)), BoundsOf(part.Front, pose, matrix));
            foreach (var shape in part.Shapes)
                all = Joined(all, BoundsOf(PointsOf(shape.Outline), matrix, shape.Line is null ? 0 : shape.LineWidth / 2));

            if (part.Picture is { } picture) all = Joined(all, BoundsOf(CornersOf(picture), matrix, 0));
        }

        return all;
    }

    private static Bounds? BoundsOf(IEnumerable<Point> points, Matrix3x2 matrix, float margin)
    {
        var (low, high) = (new Vector2(float.MaxValue), new Vector2(float.MinValue));
        foreach (var point in points)
        {
            var there = Vector2.Transform(new(point.X, point.Y), matrix);
            (low, high) = (Vector2.Min(low, there), Vector2.Max(high, there));
        }

        margin *= MathF.Sqrt(MathF.Abs(matrix.GetDeterminant()));
        return low.X > high.X ? null : new(low.X - margin, low.Y - margin, high.X + margin, high.Y + margin);
    }

    private static Bounds? Joined(Bounds? one, Bounds? other) => one is not { } a ? other : other is not { } b ? one
        : new(Math.Min(a.Left, b.Left), Math.Min(a.Top, b.Top), Math.Max(a.Right, b.Right), Math.Max(a.Bottom, b.Bottom));

    private static IEnumerable<Point> PointsOf(Outline outline)
    {
        foreach (var contour in outline.Contours)
        {
            var from = contour.Start;
            yield return from;
            foreach (var curve in contour.Curves)
            {
                for (var step = 1; step <= StepsPerCurve; step++) yield return At(from, curve, step / (float)StepsPerCurve);
                from = curve.End;
            }
        }
    }

    private static Point At(Point from, Curve curve, float t)
    {
        var u = 1 - t;
        return from * (u * u * u) + curve.First * (3 * u * u * t) + curve.Second * (3 * u * t * t) + curve.End * (t * t * t);
    }

    private static IEnumerable<Point> CornersOf(Picture picture) =>
    [
        picture.At, picture.At + new Point(picture.Width, 0), picture.At + new Point(0, picture.Height),
        picture.At + new Point(picture.Width, picture.Height),
    ];
}
