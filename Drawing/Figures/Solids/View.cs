using System.Numerics;

namespace Platform.Drawing.Figures.Solids;

/// <summary>A camera, with perspective or without: how its pixels look into the world. Pixels count from the upper left corner.</summary>
internal sealed class View
{
    private readonly Vector3 _eye;
    private readonly float _scale, _centerX, _centerY;

    private View(Vector3 eye, Vector3 target, float roll, float scale, int width, int height, bool perspective)
    {
        (_eye, _scale, Width, Height, Perspective) = (eye, scale, width, height, perspective);
        (_centerX, _centerY) = (width / 2f, height / 2f);
        Forward = Vector3.Normalize(target - eye);
        var up = MathF.Abs(Forward.Y) > 0.995f ? -Vector3.UnitZ : Vector3.UnitY;
        var right = Vector3.Normalize(Vector3.Cross(Forward, up));
        var over = Vector3.Cross(right, Forward);
        var (sin, cos) = MathF.SinCos(roll);
        Right = right * cos + over * sin;
        Up = over * cos - right * sin;
    }

    public int Width { get; }

    public int Height { get; }

    public bool Perspective { get; }

    public Vector3 Forward { get; }

    public Vector3 Right { get; }

    public Vector3 Up { get; }

    /// <param name="focal">The distance of the picture plane, in pixels.</param>
    public static View From(Vector3 eye, Vector3 target, float roll, float focal, int width, int height) =>
        new(eye, target, roll, focal, width, height, perspective: true);

    /// <param name="scale">Pixels a metre.</param>
    public static View Parallel(Vector3 eye, Vector3 target, float roll, float scale, int width, int height) =>
        new(eye, target, roll, scale, width, height, perspective: false);

    /// <summary>Where the ray of a pixel begins.</summary>
    public Vector3 Origin(float x, float y) => Perspective ? _eye : _eye + OffAxis(x, y);

    /// <summary>Where the ray of a pixel goes, not a unit vector.</summary>
    public Vector3 Direction(float x, float y) => Perspective ? Forward + OffAxis(x, y) : Forward;

    /// <summary>The pixel at which a place is seen, and how many pixels a metre has there. Behind the eye there is none.</summary>
    public (float X, float Y, float Scale, float Depth) Project(Vector3 place)
    {
        var seen = place - _eye;
        var depth = Vector3.Dot(seen, Forward);
        var scale = Perspective ? _scale / MathF.Max(depth, 1e-3f) : _scale;
        return (_centerX + Vector3.Dot(seen, Right) * scale, _centerY - Vector3.Dot(seen, Up) * scale, scale, depth);
    }

    private Vector3 OffAxis(float x, float y) => Right * ((x - _centerX) / _scale) + Up * ((_centerY - y) / _scale);
}
