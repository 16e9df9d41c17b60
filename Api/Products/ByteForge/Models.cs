using System.Text.Json.Serialization;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.ByteForge;

internal sealed record RegisterRequest(
    string? Email, string? Password, [property: JsonPropertyName("password2")] string? Password2, string? DisplayName);

internal sealed record LoginRequest(string? Email, string? Password);

internal sealed record RefreshRequest(string? Refresh);

internal sealed record LogoutRequest(string? Refresh);

internal sealed record UpdateProfileRequest(string? DisplayName);

/// <param name="Provider">How the account signs in: always <c>local</c> here.</param>
internal sealed record UserResponse(long Id, string Email, string? DisplayName, string Provider, bool IsAdmin, DateTime CreatedAt);

internal sealed record TokenPair(string Refresh, string Access);

internal sealed record SignedInResponse(string Message, UserResponse User, TokenPair Tokens);

internal sealed record ProfileUpdatedResponse(string Message, UserResponse User);

internal sealed record MessageOnly(string Message);

internal sealed record CreateConversationRequest(string? Title);

internal sealed record RenameConversationRequest(string? Title);

internal sealed record SendRequest(long? ConversationId, string? Message);

/// <param name="User">The number of the owner's account.</param>
internal sealed record ConversationResponse(
    long Id,
    long User,
    string Title,
    long TotalTokensUsed,
    long TokenLimit,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    long MessageCount,
    LastMessageResponse? LastMessage);

internal sealed record LastMessageResponse(string Content, DateTime CreatedAt);

/// <param name="User">Who wrote it; null: the assistant.</param>
internal sealed record MessageResponse(
    long Id, long Conversation, long? User, string Role, string Content, long TokensUsed, DateTime CreatedAt);

internal sealed record HistoryResponse(ConversationResponse Conversation, IReadOnlyList<MessageResponse> Messages);

internal sealed record SendResponse(MessageResponse UserMessage, MessageResponse AiResponse, ConversationResponse Conversation);

/// <param name="Status"><c>writing</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="UserMessage">What is answered; null: its turn has not come yet.</param>
/// <param name="Content">The text so far.</param>
/// <param name="AiResponse">The answer, when it is done.</param>
internal sealed record ReplyResponse(string Status, MessageResponse? UserMessage, string Content, MessageResponse? AiResponse);

internal sealed record TokenUsageResponse(
    long ConversationId, long TotalTokensUsed, long TokenLimit, long TokensRemaining, double PercentageUsed);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(Leaving))]
[JsonSerializable(typeof(LogoutRequest))]
[JsonSerializable(typeof(UpdateProfileRequest))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(TokenPair))]
[JsonSerializable(typeof(SignedInResponse))]
[JsonSerializable(typeof(ProfileUpdatedResponse))]
[JsonSerializable(typeof(MessageOnly))]
[JsonSerializable(typeof(CreateConversationRequest))]
[JsonSerializable(typeof(RenameConversationRequest))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(ConversationResponse))]
[JsonSerializable(typeof(IReadOnlyList<ConversationResponse>))]
[JsonSerializable(typeof(HistoryResponse))]
[JsonSerializable(typeof(SendResponse))]
[JsonSerializable(typeof(ReplyResponse))]
[JsonSerializable(typeof(TokenUsageResponse))]
[JsonSerializable(typeof(CreatePaymentRequest))]
[JsonSerializable(typeof(PaidResponse))]
[JsonSerializable(typeof(IReadOnlyList<PaymentResponse>))]
[JsonSerializable(typeof(DashboardResponse))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(ConversationExport))]
[JsonSerializable(typeof(AccountExport))]
internal sealed partial class ByteForgeJson : JsonSerializerContext;
