using System.Collections.Immutable;
using SkiaSharp;

namespace Platform.Drawing.Scenes;

/// <summary>Outlines joined and cut by each other, as sets of points.</summary>
public static class OutlineSets
{
    /// <summary>What lies in both.</summary>
    public static Outline Within(this Outline outline, Outline bounds) => Combined(outline, bounds, SKPathOp.Intersect);

    /// <summary>What lies in the first but not in the second.</summary>
    public static Outline Without(this Outline outline, Outline hole) => Combined(outline, hole, SKPathOp.Difference);

    /// <summary>What lies in any of them.</summary>
    public static Outline Joined(this Outline outline, params ReadOnlySpan<Outline> others)
    {
        foreach (var other in others) outline = Combined(outline, other, SKPathOp.Union);
        return outline;
    }

    internal static Outline Parse(string data)
    {
        using var path = SKPath.ParseSvgPathData(data) ?? throw new FormatException($"Not the data of an SVG path: {data}");
        return Of(path);
    }

    private static Outline Combined(Outline first, Outline second, SKPathOp operation)
    {
        using var a = ScenePainter.PathOf(first);
        using var b = ScenePainter.PathOf(second);
        // A hole is one by its direction, as the painters have it.
        using var result = a.Op(b, operation)?.ToWinding();
        return result is null ? new([]) : Of(result);
    }

    private static Outline Of(SKPath path)
    {
        var contours = ImmutableArray.CreateBuilder<Contour>();
        var curves = new List<Curve>();
        var start = default(Point);
        var at = default(Point);
        var points = new SKPoint[4];
        using var iterator = path.CreateRawIterator();
        while (iterator.Next(points) is var verb && verb != SKPathVerb.Done)
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    End(false);
                    start = at = Of(points[0]);
                    break;
                case SKPathVerb.Line:
                    Add(Outlines.Straight(at, Of(points[1])));
                    break;
                case SKPathVerb.Quad:
                    Add(Raised(at, Of(points[1]), Of(points[2])));
                    break;
                case SKPathVerb.Conic:
                    var quads = SKPath.ConvertConicToQuads(points[0], points[1], points[2], iterator.ConicWeight(), 1);
                    for (var i = 0; i + 2 < quads.Length; i += 2) Add(Raised(at, Of(quads[i + 1]), Of(quads[i + 2])));
                    break;
                case SKPathVerb.Cubic:
                    Add(new(Of(points[1]), Of(points[2]), Of(points[3])));
                    break;
                case SKPathVerb.Close:
                    End(true);
                    break;
            }
        }

        End(false);
        return new(contours.ToImmutable());

        void Add(Curve curve)
        {
            curves.Add(curve);
            at = curve.End;
        }

        void End(bool closed)
        {
            if (curves.Count > 0) contours.Add(new(start, [.. curves], closed));
            curves.Clear();
            at = start;
        }
    }

    // The same curve, one degree higher.
    private static Curve Raised(Point from, Point control, Point to) => new(from + (control - from) * (2 / 3f),
        to + (control - to) * (2 / 3f), to);

    private static Point Of(SKPoint point) => new(point.X, point.Y);
}
