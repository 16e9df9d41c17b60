using System.Globalization;
using Platform.Drawing.Mascots;
using Platform.Drawing.Scenes;

namespace Platform.Generation;

/// <summary>Draws with no network: the same order with the same seed is the same picture.</summary>
internal sealed class BuiltinRenderer(RenderThreads threads) : IRenderer
{
    public async Task<MascotArt> DrawMascotAsync(
        MascotOrder order, IReadOnlyList<string> brandColors, long seed, IProgress<double> progress, CancellationToken cancellation)
    {
        var style = MascotDesigner.StyleOf(order.Style) ?? throw new RenderRefusedException("Nobody draws in this style.");
        var (design, pictures) = await threads.RunAsync(
            () =>
            {
                var design = MascotDesigner.Design(order.Prompt, style, Fold(seed), [.. brandColors.Select(Color)]);
                return (design, MascotPictures.Draw(design));
            },
            cancellation);
        return new(new("png", pictures.FullBody), new("png", pictures.Avatar), new("png", pictures.Icon), design.ToJson());
    }

    public Task<AnimationArt> AnimateAsync(
        AnimationOrder order, MascotSource mascot, bool videos, IProgress<double> progress, CancellationToken cancellation) =>
        throw new RenderRefusedException("Not yet.");

    public async Task<LogoPackArt> DrawLogosAsync(LogoPackOrder order, MascotSource mascot, IProgress<double> progress, CancellationToken cancellation)
    {
        var colors = order.BrandColors.Select(Color).ToList();
        var pack = await threads.RunAsync(
            () => mascot.Character is { } character
                ? LogoPack.Draw(MascotDesign.FromJson(character), colors)
                : LogoPack.FromPicture(mascot.FullBody.ToArray(), colors),
            cancellation);
        return new([.. pack.Logos.Select(logo => new LogoArt(logo.Name, logo.Width, logo.Height, new("png", logo.Png)))], new("zip", pack.Zip));
    }

    public Task<FiguresArt> DrawFiguresAsync(FiguresOrder order, long seed, IProgress<double> progress, CancellationToken cancellation) =>
        throw new RenderRefusedException("Not yet.");

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> DrawAvatarsAsync(
        string style, IReadOnlyDictionary<string, string> appearance, long seed, CancellationToken cancellation) =>
        throw new RenderRefusedException("Not yet.");

    private static int Fold(long seed) => (int)(seed ^ (seed >> 32));

    private static Rgba Color(string hex) => new(
        byte.Parse(hex.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        byte.Parse(hex.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        byte.Parse(hex.AsSpan(5, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
