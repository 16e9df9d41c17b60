using Platform.Conversations.Search;
using Platform.Identity;
using Platform.Storage;

namespace Platform.Conversations;

[GrainType("conversations")]
internal sealed class ConversationsGrain(
    IGrainFactory grains, ConversationStore store, ConversationSearch search, Sequences.Sequences sequences, TimeProvider clock) : Grain, IConversationsGrain
{
    /// <summary>Lists are shown as a whole, so they have an end.</summary>
    private const int MaxConversations = 1000;

    private const long DefaultTokenLimit = 20_000;

    private string OwnerId => this.GetPrimaryKeyString();

    public async Task<Outcome<Conversation>> Create(string title, string operationId)
    {
        // A request that its account's deletion has overtaken: what it made now, nobody would remove.
        var account = await grains.GetGrain<IUserGrain>(OwnerId).GetAccount();
        if (account.Value is not { } owner) return account.Refusal!;
        if (await store.CreatedByAsync(OwnerId, operationId) is { } made) return made.Conversation;
        if (await store.CountAsync(OwnerId) >= MaxConversations)
            return new Refusal(RefusalKind.LimitReached, $"You already have {MaxConversations} conversations, which is the most.");

        var now = Instant.Truncate(clock.GetUtcNow());
        var number = await sequences.NextAsync("conversations");
        var conversation = new Conversation(number, owner.Number, title, 0, DefaultTokenLimit, 0, null, now, now);
        await store.AddAsync(OwnerId, operationId, conversation);
        return conversation;
    }

    // Interleaves: it holds no state.
    public Task<IReadOnlyList<Conversation>> List() => store.OfOwnerAsync(OwnerId);

    // Interleaves: it holds no state.
    public async Task<FoundConversationMessages> Search(SearchQuery query) => await search.FindAsync(await store.OfOwnerAsync(OwnerId), query);

    public async Task DeleteAll()
    {
        var conversations = await store.OfOwnerAsync(OwnerId);
        await Task.WhenAll(conversations.Select(one =>
            grains.GetGrain<IConversationGrain>(IConversationGrain.Key(one.Number)).Delete(OwnerId)));
    }
}
