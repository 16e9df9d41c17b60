namespace Platform.Generation;

/// <summary>What reads interleaves: it keeps nothing. What changes queues, and a picture's revision keeps out who was slower.</summary>
[GrainType("gallery")]
internal sealed class GalleryGrain(FigureStore figures, FigureMarks marks, FigureRemoval removal, TimeProvider clock) : Grain, IGalleryGrain
{
    private const int DeletedAtOnce = 100;

    public static readonly Refusal NotFound = new(RefusalKind.NotFound, "Image not found");
    private static readonly Refusal NotYours = new(RefusalKind.Forbidden, "Only the owner of an image may do this.");
    private static readonly Refusal Yours = new(RefusalKind.Forbidden, "This image is your own.");

    private string UserId => this.GetPrimaryKeyString();

    public Task<FigurePage> Own(FigureQuery query) => figures.ListAsync(query, UserId, UserId);

    public Task<FigurePage> Favorites(FigureQuery query) => figures.FavoritesAsync(query, UserId);

    public async Task<Outcome<Figure>> Get(string imageId) => await SeenAsync(imageId) is { } row ? row.ToFigure() : NotFound;

    public async Task<Outcome<Figure>> Change(string imageId, FigureChange change)
    {
        if (await SeenAsync(imageId) is not { } row) return NotFound;
        if (row.UserId != UserId) return NotYours;
        var visibility = change.IsPublic switch
        {
            null => row.Seen,
            false => Visibility.Private,
            // What was reported stays so, whatever its owner says of it.
            true => row.Seen == Visibility.Private && (await marks.ReportsAsync(imageId)).Count > 0 || row.Seen == Visibility.Reported
                ? Visibility.Reported
                : Visibility.Public,
        };
        await figures.ChangeAsync(row, visibility, change.Tags ?? row.ToFigure().Tags);
        return await Get(imageId);
    }

    public async Task<Outcome<Done>> Delete(string imageId)
    {
        if (await SeenAsync(imageId) is not { } row) return NotFound;
        if (row.UserId != UserId) return NotYours;
        await removal.RemoveAsync(row);
        return Done.Instance;
    }

    public async Task<Outcome<Figure>> ToggleFavorite(string imageId)
    {
        if (await SeenAsync(imageId) is not { } row) return NotFound;
        if (row.IsFavorite == 0) await marks.AddFavoriteAsync(UserId, imageId, clock.GetUtcNow());
        else await marks.RemoveFavoriteAsync(UserId, imageId);
        return row.ToFigure() with { IsFavorite = row.IsFavorite == 0 };
    }

    public async Task<Outcome<Done>> Report(string imageId, FigureReport report)
    {
        if (await SeenAsync(imageId) is not { } row) return NotFound;
        if (row.UserId == UserId) return Yours;
        await figures.ChangeAsync(row, Visibility.Reported, row.ToFigure().Tags, FigureMarks.Report(UserId, imageId, report, clock.GetUtcNow()));
        return Done.Instance;
    }

    public async Task DeleteAll()
    {
        while (await figures.SomeOfOwnerAsync(UserId, DeletedAtOnce) is { Count: > 0 } some) await removal.RemoveAsync(some);
        await marks.DeleteOfUserAsync(UserId);
        DeactivateOnIdle();
    }

    private async Task<FigureRow?> SeenAsync(string imageId) =>
        await figures.FindAsync(imageId, UserId) is { } row && row.IsSeenBy(UserId) ? row : null;
}
