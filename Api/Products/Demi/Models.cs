using System.Text.Json.Serialization;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.Demi;

internal sealed record RegisterRequest(string? Email, string? Password, string? Username, string? DeviceName, string? DeviceFingerprint);

internal sealed record LoginRequest(string? Email, string? Password, string? DeviceName, string? DeviceFingerprint);

internal sealed record RefreshRequest(string? RefreshToken);

/// <param name="ExpiresIn">Seconds that the access token lives.</param>
/// <param name="RefreshExpiresIn">Seconds that are left of the session's seven days.</param>
internal sealed record TokenResponse(
    string AccessToken,
    string RefreshToken,
    string TokenType,
    long ExpiresIn,
    long RefreshExpiresIn,
    string UserId,
    string Email,
    string SessionId);

internal sealed record SessionResponse(
    string SessionId, string DeviceName, DateTime CreatedAt, DateTime LastActivity, DateTime ExpiresAt, bool IsActive, bool IsCurrent);

internal sealed record SessionsResponse(IReadOnlyList<SessionResponse> Sessions, int TotalCount);

internal sealed record MessageOnly(string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(Leaving))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(SessionsResponse))]
[JsonSerializable(typeof(MessageOnly))]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(HistoryResponse))]
[JsonSerializable(typeof(IReadOnlyList<MessageResponse>))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SendResponse))]
[JsonSerializable(typeof(MessageResponse))]
[JsonSerializable(typeof(ReplyResponse))]
[JsonSerializable(typeof(AutonomyConfig))]
[JsonSerializable(typeof(AutonomyConfigRequest))]
[JsonSerializable(typeof(CheckInsResponse))]
[JsonSerializable(typeof(ForecastResponse))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(ConversationExport))]
[JsonSerializable(typeof(AccountExport))]
[JsonSerializable(typeof(ClientEvent))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(MessageIdEvent))]
[JsonSerializable(typeof(TypingEvent))]
[JsonSerializable(typeof(EmotionUpdateEvent))]
[JsonSerializable(typeof(ErrorEvent))]
[JsonSerializable(typeof(ResyncEvent))]
[JsonSerializable(typeof(PongEvent))]
internal sealed partial class DemiJson : JsonSerializerContext;
