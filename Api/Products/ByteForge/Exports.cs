using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Conversations;

namespace Platform.Api.Products.ByteForge;

internal static class Exports
{
    private static ByteForgeJson Json => ByteForgeJson.Default;

    public static async Task<Attachment<ConversationExport>> OfConversation(
        long conversationId, Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var conversation = (await Chat.Actor(conversationId, grains).Get(caller.AccountId)).OrThrow();
        var export = new ConversationExport(clock.GetUtcNow().UtcDateTime, Chat.View(conversation), Messages(conversation, caller, grains));
        return Attachment.Of($"byteforge-conversation-{IConversationGrain.Key(conversationId)}.json", export, Json.ConversationExport);
    }

    public static async Task<Attachment<AccountExport>> Account(Caller caller, IGrainFactory grains, TimeProvider clock)
    {
        var export = new AccountExport(
            clock.GetUtcNow().UtcDateTime,
            Auth.User(await caller.AccountAsync(grains)),
            await SessionExport.OfAsync(caller, grains),
            await Payments.AllAsync(caller, grains),
            ConversationsAsync(caller, grains));
        return Attachment.Of("byteforge-account.json", export, Json.AccountExport);
    }

    private static async IAsyncEnumerable<ConversationOfAccount> ConversationsAsync(Caller caller, IGrainFactory grains)
    {
        foreach (var conversation in await grains.GetGrain<IConversationsGrain>(caller.AccountId).List())
            yield return new(Chat.View(conversation), Messages(conversation, caller, grains));
    }

    private static IAsyncEnumerable<MessageResponse> Messages(Conversation conversation, Caller caller, IGrainFactory grains) =>
        Attachment.PagesAsync<MessageResponse>(async seq =>
        {
            var page = (await Chat.Actor(conversation.Number, grains).ReadAfter(caller.AccountId, seq, Attachment.PageSize)).Value;
            return ([.. (page?.Items ?? []).Select(message => Chat.View(message, conversation))], page?.LastSeq ?? seq);
        });
}
