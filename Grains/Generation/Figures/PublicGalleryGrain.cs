using Orleans.Concurrency;
using Platform.Billing;
using Platform.Identity;

namespace Platform.Generation;

[GrainType("publicgallery"), StatelessWorker]
internal sealed class PublicGalleryGrain(FigureStore figures, FigureMarks marks, FigureRemoval removal, IGrainFactory grains)
    : Grain, IPublicGalleryGrain
{
    private static readonly Refusal NoAdmin = new(RefusalKind.Forbidden, "Only admins may do this.");

    public async Task<FigurePage> List(FigureQuery query, string? viewerId)
    {
        var plans = PlanCatalogue.Of(Products.FigureForge);
        var bought = viewerId is null ? null : (await grains.GetGrain<IBillingGrain>(viewerId).Get(Products.FigureForge)).PlanId;
        return await figures.ListAsync(query, ownerId: null, viewerId, (plans[bought] ?? plans.Free).Limits.Gallery);
    }

    public async Task<Outcome<Figure>> Get(string imageId) =>
        await figures.FindAsync(imageId, viewerId: null) is { Seen: Visibility.Public } row ? row.ToFigure() : GalleryGrain.NotFound;

    public async Task<Outcome<ReportedFigures>> Reported(string accountId, int count)
    {
        if (!await IsAdminAsync(accountId)) return NoAdmin;
        var reported = new List<ReportedFigure>();
        foreach (var id in await marks.ReportedAsync(count))
        {
            if (await figures.FindAsync(id, viewerId: null) is { } row) reported.Add(new(row.ToFigure(), await marks.ReportsAsync(id)));
        }

        return new ReportedFigures(reported);
    }

    public async Task<Outcome<Done>> Resolve(string accountId, string imageId, bool remove)
    {
        if (!await IsAdminAsync(accountId)) return NoAdmin;
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

    private async Task<bool> IsAdminAsync(string accountId) => (await grains.GetGrain<IUserGrain>(accountId).GetAccount()).Value?.IsAdmin == true;
}
