using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Companions;

namespace Platform.Api.Products.Demi;

internal static class Exports
{
    private static DemiJson Json => DemiJson.Default;

    public static async Task<Attachment<ConversationExport>> Conversation(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var demi = (await grains.GetGrain<ICompanionGrain>(caller.AccountId).Get(caller.AccountId)).OrThrow();
        var export = new ConversationExport(clock.GetUtcNow().UtcDateTime, demi.Id, Messages(caller, grains));
        return Attachment.Of("demi-conversation.json", export, Json.ConversationExport);
    }

    public static async Task<Attachment<AccountExport>> Account(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var account = await caller.AccountAsync(grains);
        var demi = (await grains.GetGrain<ICompanionGrain>(caller.AccountId).Get(caller.AccountId)).OrThrow();
        var settings = (await grains.GetGrain<ICompanionAutonomyGrain>(caller.AccountId).GetAutonomy(caller.AccountId)).OrThrow();
        var export = new AccountExport(
            clock.GetUtcNow().UtcDateTime,
            new UserExport(account.Id, account.Email, account.Username, account.CreatedAt.UtcDateTime),
            (await Auth.SessionsAsync(caller, grains)).Sessions,
            EmotionalState.Of(demi.Emotions),
            demi.CurrentMood,
            Autonomy.View(settings),
            CheckIns(caller, grains),
            Messages(caller, grains));
        return Attachment.Of("demi-account.json", export, Json.AccountExport);
    }

    private static IAsyncEnumerable<CheckInResponse> CheckIns(Caller caller, IGrainFactory grains) =>
        Attachment.PagesAsync<CheckInResponse>(async seq =>
        {
            var page = (await Demi(caller, grains).CheckInsAfter(caller.AccountId, seq, Attachment.PageSize)).Value;
            return ([.. (page?.Items ?? []).Select(Autonomy.View)], page?.LastSeq ?? seq);
        });

    private static IAsyncEnumerable<MessageResponse> Messages(Caller caller, IGrainFactory grains) =>
        Attachment.PagesAsync<MessageResponse>(async seq =>
        {
            var page = (await Demi(caller, grains).ReadAfter(caller.AccountId, seq, Attachment.PageSize)).Value?.Items ?? [];
            return ([.. page.Select(Chat.View)], page.Count > 0 ? page[^1].Message.Seq : seq);
        });

    private static ICompanionPastGrain Demi(Caller caller, IGrainFactory grains) => grains.GetGrain<ICompanionPastGrain>(caller.AccountId);
}
