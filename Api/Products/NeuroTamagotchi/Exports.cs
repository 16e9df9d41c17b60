using Platform.Api.Billing;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Missions;

namespace Platform.Api.Products.NeuroTamagotchi;

internal static class Exports
{
    private static NeuroTamagotchiJson Json => NeuroTamagotchiJson.Default;

    public static async Task<Attachment<ConversationExport>> Conversation(
        string characterId, Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var companion = (await grains.GetGrain<ICompanionGrain>(CharacterId.Parse(characterId)).Get(caller.AccountId)).OrThrow();
        var export = new ConversationExport(clock.GetUtcNow().UtcDateTime, Characters.View(companion), Messages(companion.Id, caller, grains));
        return Attachment.Of($"neurotamagotchi-{companion.Id}.json", export, Json.ConversationExport);
    }

    public static async Task<Attachment<AccountExport>> Account(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var missions = grains.GetGrain<IMissionsGrain>(caller.AccountId);
        var export = new AccountExport(
            clock.GetUtcNow().UtcDateTime,
            Auth.View(await caller.AccountAsync(grains)),
            await SessionExport.OfAsync(caller, grains),
            [.. (await missions.List()).Select(Missions.View)],
            [.. (await missions.Completed()).Select(care => Missions.View(care, caller))],
            BilledInvoice.AllAsync(caller.AccountId, grains),
            CharactersAsync(caller, grains));
        return Attachment.Of("neurotamagotchi-account.json", export, Json.AccountExport);
    }

    private static async IAsyncEnumerable<CharacterExport> CharactersAsync(Caller caller, IGrainFactory grains)
    {
        foreach (var companion in await grains.GetGrain<ICompanionsGrain>(caller.AccountId).List())
            yield return new(Characters.View(companion), Messages(companion.Id, caller, grains));
    }

    private static IAsyncEnumerable<MessageResponse> Messages(string characterId, Caller caller, IGrainFactory grains)
    {
        var companion = grains.GetGrain<ICompanionPastGrain>(characterId);
        return Attachment.PagesAsync<MessageResponse>(async seq =>
        {
            var page = (await companion.ReadAfter(caller.AccountId, seq, Attachment.PageSize)).Value?.Items ?? [];
            return ([.. page.Select(message => Chat.View(message.Message))], page.Count > 0 ? page[^1].Message.Seq : seq);
        });
    }
}
