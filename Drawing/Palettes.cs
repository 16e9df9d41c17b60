using System.Collections.Immutable;
using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing;

/// <summary>The colours that a picture is made of.</summary>
public static class Palettes
{
    private const int Sample = 64;

    /// <summary>
    /// Up to five colours that stand out in a picture, the most important first; those of a transparent or nearly white ground don't
    /// count. An empty or all white picture gives none.
    /// </summary>
    /// <exception cref="InvalidDataException">It is no picture that can be decoded, or too large.</exception>
    public static ImmutableArray<Rgba> FromPicture(byte[] picture)
    {
        using var bitmap = RasterPictures.Decode(picture);
        return Of(bitmap);
    }

    internal static ImmutableArray<Rgba> Of(SKBitmap bitmap)
    {
        using var small = new SKBitmap(new SKImageInfo(Sample, Sample, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.ScalePixels(small, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var points = Points(small);
        if (points.Count == 0) return [];
        var clusters = Clusters(points);
        var most = clusters.Max(cluster => cluster.Weight);
        // Vivid colours are remembered more than their share of the area says.
        var ordered = clusters.Where(cluster => cluster.Weight > most * 0.03f && cluster.Weight > points.Count * 0.008f)
            .OrderByDescending(cluster => cluster.Weight * (0.25f + Math.Min(cluster.Center.Chroma, 0.2f) * 5)).ToList();
        List<Lab> chosen = [];
        foreach (var (center, _) in ordered)
        {
            if (chosen.Count < 5 && chosen.TrueForAll(other => other.To(center) > 0.09f)) chosen.Add(center);
        }

        return [.. chosen.Select(lab => lab.ToRgba())];
    }

    private static List<Lab> Points(SKBitmap small)
    {
        List<Lab> points = [];
        var pixels = small.GetPixelSpan();
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var alpha = pixels[i + 3];
            if (alpha < 128) continue;
            var lab = Lab.Of(new(Whole(pixels[i], alpha), Whole(pixels[i + 1], alpha), Whole(pixels[i + 2], alpha)));
            if (lab.L < 0.96f || lab.Chroma > 0.03f) points.Add(lab);
        }

        return points;
    }

    private static byte Whole(byte part, byte alpha) => (byte)Math.Min(255, part * 255 / alpha);

    // k-means in Oklab; the first centres are as far from each other as can be, so nothing is left to chance.
    private static List<(Lab Center, int Weight)> Clusters(List<Lab> points)
    {
        List<Lab> centers = [new(points.Average(p => p.L), points.Average(p => p.A), points.Average(p => p.B))];
        while (centers.Count < 10)
        {
            var far = points.MaxBy(point => centers.Min(center => center.To(point)));
            if (centers.Min(center => center.To(far)) < 0.05f) break;
            centers.Add(far);
        }

        var groups = new List<Lab>[centers.Count];
        for (var round = 0; round < 8; round++)
        {
            for (var i = 0; i < groups.Length; i++) groups[i] = [];
            foreach (var point in points) groups[Nearest(centers, point)].Add(point);
            for (var i = 0; i < groups.Length; i++)
            {
                if (groups[i].Count > 0)
                {
                    centers[i] = new(groups[i].Average(p => p.L), groups[i].Average(p => p.A), groups[i]
                        .Average(p => p.B));
                }
            }
        }

        return [.. centers.Select((center, i) => (center, groups[i].Count)).Where(cluster => cluster.Count > 0)];
    }

    private static int Nearest(List<Lab> centers, Lab point)
    {
        var nearest = 0;
        for (var i = 1; i < centers.Count; i++)
        {
            if (centers[i].To(point) < centers[nearest].To(point)) nearest = i;
        }

        return nearest;
    }

    private readonly record struct Lab(float L, float A, float B)
    {
        public float Chroma => MathF.Sqrt(A * A + B * B);

        public static Lab Of(Rgba color)
        {
            var tone = Oklch.Of(color);
            var (sin, cos) = MathF.SinCos(tone.H * MathF.PI / 180);
            return new(tone.L, tone.C * cos, tone.C * sin);
        }

        public Rgba ToRgba() => new Oklch(L, Chroma, (MathF.Atan2(B, A) * 180 / MathF.PI + 360) % 360).ToRgba();

        public float To(Lab other) =>
            MathF.Sqrt((L - other.L) * (L - other.L) + (A - other.A) * (A - other.A) + (B - other.B) * (B - other.B));
    }
}
