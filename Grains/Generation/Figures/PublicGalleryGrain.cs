using Orleans.Concurrency;

namespace Platform.Generation;

[GrainType("publicgallery"), StatelessWorker]
internal sealed class PublicGalleryGrain(FigureStore figures, FigureMarks marks, FigureRemoval removal) : Grain, IPublicGalleryGrain
{
    public Task<FigurePage> List(FigureQuery query, int? most, string? viewerId) => figures.ListAsync(query, ownerId: null, viewerId, most);

    public async Task<Outcome<Figure>> Get(string imageId) =>
        await figures.FindAsync(imageId, viewerId: null) is { Seen: Visibility.Public } row ? row.ToFigure() : GalleryGrain.NotFound;

    public async Task<ReportedFigures> Reported(int count)
    {
        var reported = new List<ReportedFigure>();
        foreach (var id in await marks.ReportedAsync(count))
        {
            if (await figures.FindAsync(id, viewerId: null) is { } row) reported.Add(new(row.ToFigure(), await marks.ReportsAsync(id)));
        }

        return new(reported);
    }

    public async Task<Outcome<Done>> Resolve(string imageId, bool remove)
    {
        if (await figures.FindAsync(imageId, viewerId: null) is not { } row) return GalleryGrain.NotFound;
        if (remove)
        {
            await removal.RemoveAsync(row);
            return Done.Instance;
        }

        // What its owner has hidden meanwhile stays hidden.
        var visibility = row.Seen == Visibility.Reported ? Visibility.Public : row.Seen;
        await figures.ChangeAsync(row, visibility, row.ToFigure().Tags, FigureMarks.RemoveReports(imageId));
        return Done.Instance;
    }
}
