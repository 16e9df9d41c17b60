using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.NeuroTamagotchi;

internal sealed record RegisterRequest(string? Email, string? Username, string? Password, string? ConfirmPassword);

internal sealed record LoginRequest(string? Email, string? Password);

internal sealed record RefreshRequest(string? RefreshToken);

internal sealed record ForgotPasswordRequest(string? Email);

internal sealed record ResetPasswordRequest(string? Email, string? Code, string? Password);

internal sealed record MessageOnly(string Message);

/// <summary>The contract's three fields, and what later clients also read.</summary>
internal sealed record TokenResponse(
    string AccessToken, string RefreshToken, string TokenType, string UserId, string? Username, string Message);

internal sealed record MeResponse(string Id, string Email, string? Username, DateTime CreatedAt);

internal sealed record Personality(IReadOnlyList<string>? Traits, string? VoiceTone);

internal sealed record CreateCharacterRequest(
    string? Name, string? Style, IReadOnlyDictionary<string, string?>? Appearance, Personality? Personality, string? AvatarUrl);

/// <param name="AvatarUrl">Raw, because an absent avatar (leave it) and null (take it away) differ.</param>
internal sealed record UpdateCharacterRequest(
    string? Name, string? Style, IReadOnlyDictionary<string, string?>? Appearance, Personality? Personality, JsonElement AvatarUrl);

/// <param name="Energy">0 to 100.</param>
/// <param name="Mood">0 to 100.</param>
/// <param name="Bond">From 0 upward.</param>
internal sealed record Params(int Energy, int Mood, long Bond);

/// <summary>The contract's names of two stats: its happiness is the mood, its affection the bond.</summary>
internal sealed record ContractStats(int Happiness, long Affection);

internal sealed record CharacterResponse(
    string Id,
    string UserId,
    string Name,
    string Style,
    IReadOnlyDictionary<string, string> Appearance,
    Personality Personality,
    string? AvatarUrl,
    string? InworldAgentId,
    string? InworldSceneId,
    Params Params,
    ContractStats Stats,
    string Status,
    string Emotion,
    DateTime CreatedAt,
    DateTime UpdatedAt);

internal sealed record SendRequest(string? Content, JsonElement Context);

internal sealed record MessageResponse(
    string Id, string CharacterId, string Role, string Content, string? Emotion, DateTime CreatedAt);

internal sealed record CharacterReaction(string Emotion, string Animation, ContractStats StatChanges, Params ParamChanges);

/// <param name="Status"><c>writing</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="UserMessage">What is answered; null: its turn has not come yet.</param>
/// <param name="Content">The text so far.</param>
/// <param name="Message">The reply, when it is done.</param>
internal sealed record ReplyResponse(string Status, MessageResponse? UserMessage, string Content, MessageResponse? Message);

internal sealed record SendResponse(MessageResponse Message, CharacterReaction CharacterReaction);

internal sealed record HistoryResponse(IReadOnlyList<MessageResponse> Items, long Total, int Page, int PageSize, long TotalPages);

internal sealed record TalkRequest(string? Message, string? SessionId);

/// <param name="ParamsUpdated">By how much the bars have moved.</param>
internal sealed record TalkResponse(string Response, string SessionId, string Emotion, Params ParamsUpdated);

internal sealed record GenerateAvatarRequest(string? Style, IReadOnlyDictionary<string, string?>? Appearance);

/// <param name="Images">Four data URIs of PNG pictures.</param>
internal sealed record AvatarsResponse(IReadOnlyList<string> Images);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(Leaving))]
[JsonSerializable(typeof(ForgotPasswordRequest))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(MessageOnly))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(MeResponse))]
[JsonSerializable(typeof(CreateCharacterRequest))]
[JsonSerializable(typeof(UpdateCharacterRequest))]
[JsonSerializable(typeof(CharacterResponse))]
[JsonSerializable(typeof(IReadOnlyList<CharacterResponse>))]
[JsonSerializable(typeof(SendRequest))]
[JsonSerializable(typeof(SendResponse))]
[JsonSerializable(typeof(MessageResponse))]
[JsonSerializable(typeof(ReplyResponse))]
[JsonSerializable(typeof(HistoryResponse))]
[JsonSerializable(typeof(TalkRequest))]
[JsonSerializable(typeof(TalkResponse))]
[JsonSerializable(typeof(GenerateAvatarRequest))]
[JsonSerializable(typeof(AvatarsResponse))]
[JsonSerializable(typeof(IReadOnlyList<MissionResponse>))]
[JsonSerializable(typeof(UserMissionResponse))]
[JsonSerializable(typeof(IReadOnlyList<UserMissionResponse>))]
[JsonSerializable(typeof(ExecuteRequest))]
[JsonSerializable(typeof(ExecuteResponse))]
[JsonSerializable(typeof(CooldownResponse))]
[JsonSerializable(typeof(IReadOnlyList<CompletedMissionResponse>))]
[JsonSerializable(typeof(IReadOnlyList<PlanResponse>))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(CheckoutResponse))]
[JsonSerializable(typeof(PortalResponse))]
[JsonSerializable(typeof(SubscriptionResponse))]
[JsonSerializable(typeof(InvoicesResponse))]
[JsonSerializable(typeof(ReceivedResponse))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(ConversationExport))]
[JsonSerializable(typeof(AccountExport))]
internal sealed partial class NeuroTamagotchiJson : JsonSerializerContext;
