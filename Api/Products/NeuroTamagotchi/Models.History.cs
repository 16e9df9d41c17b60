using Platform.Api.Billing;
using Platform.Api.Security;

namespace Platform.Api.Products.NeuroTamagotchi;

/// <param name="Excerpt">The part of the content that was found.</param>
internal sealed record FoundMessageResponse(MessageResponse Message, string Excerpt);

/// <param name="NextCursor">To be sent as <c>cursor</c>; null: nothing older is there.</param>
internal sealed record SearchResponse(IReadOnlyList<FoundMessageResponse> Items, string? NextCursor);

/// <param name="Messages">The oldest first.</param>
internal sealed record ConversationExport(DateTime ExportedAt, CharacterResponse Character, IAsyncEnumerable<MessageResponse> Messages);

internal sealed record CharacterExport(CharacterResponse Character, IAsyncEnumerable<MessageResponse> Messages);

internal sealed record AccountExport(
    DateTime ExportedAt,
    MeResponse User,
    IReadOnlyList<SessionExport> Sessions,
    IReadOnlyList<UserMissionResponse> Missions,
    IReadOnlyList<CompletedMissionResponse> CompletedMissions,
    IAsyncEnumerable<BilledInvoice> Invoices,
    IAsyncEnumerable<CharacterExport> Characters);
