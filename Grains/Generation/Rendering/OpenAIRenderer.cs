using Platform.Drawing.Figures;
using Platform.Drawing.Mascots;
using SkiaSharp;

namespace Platform.Generation;

/// <summary>
/// Draws by a server that speaks OpenAI's image generations. It paints the character once; avatar, icon, logos and animations are made of that
/// picture, so that it is the same character everywhere.
/// </summary>
internal sealed class OpenAIRenderer(OpenAIImages images, RenderThreads threads, AnimationFilms films) : IRenderer
{
    private const int Square = 1024;
    private const int ThumbnailSide = 256;
    private const int AvatarSide = 512;
    private const int Avatars = 4;

    private static readonly Dictionary<string, string> Styles = new()
    {
        ["kawaii"] = "kawaii style, pastel colours, big head, small body",
        ["cartoon"] = "bold cartoon style with dark outlines",
        ["flat"] = "flat vector style, no outlines, few colours",
        ["pixel"] = "pixel art with large hard-edged pixels",
        ["3d"] = "glossy 3D vinyl toy style, soft studio light",
        ["match_brand"] = "clean flat brand mascot style",
    };

    public async Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var colors = brandColors.Count == 0 ? "" : $" Use the brand colours {string.Join(", ", brandColors)}.";
        var prompt = $"A mascot character: {order.Prompt}. {Styles[order.Style]}. Full body, standing, facing the viewer, centred, alone, plain transparent background.{colors}";
        var painted = await images.GenerateAsync(new ImageRequest(prompt, Square, Square, IsTransparent: true, seed), cancellation);
        progress.Report(0.8);
        return RasterMascots.Art(await UsableAsync(() => MascotPictures.FromPicture(painted[0].Content), cancellation), character: null);
    }

    public Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation) =>
        films.MakeAsync(order, mascot, videos, progress, cancellation);

    public async Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation) =>
        RasterMascots.Art(await threads.RunAsync(() => RasterMascots.Logos(mascot, RasterMascots.Colors(order.BrandColors)), cancellation));

    public async Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var spec = FigureSpec.Read(order.Filters, order.Prompt);
        var asked = order.Filters.Count == 0 ? "" : $" ({string.Join(", ", order.Filters.Select(filter => $"{filter.Key.Replace('_', ' ')}: {filter.Value}"))})";
        var (width, height) = spec.AspectRatio switch
        {
            "square" => (Square, Square),
            "landscape" or "wide" => (Square * 3 / 2, Square),
            _ => (Square, Square * 3 / 2),
        };
        var figures = new List<FigureArt>();
        while (figures.Count < order.Count)
        {
            var left = order.Count - figures.Count;
            var number = seed + figures.Count;
            try
            {
                var request = new ImageRequest($"Figure drawing reference, tasteful, clothed: {order.Prompt}{asked}", width, height, Seed: number, Count: left);
                foreach (var painted in await images.GenerateAsync(request, cancellation))
                    figures.Add(await UsableAsync(() => Figure(painted.Content, order.Format, seed + figures.Count), cancellation));
            }
            catch (TransientRenderException) when (figures.Count > 0)
            {
                // What was delivered is charged, and what wasn't is not.
                break;
            }

            progress.Report((double)figures.Count / order.Count);
        }

        return new(figures, spec.Tags());
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation)
    {
        var looks = string.Join(", ", appearance.Select(part => $"{part.Key.Replace('_', ' ')}: {part.Value}"));
        var pictures = new List<ReadOnlyMemory<byte>>();
        while (pictures.Count < Avatars)
        {
            var request = new ImageRequest($"Portrait of a character, {style} style, {looks}", Square, Square, Seed: seed + pictures.Count, Count: Avatars - pictures.Count);
            foreach (var painted in await images.GenerateAsync(request, cancellation))
                pictures.Add(await UsableAsync(() => Resized(painted.Content, AvatarSide, SKEncodedImageFormat.Png).Content, cancellation));
        }

        return pictures;
    }

    /// <summary>A picture that nobody can read is one that the server may do better next time.</summary>
    private async Task<T> UsableAsync<T>(Func<T> use, CancellationToken cancellation)
    {
        try
        {
            return await threads.RunAsync(use, cancellation);
        }
        catch (InvalidDataException error)
        {
            throw new TransientRenderException("The server of pictures sent one that can't be read.", null, error);
        }
    }

    private static FigureArt Figure(byte[] painted, string format, long seed)
    {
        var whole = Resized(painted, int.MaxValue, format == "png" ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg);
        var small = Resized(painted, ThumbnailSide, SKEncodedImageFormat.Jpeg);
        return new(new(format == "png" ? "png" : "jpg", whole.Content), new("jpg", small.Content), whole.Width, whole.Height, seed);
    }

    /// <param name="side">The longer side at most.</param>
    private static (byte[] Content, int Width, int Height) Resized(byte[] painted, int side, SKEncodedImageFormat format)
    {
        using var bitmap = Platform.Drawing.RasterPictures.Decode(painted);
        var factor = Math.Min(1, (double)side / Math.Max(bitmap.Width, bitmap.Height));
        var size = new SKImageInfo(Math.Max(1, (int)(bitmap.Width * factor)), Math.Max(1, (int)(bitmap.Height * factor)));
        using var resized = factor < 1 ? bitmap.Resize(size, new SKSamplingOptions(SKCubicResampler.Mitchell)) : bitmap.Copy();
        using var data = resized.Encode(format, 88);
        return (data.ToArray(), resized.Width, resized.Height);
    }
}
