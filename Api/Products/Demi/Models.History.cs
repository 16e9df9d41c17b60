namespace Platform.Api.Products.Demi;

/// <param name="Excerpt">The part of the content that was found.</param>
internal sealed record FoundMessageResponse(MessageResponse Message, string Excerpt);

/// <param name="NextCursor">To be sent as <c>before</c>; null: nothing older is there.</param>
internal sealed record SearchResponse(IReadOnlyList<FoundMessageResponse> Messages, bool HasMore, DateTime? NextCursor);

/// <param name="Messages">The oldest first.</param>
internal sealed record ConversationExport(DateTime ExportedAt, string ConversationId, IAsyncEnumerable<MessageResponse> Messages);

internal sealed record UserExport(string UserId, string Email, string? Username, DateTime CreatedAt);

/// <param name="Checkins">The oldest first, as the messages.</param>
internal sealed record AccountExport(
    DateTime ExportedAt,
    UserExport User,
    IReadOnlyList<SessionResponse> Sessions,
    EmotionalState EmotionalState,
    string CurrentMood,
    AutonomyConfig Autonomy,
    IAsyncEnumerable<CheckInResponse> Checkins,
    IAsyncEnumerable<MessageResponse> Messages);
