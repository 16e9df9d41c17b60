using Platform.Drawing.Colors;
using Platform.Drawing.Scenes;
using SkiaSharp;

namespace Platform.Drawing.Mascots;

/// <summary>
/// Draws scenes as pixel art: on a coarse grid, without half tones, in few colours, within a dark line one pixel wide. Scenes that move
/// are drawn frame by frame in the same way.
/// </summary>
public static class PixelArt
{
    /// <summary>The pixels of a whole scene's side.</summary>
    public const int Grid = 64;

    private const int MostColors = 32;

    // Each pixel is decided by a vote of this many samples a side.
    private const int Samples = 4;

    private static readonly Rgba Ink = new(0x22, 0x1E, 0x33);

    /// <summary>Draws a square of a scene onto the canvas, in scene units; large pixels stay sharp at any size.</summary>
    /// <param name="square">The square of the scene, which also says where on the canvas it goes; null: the whole scene.</param>
    /// <param name="pixels">How many pixels its side has.</param>
    public static void Draw(SKCanvas canvas, Scene scene, Pose pose, SKRect? square = null, int pixels = Grid)
    {
        var region = square ?? new SKRect(0, 0, scene.Width, scene.Height);
        using var bitmap = Draw(scene, pose, region, pixels);
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, new SKRect(0, 0, pixels, pixels), region, new SKSamplingOptions(SKFilterMode.Nearest), null);
    }

    private static SKBitmap Draw(Scene scene, Pose pose, SKRect region, int pixels)
    {
        var info = new SKImageInfo(pixels * Samples, pixels * Samples, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        using var fine = new SKBitmap(info with { AlphaType = SKAlphaType.Premul });
        using (var canvas = new SKCanvas(fine))
        {
            canvas.Scale(info.Width / region.Width, info.Height / region.Height);
            canvas.Translate(-region.Left, -region.Top);
            canvas.Draw(scene, pose, antialias: false);
        }

        var cells = Vote(fine, pixels);
        Limit(cells);
        Line(cells, pixels);
        var bitmap = new SKBitmap(new SKImageInfo(pixels, pixels, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var bytes = bitmap.GetPixelSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            var (r, g, b, a) = cells[i];
            (bytes[i * 4], bytes[i * 4 + 1], bytes[i * 4 + 2], bytes[i * 4 + 3]) = (r, g, b, a);
        }

        return bitmap;
    }

    // The most frequent colour of each cell's samples; dark lines have a louder voice, or they would break up.
    private static Rgba[] Vote(SKBitmap fine, int pixels)
    {
        var cells = new Rgba[pixels * pixels];
        var source = fine.GetPixelSpan();
        Dictionary<Rgba, int> votes = [];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            votes.Clear();
            var (left, top) = (cell % pixels * Samples, cell / pixels * Samples);
            for (var i = 0; i < Samples * Samples; i++)
            {
                var at = ((top + i / Samples) * fine.Width + left + i % Samples) * 4;
                var alpha = source[at + 3];
                var color = alpha < 24 ? default : alpha > 127 ? new Rgba(source[at], source[at + 1], source[at + 2])
                    : new Rgba(Ink.R, Ink.G, Ink.B, 48);
                votes[color] = votes.GetValueOrDefault(color) + (color.A == 255 && color.R + color.G + color.B < 220 ? 3 : 2);
            }

            // Nearly always there is nothing to decide.
            cells[cell] = votes.Count == 1 ? votes.First().Key : votes.OrderByDescending(vote => vote.Value)
                .ThenBy(vote => vote.Key.R + vote.Key.G + vote.Key.B).ThenBy(vote => vote.Key.R).First().Key;
        }

        return cells;
    }

    private static void Limit(Rgba[] cells)
    {
        var ordered = cells.Where(cell => cell.A == 255).CountBy(cell => cell).OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key.Hex, StringComparer.Ordinal).Select(count => count.Key).ToList();
        if (ordered.Count <= MostColors) return;
        var kept = ordered[..MostColors];
        var nearest = ordered[MostColors..].ToDictionary(color => color, color => kept.MinBy(other => Distance(color, other)));
        for (var i = 0; i < cells.Length; i++)
        {
            if (nearest.TryGetValue(cells[i], out var near)) cells[i] = near;
        }
    }

    // Solid pixels at the border become the line about the figure: its own colour, nearly black.
    // What is too thin to have an inside, such as confetti, would be line and nothing else: it keeps its colour.
    private static void Line(Rgba[] cells, int pixels)
    {
        var solid = cells.Select(cell => cell.A == 255).ToArray();
        Dictionary<Rgba, Rgba> dark = [];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!solid[i]) continue;
            var (x, y) = (i % pixels, i / pixels);
            var inside = (x == 0 || solid[i - 1]) && (x == pixels - 1 || solid[i + 1]) && (y == 0 || solid[i - pixels])
                && (y == pixels - 1 || solid[i + pixels]);
            if (inside || !IsByInside(i)) continue;
            if (!dark.TryGetValue(cells[i], out var line)) dark[cells[i]] = line = cells[i].Darker(0.62f).Mix(Ink, 0.6f);
            cells[i] = line;
        }

        bool IsByInside(int cell)
        {
            var (x, y) = (cell % pixels, cell / pixels);
            for (var up = Math.Max(y - 1, 1); up <= Math.Min(y + 1, pixels - 2); up++)
            {
                for (var left = Math.Max(x - 1, 1); left <= Math.Min(x + 1, pixels - 2); left++)
                {
                    var at = up * pixels + left;
                    if (solid[at] && solid[at - 1] && solid[at + 1] && solid[at - pixels] && solid[at + pixels]) return true;
                }
            }

            return false;
        }
    }

    private static int Distance(Rgba a, Rgba b) => (a.R - b.R) * (a.R - b.R) + (a.G - b.G) * (a.G - b.G) + (a.B - b.B) * (a.B - b.B);
}
