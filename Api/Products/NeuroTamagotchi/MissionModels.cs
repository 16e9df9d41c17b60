namespace Platform.Api.Products.NeuroTamagotchi;

/// <param name="CostNtg">0: missions cost nothing yet.</param>
/// <param name="CooldownSeconds">How long it can't be done again; 0: it is done once only.</param>
/// <param name="IsExecutable">It is done at one touch, with POST /missions/{id}/execute.</param>
/// <param name="Effect">What that does to the character at once.</param>
internal sealed record MissionResponse(
    string Id,
    string Name,
    string Description,
    int CostNtg,
    string Type,
    long CooldownSeconds,
    long CooldownMinutes,
    bool IsActive,
    string Goal,
    int Target,
    Params Reward,
    bool IsExecutable,
    Params? Effect);

/// <param name="Status">active, completed or claimed.</param>
/// <param name="CharacterId">Who got the reward.</param>
internal sealed record UserMissionResponse(
    string Id,
    string MissionId,
    MissionResponse Mission,
    string Status,
    int Progress,
    int Target,
    DateTime StartedAt,
    DateTime? CompletedAt,
    DateTime? ClaimedAt,
    string? CharacterId);

internal sealed record ExecuteRequest(string? CharacterId);

/// <param name="TimeUntilRepeat">In seconds.</param>
internal sealed record CompletedMissionResponse(
    string Id,
    string UserId,
    string CharacterId,
    string MissionId,
    MissionResponse Mission,
    DateTime CompletedAt,
    bool CanRepeat,
    long TimeUntilRepeat);

/// <param name="NewBalance">Null: there is no balance yet.</param>
/// <param name="CharacterParams">As they are now.</param>
internal sealed record ExecuteResponse(
    bool Success, string Message, CompletedMissionResponse CompletedMission, long? NewBalance, Params CharacterParams);

/// <param name="TimeRemaining">In seconds.</param>
internal sealed record CooldownResponse(bool OnCooldown, bool CanExecute, long TimeRemaining, long TimeRemainingMinutes);
