using Orleans.Concurrency;

namespace Platform.Conversations;

/// <summary>The conversations of one account with the assistant; the key is the account's id.</summary>
[Alias("platform.IConversationsGrain")]
public interface IConversationsGrain : IGrainWithStringKey
{
    /// <summary>
    /// Creates a conversation, or refuses with <see cref="RefusalKind.LimitReached"/>, or with <see cref="RefusalKind.NotFound"/> where the
    /// account is gone. One at a time, so the limit is exact.
    /// </summary>
    /// <param name="title">1 to 255 characters.</param>
    /// <param name="operationId">Whoever creates again under the same id gets the same conversation.</param>
    [Alias("Create")]
    Task<Outcome<Conversation>> Create(string title, string operationId);

    /// <summary>All of them, the last updated first.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<IReadOnlyList<Conversation>> List();

    /// <summary>Messages of any of them in which something occurs.</summary>
    [Alias("Search"), AlwaysInterleave]
    Task<FoundConversationMessages> Search(SearchQuery query);

    /// <summary>Deletes all of them. May be repeated after a crash.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}
