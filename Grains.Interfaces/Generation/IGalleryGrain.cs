using Orleans.Concurrency;

namespace Platform.Generation;

/// <summary>The pictures of figures as one account sees them; the key is the account's id. A picture that it may not see isn't there.</summary>
[Alias("platform.IGalleryGrain")]
public interface IGalleryGrain : IGrainWithStringKey
{
    /// <summary>Its own, whoever else sees them.</summary>
    [Alias("Own"), AlwaysInterleave]
    Task<FigurePage> Own(FigureQuery query);

    /// <summary>What it has marked, the latest mark first; those that it may not see any more are left out.</summary>
    [Alias("Favorites"), AlwaysInterleave]
    Task<FigurePage> Favorites(FigureQuery query);

    /// <summary><see cref="RefusalKind.NotFound"/>: there is none that it may see.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<Outcome<Figure>> Get(string imageId);

    /// <summary><see cref="RefusalKind.Forbidden"/>: it sees the picture, but it is somebody else's.</summary>
    [Alias("Change")]
    Task<Outcome<Figure>> Change(string imageId, FigureChange change);

    /// <summary>Removes it with its files. <see cref="RefusalKind.Forbidden"/>: as above.</summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete(string imageId);

    /// <summary>Marks it as a favourite, or takes the mark away.</summary>
    [Alias("ToggleFavorite")]
    Task<Outcome<Figure>> ToggleFavorite(string imageId);

    /// <summary>Hides a public picture until an admin has looked. Its owner can't report it: <see cref="RefusalKind.Forbidden"/>.</summary>
    [Alias("Report")]
    Task<Outcome<Done>> Report(string imageId, FigureReport report);

    /// <summary>Removes the account's pictures, marks and reports.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}

/// <summary>The pictures that everybody sees. It has no state of its own, so any number of it may be at work.</summary>
[Alias("platform.IPublicGalleryGrain")]
public interface IPublicGalleryGrain : IGrainWithStringKey
{
    const string TheKey = "gallery";

    /// <summary>What matches, as far as the viewer's plan may see: the newest.</summary>
    /// <param name="viewerId">Whose favourites are marked; null: somebody without an account.</param>
    [Alias("List")]
    Task<FigurePage> List(FigureQuery query, string? viewerId);

    /// <summary><see cref="RefusalKind.NotFound"/>: there is none that everybody sees.</summary>
    [Alias("Get")]
    Task<Outcome<Figure>> Get(string imageId);

    /// <summary>What was reported and waits for an admin, the oldest first. <see cref="RefusalKind.Forbidden"/>: the account is no admin's.</summary>
    [Alias("Reported")]
    Task<Outcome<ReportedFigures>> Reported(string accountId, int count);

    /// <summary>An admin's word: it is shown again, or removed with its files. <see cref="RefusalKind.Forbidden"/>: as above.</summary>
    [Alias("Resolve")]
    Task<Outcome<Done>> Resolve(string accountId, string imageId, bool remove);
}
