using Platform.Billing;
using Platform.Conversations;
using Platform.Conversations.Search;
using Platform.Identity;

namespace Platform.Companions;

[GrainType("companions")]
internal sealed class CompanionsGrain(IGrainFactory grains, IdSource ids, CompanionIndex index) : Grain, ICompanionsGrain
{
    /// <summary>Keeps one account from filling the store, where no plan says how many it may have.</summary>
    private const int MaxCompanions = 100;

    private string OwnerId => this.GetPrimaryKeyString();

    public async Task<Outcome<Companion>> Create(NewCompanion companion, string? id)
    {
        // A request that its account's deletion has overtaken: what it made now, nobody would remove.
        var owner = await grains.GetGrain<IUserGrain>(OwnerId).GetAccount();
        if (owner.Value is not { } account) return owner.Refusal!;
        var plan = PlanCatalogue.Find(account.Product)?[account.PlanId];
        var most = plan?.Limits.Companions ?? MaxCompanions;
        var existing = await index.OfOwnerAsync(OwnerId);
        var actor = grains.GetGrain<ICompanionGrain>(id ?? ids.Next());
        if (existing.Count < most) return await actor.Create(OwnerId, companion);
        // One that is created again is among those already, or was saved before a crash kept it from the list.
        if (id is not null && await actor.Get(OwnerId) is { Value: not null } made) return made;
        return new Refusal(
            RefusalKind.LimitReached,
            plan is null
                ? $"You already have {existing.Count} companions, and {most} is the most."
                : $"You already have {existing.Count} of the {most} that the {plan.Name} plan allows.");
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

    // Interleaves: it holds no state.
    public async Task<FoundMessages> Search(SearchQuery query)
    {
        var companions = await index.OfOwnerAsync(OwnerId);
        var found = await Task.WhenAll(companions.Select(id => grains.GetGrain<ICompanionPastGrain>(id).Search(OwnerId, query)));
        var pages = found.Select(outcome => outcome.Value).OfType<FoundMessages>().Select(page => (page.Items, page.Next)).ToList();
        var (items, next) = Pages.Merge(pages, PlaceOf, query.Limit);
        return new(items, next);
    }

    private static SearchPlace PlaceOf(FoundMessage found) =>
        new(found.Message.Message.CreatedAt, found.Message.Message.ConversationId, found.Message.Message.Seq);
}
