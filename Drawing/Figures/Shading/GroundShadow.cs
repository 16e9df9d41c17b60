using System.Numerics;
using Platform.Drawing.Figures.Solids;
using SkiaSharp;

namespace Platform.Drawing.Figures.Shading;

/// <summary>The shadow that a figure casts on the ground, which is level at height 0.</summary>
internal static class GroundShadow
{
    // It is soft: an eighth of the fine pixels each way are enough.
    private const int Coarse = 8;

    public static void Draw(SKCanvas canvas, View view, Rig rig, ShadowMap shadows, Field field)
    {
        var (width, height) = (view.Width / Coarse, view.Height / Coarse);
        var feet = field.Solids.Where(solid => solid.Base.Y < 0.25f
            && solid.Layer is Bodies.Sculpture.Skin or Bodies.Sculpture.Coat).Select(solid => (solid.Base,
            Reach: solid.Reach + solid.Length * 0.5f)).ToArray();
        using var mask = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8));
        var values = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (px, py) = ((x + 0.5f) * Coarse, (y + 0.5f) * Coarse);
                var (from, way) = (view.Origin(px, py), view.Direction(px, py));
                if (way.Y >= -1e-4f || from.Y <= 0) continue;
                var place = from - way * (from.Y / way.Y);
                if (Vector3.DistanceSquared(place, Vector3.Zero) > 30) continue;
                var dark = (1 - shadows.Light(place + new Vector3(0, 0.003f, 0), 32, 0)) * rig.ShadowDepth + Contact(place,
                    feet) * (0.2f + rig.ShadowDepth * 0.5f);
                values[y * width + x] = (byte)(Math.Clamp(dark, 0, 0.88f) * 255);
            }
        }

        System.Runtime.InteropServices.Marshal.Copy(values, 0, mask.GetPixels(), values.Length);
        using var image = SKImage.FromBitmap(mask);
        using var paint = new SKPaint { Color = new SKColor(12, 12, 20) };
        canvas.DrawImage(image, new SKRect(0, 0, view.Width, view.Height), new SKSamplingOptions(SKCubicResampler.Mitchell), paint);
    }

    // Where something is close to the ground, little light of any kind gets in between.
    private static float Contact(Vector3 place, (Vector3 Base, float Reach)[] feet)
    {
        var most = 0f;
        foreach (var (center, reach) in feet)
        {
            var flat = new Vector2(place.X - center.X, place.Z - center.Z).Length() / (reach + 0.05f);
            most = MathF.Max(most, MathF.Max(1 - flat, 0) * MathF.Max(1 - center.Y * 4, 0));
        }

        return most * most * (3 - 2 * most);
    }
}
