namespace Platform.Companions;

[GrainType("companions")]
internal sealed class CompanionsGrain(IGrainFactory grains, IdSource ids, CompanionIndex index) : Grain, ICompanionsGrain
{
    /// <summary>Keeps one account from filling the store; plans that sell fewer say so themselves.</summary>
    private const int MaxCompanions = 100;

    private string OwnerId => this.GetPrimaryKeyString();

    public async Task<Outcome<Companion>> Create(NewCompanion companion)
    {
        var existing = await index.OfOwnerAsync(OwnerId);
        if (existing.Count >= MaxCompanions)
            return new Refusal(RefusalKind.LimitReached, $"You already have {existing.Count} companions, and {MaxCompanions} is the most.");
        return await grains.GetGrain<ICompanionGrain>(ids.Next()).Create(OwnerId, companion);
    }

    public async Task DeleteAll()
    {
        foreach (var id in await index.OfOwnerAsync(OwnerId)) await grains.GetGrain<ICompanionGrain>(id).Delete(OwnerId);
    }

    // Interleaves: it holds no state.
    public async Task<IReadOnlyList<Companion>> List()
    {
        var companions = await index.OfOwnerAsync(OwnerId);
        var views = await Task.WhenAll(companions.Select(id => grains.GetGrain<ICompanionGrain>(id).Get(OwnerId)));
        return [.. views.Select(view => view.Value).OfType<Companion>()];
    }
}
