using System.Numerics;
using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures.Shading;

/// <summary>A hall: a tiled floor, two rows of columns and a wall with an arch, in the camera's own perspective.</summary>
internal static class Colonnade
{
    private const float Wall = 9, Half = 3.1f, Tall = 5.2f;

    public static void Draw(SKCanvas canvas, View view, Dice dice)
    {
        var (light, mid, dark) = dice.Of([("#EDE4D3", "#CDBEA5", "#8A7A62"), ("#E3E4E2", "#BFC3C4", "#767D82"),
            ("#E9DAD0", "#CBAFA0", "#85685C")]);
        var away = view.Forward with { Y = 0 };
        away = away.LengthSquared() < 0.05f ? -Vector3.UnitZ : Vector3.Normalize(away);
        var room = new Room(canvas, view, away, Vector3.Cross(away, Vector3.UnitY));
        canvas.Clear(SKColor.Parse(mid));
        room.Quad((-Half * 3, 0, Wall), (Half * 3, 0, Wall), (Half * 3, Tall * 2, Wall), (-Half * 3, Tall * 2, Wall), SKColor.Parse(light),
            SKColor.Parse(mid));
        Arch(room, SKColor.Parse("#F7F3EA"), SKColor.Parse(dark));
        Floor(room, SKColor.Parse(light), SKColor.Parse(mid), SKColor.Parse(dark));
        for (var row = 3; row >= 0; row--)
        {
            foreach (var side in (ReadOnlySpan<float>)[-1, 1])
            {
                Column(room, side * Half, 1.4f + row * 2.2f, SKColor.Parse(light),
                SKColor.Parse(dark));
            }
        }

        Backdrop.Fill(canvas, SKShader.CreateRadialGradient(new SKPoint(view.Width / 2f, view.Height * 0.45f),
            Math.Max(view.Width, view.Height) * 0.75f, [SKColors.White.WithAlpha(70), SKColors.White.WithAlpha(20),
            SKColors.Black.WithAlpha(70)], [0, 0.45f, 1], SKShaderTileMode.Clamp));
    }

    private static void Floor(Room room, SKColor light, SKColor mid, SKColor dark)
    {
        room.Quad((-12, 0, -2.5f), (12, 0, -2.5f), (12, 0, Wall), (-12, 0, Wall), mid, light);
        for (var i = -12; i <= 12; i++)
        {
            for (var j = -3; j < 9; j++)
            {
                if (((i + j) & 1) == 0)
                    room.Quad((i, 0, j), (i + 1, 0, j), (i + 1, 0, j + 1), (i, 0, j + 1), dark.WithAlpha(58), dark.WithAlpha(58));
            }
        }
    }

    private static void Arch(Room room, SKColor sky, SKColor dark)
    {
        var points = new List<(float, float, float)> { (1.5f, 0, Wall), (1.5f, 2.6f, Wall) };
        for (var step = 1; step < 24; step++)
        {
            var (sin, cos) = MathF.SinCos(MathF.PI * step / 24);
            points.Add((1.5f * cos, 2.6f + 1.5f * sin, Wall));
        }

        points.AddRange([(-1.5f, 2.6f, Wall), (-1.5f, 0, Wall)]);
        room.Polygon([.. points.Select(point => (point.Item1 * 1.14f, point.Item2 * 1.05f, point.Item3))], dark.WithAlpha(120),
            dark.WithAlpha(60));
        room.Polygon([.. points], sky, new SKColor(0xC9, 0xDB, 0xE6));
    }

    private static void Column(Room room, float x, float z, SKColor light, SKColor dark)
    {
        room.Post(x, z, 0.3f, 0.18f, Tall, light, dark);
        room.Post(x, z, 0.42f, 0, 0.18f, light, dark);
        room.Post(x, z, 0.4f, Tall - 0.3f, Tall, light, dark);
        room.Post(x, z, 0.6f, Tall, Tall + 0.9f, light, dark);
    }

    /// <summary>Coordinates of the hall (right, up, away from the camera), drawn as the camera sees them.</summary>
    private sealed class Room(SKCanvas canvas, View view, Vector3 away, Vector3 right)
    {
        private const float Nearest = 0.25f;

        public void Quad((float, float, float) a, (float, float, float) b, (float, float, float) c, (float, float, float) d, SKColor near,
            SKColor far) => Polygon([a, b, c, d], near, far);

        /// <summary>A flat piece, shaded from its first point to its last but one.</summary>
        public void Polygon((float X, float Y, float Z)[] corners, SKColor near, SKColor far)
        {
            var seen = Clipped([.. corners.Select(corner => right * corner.X + Vector3.UnitY * corner.Y + away * corner.Z)]);
            if (seen.Count < 3) return;
            using var builder = new SKPathBuilder();
            var points = seen.Select(place => view.Project(place)).Select(at => new SKPoint(Math.Clamp(at.X, -1e5f, 1e5f),
                Math.Clamp(at.Y, -1e5f, 1e5f))).ToArray();
            builder.AddPoly(points, true);
            using var path = builder.Detach();
            using var shader = SKShader.CreateLinearGradient(points[0], points[seen.Count / 2], [near, far], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader, IsAntialias = true };
            canvas.DrawPath(path, paint);
        }

        /// <summary>A round post, shaded across.</summary>
        public void Post(float x, float z, float radius, float bottom, float top, SKColor light, SKColor dark)
        {
            var foot = right * x + away * z;
            if (view.Project(foot).Depth < 0.6f) return;
            var edge = view.Right * radius;
            var (a, b) = (view.Project(foot - edge + Vector3.UnitY * bottom), view.Project(foot + edge + Vector3.UnitY * bottom));
            var (c, d) = (view.Project(foot + edge + Vector3.UnitY * top), view.Project(foot - edge + Vector3.UnitY * top));
            using var builder = new SKPathBuilder();
            builder.AddPoly([new SKPoint(a.X, a.Y), new SKPoint(b.X, b.Y), new SKPoint(c.X, c.Y), new SKPoint(d.X, d.Y)], true);
            using var path = builder.Detach();
            using var shader = SKShader.CreateLinearGradient(new SKPoint(a.X, a.Y), new SKPoint(b.X, b.Y),
                [Between(light, dark, 0.35f), light, Between(light, dark, 0.5f), dark], [0, 0.3f, 0.75f, 1], SKShaderTileMode.Clamp);
            using var paint = new SKPaint { Shader = shader, IsAntialias = true };
            canvas.DrawPath(path, paint);
        }

        // What lies behind the eye is cut away.
        private List<Vector3> Clipped(Vector3[] corners)
        {
            var kept = new List<Vector3>();
            for (var i = 0; i < corners.Length; i++)
            {
                var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
                var (from, to) = (view.Project(a).Depth - Nearest, view.Project(b).Depth - Nearest);
                if (from >= 0) kept.Add(a);
                if (from >= 0 != to >= 0) kept.Add(Vector3.Lerp(a, b, from / (from - to)));
            }

            return kept;
        }

        private static SKColor Between(SKColor a, SKColor b, float at) => new((byte)(a.Red + (b.Red - a.Red) * at),
            (byte)(a.Green + (b.Green - a.Green) * at), (byte)(a.Blue + (b.Blue - a.Blue) * at));
    }
}
