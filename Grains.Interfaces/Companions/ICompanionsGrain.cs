using Orleans.Concurrency;
using Platform.Conversations;

namespace Platform.Companions;

/// <summary>The companions of one account; the key is the account's id.</summary>
[Alias("platform.ICompanionsGrain")]
public interface ICompanionsGrain : IGrainWithStringKey
{
    /// <summary>Creates a companion, or refuses with <see cref="RefusalKind.LimitReached"/>. One at a time, so the limit is exact.</summary>
    /// <param name="id">The id to create it under: whoever creates again under the same id gets the same companion. Null: a new one.</param>
    [Alias("Create")]
    Task<Outcome<Companion>> Create(NewCompanion companion, string? id = null);

    /// <summary>All companions, the newest first.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<IReadOnlyList<Companion>> List();

    /// <summary>Messages of any of their conversations in which something occurs.</summary>
    [Alias("Search"), AlwaysInterleave]
    Task<FoundMessages> Search(SearchQuery query);

    /// <summary>Deletes all of them with their conversations. May be repeated after a crash.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}
