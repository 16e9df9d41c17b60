using System.Numerics;

namespace Platform.Drawing.Scenes;

/// <summary>A place in a scene: x to the right, y down, in the scene's units.</summary>
public readonly record struct Point(float X, float Y)
    : IAdditionOperators<Point, Point, Point>, ISubtractionOperators<Point, Point, Point>, IMultiplyOperators<Point, float, Point>
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    public static Point operator *(Point a, float factor) => new(a.X * factor, a.Y * factor);
}
