using System.Text.Json;
using Platform.Api.Generation;

namespace Platform.Api.Products.MascotForge;

/// <param name="ReferenceImageUrl">For the style <c>match_brand</c>: a picture that the colours are taken from.</param>
/// <param name="FigmaFileId">The Figma file that it is filed under.</param>
/// <param name="WorkspaceId">The workspace that it is for, and that pays; none: the caller.</param>
internal sealed record MascotRequest(
    string? Name, string? Prompt, string? Style, string? ReferenceImageUrl, string? FigmaFileId, string? WorkspaceId);

/// <summary>The contract's fields, and beside them how far the work is.</summary>
/// <param name="ErrorMessage">Why it failed; null otherwise.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="QueuePosition">How many have their turn before it; null: it doesn't wait.</param>
/// <param name="EstimatedSeconds">Until it is done; null: it doesn't wait.</param>
/// <param name="StatusSequence">Rises with every change: of two answers or events, the one with the higher number is newer.</param>
internal sealed record MascotResponse(
    string Id,
    string Name,
    string Prompt,
    string Style,
    string? CharacterId,
    string Status,
    string? FullBodyImageUrl,
    string? AvatarImageUrl,
    string? SquareIconUrl,
    string? ReferenceImageUrl,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    string? FigmaFileId,
    string? ErrorMessage,
    int Progress,
    int? QueuePosition,
    double? EstimatedSeconds,
    long StatusSequence);

internal sealed record MascotsResponse(IReadOnlyList<MascotResponse> Data, PageMeta Meta);

/// <param name="Resolution">128, 240, 360, 480 or 720 pixels; 360 where none is given.</param>
internal sealed record AnimationRequest(string? Action, int? Resolution, string? FigmaFileId);

/// <inheritdoc cref="AnimationRequest"/>
internal sealed record DefaultPackRequest(int? Resolution, string? FigmaFileId);

/// <inheritdoc cref="MascotResponse"/>
/// <param name="SpriteColumns">Frames in a row of the sprite sheet, which are read row by row.</param>
internal sealed record AnimationResponse(
    string Id,
    string MascotId,
    string Action,
    string Status,
    int Resolution,
    string? SpriteSheetUrl,
    string? WebmVideoUrl,
    string? MovVideoUrl,
    string? LottieUrl,
    int? FrameCount,
    int? DurationMs,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    int? SpriteColumns,
    string? ErrorMessage,
    int Progress,
    int? QueuePosition,
    double? EstimatedSeconds,
    long StatusSequence);

internal sealed record AnimationsResponse(IReadOnlyList<AnimationResponse> Data);

internal sealed record DefaultPackResponse(IReadOnlyList<AnimationResponse> Jobs, long TotalCreditsUsed);

/// <inheritdoc cref="MascotResponse"/>
internal sealed record JobStatusResponse(
    string Id, string Status, int Progress, string? ErrorMessage, int? QueuePosition, double? EstimatedSeconds, long StatusSequence);

/// <param name="BrandColors">As <c>#RRGGBB</c> or <c>#RGB</c>, at most 10.</param>
internal sealed record LogoPackRequest(IReadOnlyList<string?>? BrandColors, string? FigmaFileId);

internal sealed record LogoSizeResponse(string Name, int Width, int Height, string Url);

/// <inheritdoc cref="MascotResponse"/>
internal sealed record LogoPackResponse(
    string Id,
    string MascotId,
    string Status,
    IReadOnlyList<string>? BrandColors,
    IReadOnlyList<LogoSizeResponse> Sizes,
    string? ZipFileUrl,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    string? ErrorMessage,
    int Progress,
    int? QueuePosition,
    double? EstimatedSeconds,
    long StatusSequence);

internal sealed record LogoPacksResponse(IReadOnlyList<LogoPackResponse> Data);

/// <param name="DownloadUrl">Good for an hour.</param>
internal sealed record DownloadResponse(string DownloadUrl);

/// <summary>What an order would cost; nothing was begun.</summary>
internal sealed record DryRunResponse(bool DryRun, long Credits, long Available, bool IsAffordable) : IDryRunAnswer
{
    public static DryRunResponse Of(DryRun run) => new(run.Dry, run.Credits, run.Available, run.IsAffordable);
}

/// <summary>The event <c>job:status</c>.</summary>
/// <param name="JobType"><c>mascot_generation</c>, <c>animation_generation</c> or <c>logo_pack_generation</c>.</param>
/// <param name="Result">What <c>GET</c> of it answers, once it is completed; null before.</param>
internal sealed record JobStatusEvent(
    string JobId, string JobType, string Status, int Progress, string? ErrorMessage, JsonElement? Result, long StatusSequence);

internal sealed record JobStatusMessage(string Event, JobStatusEvent Data);

internal sealed record PongMessage(string Event);

/// <summary>What a client may send over its socket.</summary>
internal sealed record ClientMessage(string? Event, ClientMessageData? Data);

internal sealed record ClientMessageData(string? Token);
