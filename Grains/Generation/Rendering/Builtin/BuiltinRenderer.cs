using Platform.Drawing.Avatars;
using Platform.Drawing.Figures;
using Platform.Drawing.Mascots;

namespace Platform.Generation;

/// <summary>Draws with no network: the same order with the same seed is the same picture.</summary>
internal sealed class BuiltinRenderer(RenderThreads threads, AnimationFilms films) : IRenderer
{
    public async Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var style = MascotDesigner.StyleOf(order.Style) ?? throw new RenderRefusedException("Nobody draws in this style.");
        var (design, pictures) = await threads.RunAsync(
            () =>
            {
                var design = MascotDesigner.Design(order.Prompt, style, (int)(seed ^ (seed >> 32)), RasterMascots.Colors(brandColors));
                return (design, MascotPictures.Draw(design));
            },
            cancellation);
        return RasterMascots.Art(pictures, design.ToJson());
    }

    public Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation) =>
        films.MakeAsync(order, mascot, videos, progress, cancellation);

    public async Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation)
    {
        var pack = await threads.RunAsync(() => RasterMascots.Logos(mascot, RasterMascots.Colors(order.BrandColors)), cancellation);
        return RasterMascots.Art(pack);
    }

    public async Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var spec = FigureSpec.Read(order.Filters, order.Prompt) with { Format = order.Format };
        var size = FigureModels.Find(order.Model)!.Size;
        var figures = new List<FigureArt>();
        for (var i = 0; i < order.Count; i++)
        {
            var number = seed + i;
            var drawn = await threads.RunAsync(() => FigureArtist.Draw(spec, number, size), cancellation);
            figures.Add(new(
                new(order.Format == "png" ? "png" : "jpg", drawn.Bytes), new("jpg", drawn.Thumbnail), drawn.Width, drawn.Height, number));
            progress.Report((i + 1.0) / order.Count);
        }

        return new(figures, spec.Tags());
    }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation)
    {
        var pictures = await threads.RunAsync(() => AvatarPictures.DrawFour(style, appearance, seed), cancellation);
        return [.. pictures.Select(picture => new ReadOnlyMemory<byte>(picture))];
    }
}
