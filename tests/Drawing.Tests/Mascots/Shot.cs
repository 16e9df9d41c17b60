using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Tests.Mascots;

/// <summary>A mascot's picture, to be measured: 128 by 128, on nothing.</summary>
internal sealed class Shot
{
    public const int Size = 128;

    private readonly SKColor[] _pixels;

    private Shot(SKColor[] pixels) => _pixels = pixels;

    public SKColor this[int x, int y] => _pixels[y * Size + x];

    public static Shot Of(string prompt, MascotStyle style = MascotStyle.Cartoon) => Of(MascotDesigner.Design(prompt, style, 1));

    public static Shot Of(MascotDesign design) => Of(MascotArtist.Draw(design), design.Style);

    public static Shot Of(Scene scene, MascotStyle style = MascotStyle.Cartoon)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(Size / scene.Width);
            MascotPainter.Draw(canvas, scene, Pose.Rest, style);
        }

        return new(bitmap.Pixels);
    }

    /// <summary>Only one part of a mascot, with what is in it.</summary>
    public static Shot OfPart(MascotDesign design, string name)
    {
        var scene = MascotArtist.Draw(design);
        return Of(scene with { Parts = [scene.AllParts().Single(part => part.Name == name)] });
    }

    public bool IsSolid(int x, int y) => this[x, y].Alpha > 200;

    /// <summary>The share of solid pixels that are like a colour in hue.</summary>
    public float ShareOfHue(float hue, float within = 25) => Share(color =>
    {
        color.ToHsv(out var h, out var saturation, out var value);
        return saturation > 30 && value > 25 && Math.Abs((h - hue + 540) % 360 - 180) < within;
    });

    public float Share(Func<SKColor, bool> test)
    {
        var solid = _pixels.Where(pixel => pixel.Alpha > 200).ToList();
        return solid.Count(test) / (float)Math.Max(1, solid.Count);
    }

    /// <summary>The share of solid neighbours that differ a little, as they do in gradients.</summary>
    public float Softness
    {
        get
        {
            var (soft, all) = (0, 0);
            for (var i = 1; i < _pixels.Length; i++)
            {
                var (a, b) = (_pixels[i - 1], _pixels[i]);
                if (a.Alpha < 250 || b.Alpha < 250) continue;
                all++;
                if (Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) is > 0 and < 24) soft++;
            }

            return soft / (float)Math.Max(1, all);
        }
    }

    public int Colors => _pixels.Where(pixel => pixel.Alpha > 0).Distinct().Count();

    /// <summary>The share of the pixels of either silhouette that only one of them has.</summary>
    public float SilhouetteDifference(Shot other)
    {
        var (any, one) = (0, 0);
        for (var i = 0; i < _pixels.Length; i++)
        {
            var (a, b) = (_pixels[i].Alpha > 200, other._pixels[i].Alpha > 200);
            if (a || b) any++;
            if (a != b) one++;
        }

        return one / (float)Math.Max(1, any);
    }

    /// <summary>The share of pixels that are visibly different.</summary>
    public float Difference(Shot other)
    {
        var different = 0;
        for (var i = 0; i < _pixels.Length; i++)
        {
            var (a, b) = (_pixels[i], other._pixels[i]);
            var color = Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);
            if (color + Math.Abs(a.Alpha - b.Alpha) > 48) different++;
        }

        return different / (float)_pixels.Length;
    }

    /// <summary>Where the two differ: the mean height and how much, in shares of the picture.</summary>
    public (float MeanY, int Count) WhereDifferent(Shot other)
    {
        var rows = new List<int>();
        for (var i = 0; i < _pixels.Length; i++)
        {
            if (_pixels[i] != other._pixels[i]) rows.Add(i / Size);
        }

        return (rows.Count == 0 ? 0 : (float)rows.Average() / Size, rows.Count);
    }
}
