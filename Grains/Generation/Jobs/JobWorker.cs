using System.Globalization;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

/// <summary>Makes what a job asks for: draws it, and keeps the files. It decides nothing about the job, and may be repeated.</summary>
internal sealed class JobWorker(IRenderer renderer, JobFiles files, JobStore jobs, BrandColors brand, IOptions<GenerationOptions> options)
{
    /// <param name="progress">How much is drawn, in [0, 1].</param>
    /// <param name="drawn">Called when it is drawn, before files are kept.</param>
    public async Task<JobResult> MakeAsync(StoredJob job, IProgress<double> progress, Func<Task> drawn, CancellationToken cancellation)
    {
        switch (job.Order)
        {
            case MascotOrder order:
                var colors = await brand.OfAsync(order, cancellation);
                var mascot = await renderer.DrawMascotAsync(order, colors, SeedOf(job.Id), progress, cancellation);
                await drawn();
                return new MascotResult(await PutAsync(mascot.FullBody), await PutAsync(mascot.Avatar), await PutAsync(mascot.Icon), mascot.Character);
            case AnimationOrder order:
                var source = await SourceAsync(order.MascotId, cancellation);
                var animation = await renderer.AnimateAsync(order, source, options.Value.Videos, progress, cancellation);
                await drawn();
                return new AnimationResult(
                    await PutAsync(animation.SpriteSheet),
                    await PutAsync(animation.Lottie),
                    animation.Webm is { } webm ? await PutAsync(webm) : null,
                    animation.Mov is { } mov ? await PutAsync(mov) : null,
                    animation.FrameCount,
                    animation.DurationMs,
                    animation.Columns);
            case LogoPackOrder order:
                var pack = await renderer.DrawLogosAsync(order, await SourceAsync(order.MascotId, cancellation), progress, cancellation);
                await drawn();
                var sizes = new List<LogoFile>();
                foreach (var logo in pack.Sizes) sizes.Add(new(logo.Name, logo.Width, logo.Height, await PutAsync(logo.File)));
                return new LogoPackResult(sizes, await PutAsync(pack.Zip));
            case FiguresOrder order:
                var art = await renderer.DrawFiguresAsync(order, order.Seed ?? SeedOf(job.Id), progress, cancellation);
                await drawn();
                var pictures = new List<FigurePicture>();
                foreach (var figure in art.Figures)
                {
                    pictures.Add(new(
                        PictureId(job.Id, pictures.Count),
                        await PutAsync(figure.Picture),
                        await PutAsync(figure.Thumbnail),
                        figure.Width,
                        figure.Height,
                        figure.Seed));
                }

                return new FiguresResult(pictures, [.. order.Tags.Concat(art.Tags).Distinct()]);
            default:
                throw new ArgumentException("Nobody knows how to make this.", nameof(job));
        }

        Task<string> PutAsync(RenderedFile file) => files.PutAsync(job, file, cancellation);
    }

    /// <summary>The same whenever and wherever the job is drawn, so that one that is begun again makes the same.</summary>
    private static long SeedOf(string jobId) => BitConverter.ToInt64(Guid.Parse(jobId).ToByteArray(bigEndian: true), 8) & long.MaxValue;

    /// <summary>Ids of a job's pictures are its own, counted on: unique, the same however often it is drawn, and in order of time.</summary>
    private static string PictureId(string jobId, int index) => string.Create(CultureInfo.InvariantCulture, $"{jobId}-{index}");

    private async Task<MascotSource> SourceAsync(string mascotId, CancellationToken cancellation)
    {
        if (await jobs.FindAsync(mascotId) is not { DeletedAt: null, Result: MascotResult mascot })
            throw new RenderRefusedException("The mascot was deleted.");
        return new MascotSource(mascot.Character, await files.ReadAsync(mascot.FullBody, cancellation));
    }
}
