using System.Collections.Immutable;

namespace Platform.Drawing.Scenes;

/// <summary>Builders of the outlines that drawings are made of.</summary>
public static class Outlines
{
    // The distance of the control points that makes four cubic curves a circle (to 0.03 %).
    private const float Circle = 0.5522848f;

    public static Outline Ellipse(Point center, float radiusX, float radiusY)
    {
        var (x, y) = center;
        var (kx, ky) = (radiusX * Circle, radiusY * Circle);
        return Closed(new(x, y - radiusY),
            new(new(x + kx, y - radiusY), new(x + radiusX, y - ky), new(x + radiusX, y)),
            new(new(x + radiusX, y + ky), new(x + kx, y + radiusY), new(x, y + radiusY)),
            new(new(x - kx, y + radiusY), new(x - radiusX, y + ky), new(x - radiusX, y)),
            new(new(x - radiusX, y - ky), new(x - kx, y - radiusY), new(x, y - radiusY)));
    }

    public static Outline Disc(Point center, float radius) => Ellipse(center, radius, radius);

    /// <summary>A rectangle from its corner at the top left, with rounded corners.</summary>
    public static Outline Box(float x, float y, float width, float height, float radius = 0) =>
        Polygon(Math.Min(radius, Math.Min(width, height) / 2), new(x, y), new(x + width, y), new(x + width, y + height),
            new(x, y + height));

    /// <summary>Straight edges from corner to corner; each corner rounded as far as its edges allow.</summary>
    public static Outline Polygon(float rounding, params ReadOnlySpan<Point> corners)
    {
        var curves = ImmutableArray.CreateBuilder<Curve>();
        var start = default(Point);
        var at = default(Point);
        for (var i = 0; i < corners.Length; i++)
        {
            var corner = corners[i];
            var from = Towards(corner, corners[(i + corners.Length - 1) % corners.Length], rounding);
            var to = Towards(corner, corners[(i + 1) % corners.Length], rounding);
            if (i == 0) start = from;
            else curves.Add(Straight(at, from));
            if (rounding > 0) curves.Add(new(from + (corner - from) * Circle, to + (corner - to) * Circle, to));
            at = to;
        }

        curves.Add(Straight(at, start));
        return Closed(start, curves.ToArray());
    }

    /// <summary>A closed line that goes smoothly through all points (a Catmull-Rom spline).</summary>
    public static Outline Blob(params ReadOnlySpan<Point> points)
    {
        var curves = new Curve[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var before = points[(i + points.Length - 1) % points.Length];
            curves[i] = Between(before, points[i], points[(i + 1) % points.Length], points[(i + 2) % points.Length]);
        }

        return Closed(points[0], curves);
    }

    /// <summary>A blob that is the same on both sides of <paramref name="axis"/>: its right half, from the top down.</summary>
    public static Outline Symmetric(float axis, params ReadOnlySpan<Point> right)
    {
        var points = new List<Point>(right.ToArray());
        for (var i = right.Length - 1; i >= 0; i--)
        {
            if (Math.Abs(right[i].X - axis) > 0.01f) points.Add(right[i] with { X = 2 * axis - right[i].X });
        }

        return Blob([.. points]);
    }

    /// <summary>An open line that goes smoothly through all points.</summary>
    public static Outline Thread(params ReadOnlySpan<Point> points)
    {
        var curves = new Curve[points.Length - 1];
        for (var i = 0; i < curves.Length; i++)
            curves[i] = Between(points[Math.Max(i - 1, 0)], points[i], points[i + 1], points[Math.Min(i + 2, points.Length - 1)]);
        return new([new(points[0], [.. curves], false)]);
    }

    /// <summary>What a round brush leaves along a smooth line, when its radius goes evenly from the first to the last.</summary>
    public static Outline Limb(float firstRadius, float lastRadius, params ReadOnlySpan<Point> spine)
    {
        const int Steps = 8;
        var curves = Thread(spine).Contours[0];
        var middle = new List<Point> { curves.Start };
        var from = curves.Start;
        foreach (var curve in curves.Curves)
        {
            for (var step = 1; step <= Steps; step++) middle.Add(At(from, curve, step / (float)Steps));
            from = curve.End;
        }

        var right = new List<Point>();
        var left = new List<Point>();
        for (var i = 0; i < middle.Count; i++)
        {
            var along = Unit(middle[Math.Min(i + 1, middle.Count - 1)] - middle[Math.Max(i - 1, 0)]);
            var radius = firstRadius + (lastRadius - firstRadius) * i / (middle.Count - 1);
            var aside = new Point(-along.Y, along.X) * radius;
            if (i % (Steps / 2) == 0)
            {
                right.Add(middle[i] + aside);
                left.Add(middle[i] - aside);
            }
        }

        var ahead = Unit(middle[^1] - middle[^2]);
        var back = Unit(middle[0] - middle[1]);
        left.Reverse();
        return Blob([.. right, .. Cap(middle[^1], ahead, lastRadius), .. left, .. Cap(middle[0], back, firstRadius)]);
    }

    /// <summary>A star whose first point is at the top.</summary>
    public static Outline Star(Point center, float outer, float inner, int points, float rounding = 0)
    {
        var corners = new Point[points * 2];
        for (var i = 0; i < corners.Length; i++) corners[i] = Around(center, i % 2 == 0 ? outer : inner, i * 180f / points - 90);
        return Polygon(rounding, corners);
    }

    /// <summary>A heart that fits in a square about its centre.</summary>
    public static Outline Heart(Point center, float radius) =>
        Path("M0 .9C-.5 .5-1 .1-1-.35C-1-.7-.75-.9-.5-.9C-.25-.9-.08-.75 0-.52C.08-.75 .25-.9 .5-.9C.75-.9 1-.7 1-.35C1 .1 .5 .5 0 .9Z")
        .Scaled(radius, radius).Moved(center.X, center.Y);

    /// <summary>The outline that an SVG path's data describe (W3C SVG 2, section 9.3).</summary>
    public static Outline Path(string data) => OutlineSets.Parse(data);

    /// <summary>The point at a distance from a centre, at an angle in degrees clockwise from the right.</summary>
    public static Point Around(Point center, float distance, float degrees)
    {
        var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
        return new(center.X + distance * cos, center.Y + distance * sin);
    }

    internal static Outline Closed(Point start, params Curve[] curves) => new([new(start, [.. curves], true)]);

    internal static Curve Straight(Point from, Point to) => new(from + (to - from) * (1 / 3f), from + (to - from) * (2 / 3f), to);

    private static Point[] Cap(Point at, Point ahead, float radius)
    {
        var aside = new Point(-ahead.Y, ahead.X);
        return [at + (ahead + aside) * (radius * 0.7071f), at + ahead * radius, at + (ahead - aside) * (radius * 0.7071f)];
    }

    private static Curve Between(Point before, Point from, Point to, Point after) =>
        new(from + (to - before) * (1 / 6f), to - (after - from) * (1 / 6f), to);

    private static Point At(Point from, Curve curve, float t)
    {
        var u = 1 - t;
        return from * (u * u * u) + curve.First * (3 * u * u * t) + curve.Second * (3 * u * t * t) + curve.End * (t * t * t);
    }

    private static Point Towards(Point from, Point to, float distance)
    {
        var way = to - from;
        return from + Unit(way) * Math.Min(distance, Length(way) / 2);
    }

    private static Point Unit(Point way) => Length(way) is var length and > 0 ? way * (1 / length) : new(0, 0);

    private static float Length(Point way) => MathF.Sqrt(way.X * way.X + way.Y * way.Y);
}
