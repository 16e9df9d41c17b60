using System.Numerics;

namespace Platform.Drawing.Figures.Solids;

/// <summary>What the pixels of a view show, before any light falls on it. Only the part of the picture that shows something is
/// held.</summary>
internal sealed class Seen
{
    /// <summary>How far, in metres, surroundings keep light off.</summary>
    public const float Occlusion = 0.08f;

    private readonly Pixel[] _pixels;

    public Seen(View view, Tiles tiles)
    {
        View = view;
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, 0, 0);
        for (var tile = 0; tile < tiles.Columns * tiles.Rows; tile++)
        {
            if (tiles[tile].IsEmpty) continue;
            var (x, y) = (tile % tiles.Columns * Tiles.Size, tile / tiles.Columns * Tiles.Size);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + Tiles.Size),
                Math.Max(bottom, y + Tiles.Size));
        }

        (Left, Top) = (Math.Min(left, view.Width), Math.Min(top, view.Height));
        (Width, Height) = (Math.Max(Math.Min(right, view.Width) - Left, 0), Math.Max(Math.Min(bottom, view.Height) - Top, 0));
        _pixels = new Pixel[Width * Height];
    }

    public View View { get; }

    public int Left { get; }

    public int Top { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A pixel by its place in the part that is held; what lies beyond shows nothing.</summary>
    public Pixel this[int x, int y] => x >= 0 && y >= 0 && x < Width && y < Height ? _pixels[y * Width + x] : default;

    public Vector3 PlaceOf(int x, int y, in Pixel pixel)
    {
        var (px, py) = (x + Left + 0.5f, y + Top + 0.5f);
        return View.Origin(px, py) + Vector3.Normalize(View.Direction(px, py)) * pixel.Depth;
    }

    public void Set(int x, int y, float depth, Vector3 normal, Vector3 color, short solid, float open) =>
        _pixels[(y - Top) * Width + x - Left] = new Pixel(depth, normal, Pixel.Pack(color, open), solid);
}

/// <summary>One pixel: nothing where its depth is 0. There are millions of them, so its tones are packed into four bytes.</summary>
/// <param name="Depth">The distance along its ray, in metres.</param>
/// <param name="Tones">The square roots of red, green, blue and openness, a byte each.</param>
internal readonly record struct Pixel(float Depth, Vector3 Normal, uint Tones, short Solid)
{
    public bool IsEmpty => Depth <= 0;

    /// <summary>Linear.</summary>
    public Vector3 Color => new(Tone(Tones), Tone(Tones >> 8), Tone(Tones >> 16));

    /// <summary>How little its surroundings shade it: 1 is open.</summary>
    public float Open => Tone(Tones >> 24);

    public static uint Pack(Vector3 color, float open) => Byte(color.X) | Byte(color.Y) << 8 | Byte(color.Z) << 16 | Byte(open) << 24;

    private static uint Byte(float tone) => (uint)(MathF.Sqrt(Math.Clamp(tone, 0, 1)) * 255 + 0.5f);

    private static float Tone(uint packed)
    {
        var root = (packed & 255) / 255f;
        return root * root;
    }
}
