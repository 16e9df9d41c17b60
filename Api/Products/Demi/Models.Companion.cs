using System.Text.Json.Serialization;
using Platform.Companions;

namespace Platform.Api.Products.Demi;

/// <summary>Each value is in [0, 1].</summary>
internal sealed record EmotionalState(double Loneliness, double Excitement, double Frustration, double Jealousy, double Affection)
{
    /// <summary>Nobody feels more exactly than to the ten-thousandth.</summary>
    public static EmotionalState Of(Emotions felt) => new(
        Round(felt.Loneliness), Round(felt.Excitement), Round(felt.Frustration), Round(felt.Jealousy), Round(felt.Affection));

    private static double Round(double value) => Math.Round(value, 4);
}

/// <param name="EmotionalState">Left out for who is not signed in, and so is the mood.</param>
internal sealed record StatusResponse(
    string Status,
    string Service,
    string Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EmotionalState? EmotionalState = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CurrentMood = null);

internal sealed record HealthResponse(string Status, string Service, string Version);

/// <param name="Sender"><c>user</c> or <c>demi</c>.</param>
/// <param name="EmotionState">Null for the user's.</param>
/// <param name="Status"><c>sent</c>, <c>delivered</c> or <c>read</c>.</param>
internal sealed record MessageResponse(
    string MessageId,
    string ConversationId,
    string Sender,
    string Content,
    EmotionalState? EmotionState,
    string Status,
    DateTime? DeliveredAt,
    DateTime? ReadAt,
    DateTime CreatedAt);

/// <param name="NextCursor">To be sent as <c>before</c>; null where no older messages follow.</param>
internal sealed record HistoryResponse(IReadOnlyList<MessageResponse> Messages, bool HasMore, DateTime? NextCursor);

internal sealed record SendRequest(string? Content);

internal sealed record SendResponse(MessageResponse UserMessage, MessageResponse Message, EmotionalState EmotionalState, string CurrentMood);

/// <param name="Status"><c>writing</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="UserMessage">What is answered; null: its turn has not come yet.</param>
/// <param name="Content">The text so far.</param>
/// <param name="Message">The reply, when it is done.</param>
internal sealed record ReplyResponse(string Status, MessageResponse? UserMessage, string Content, MessageResponse? Message);

internal sealed record TriggerConfig(double Threshold, string Message);

internal sealed record TriggersConfig(TriggerConfig Loneliness, TriggerConfig Excitement, TriggerConfig Frustration);

internal sealed record GuiltTripConfig(bool Enabled, int IgnoreThresholdHours);

/// <param name="Start">HH:MM, the first quiet minute.</param>
/// <param name="End">HH:MM, the first minute after.</param>
internal sealed record QuietHoursConfig(string Start, string End, string TimeZone);

internal sealed record AutonomyConfig(
    bool Enabled,
    int CheckIntervalMinutes,
    TriggersConfig Triggers,
    GuiltTripConfig GuiltTrip,
    QuietHoursConfig? QuietHours,
    int? DailyCap,
    int? StopAfterIgnored);

internal sealed record TriggerRequest(double? Threshold, string? Message);

internal sealed record TriggersRequest(TriggerRequest? Loneliness, TriggerRequest? Excitement, TriggerRequest? Frustration);

internal sealed record GuiltTripRequest(bool? Enabled, int? IgnoreThresholdHours);

internal sealed record QuietHoursRequest(string? Start, string? End, string? TimeZone);

/// <summary>As <see cref="AutonomyConfig"/>, before anybody has looked whether it is whole.</summary>
internal sealed record AutonomyConfigRequest(
    bool? Enabled,
    int? CheckIntervalMinutes,
    TriggersRequest? Triggers,
    GuiltTripRequest? GuiltTrip,
    QuietHoursRequest? QuietHours,
    int? DailyCap,
    int? StopAfterIgnored);

/// <param name="CheckinId">Also the message's id in the history.</param>
/// <param name="Cause">Why she wrote, as a sentence.</param>
internal sealed record CheckInResponse(
    string CheckinId, string Trigger, EmotionalState EmotionState, bool WasIgnored, DateTime CreatedAt, string Cause);

/// <param name="TotalCount">How many there are altogether.</param>
internal sealed record CheckInsResponse(IReadOnlyList<CheckInResponse> Checkins, long TotalCount);

/// <param name="ExpectedAt">When Demi will write next if nobody writes before; null where she won't.</param>
internal sealed record ForecastResponse(DateTime? ExpectedAt, string? Trigger, string Reason);
