using Platform.Api.Security;

namespace Platform.Api.Products.ByteForge;

/// <param name="ConversationTitle">Of the conversation that it is in.</param>
/// <param name="Excerpt">The part of the content that was found.</param>
internal sealed record FoundMessageResponse(MessageResponse Message, string ConversationTitle, string Excerpt);

/// <param name="NextCursor">To be sent as <c>cursor</c>; null: nothing older is there.</param>
internal sealed record SearchResponse(IReadOnlyList<FoundMessageResponse> Results, string? NextCursor);

/// <param name="Messages">The oldest first.</param>
internal sealed record ConversationExport(DateTime ExportedAt, ConversationResponse Conversation, IAsyncEnumerable<MessageResponse> Messages);

internal sealed record ConversationOfAccount(ConversationResponse Conversation, IAsyncEnumerable<MessageResponse> Messages);

internal sealed record AccountExport(
    DateTime ExportedAt,
    UserResponse User,
    IReadOnlyList<SessionExport> Sessions,
    IReadOnlyList<PaymentResponse> Payments,
    IAsyncEnumerable<ConversationOfAccount> Conversations);
