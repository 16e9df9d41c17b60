using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Generation;

namespace Platform.Api.Products.FigureForge;

/// <param name="Filters">Dimension to value, as <c>pose</c> to <c>standing</c>.</param>
/// <param name="BatchSize">1 to 4; 1 where none is given.</param>
/// <param name="Model">One of <c>GET /images/models</c>.</param>
/// <param name="Seed">Of the first image; the next ones count on.</param>
/// <param name="Format"><c>jpeg</c> or <c>png</c>.</param>
/// <param name="IsPublic">Whether the gallery shows them; true where nothing is said.</param>
/// <param name="Public">What earlier clients call it.</param>
internal sealed record GenerateRequest(
    string? Prompt,
    IReadOnlyDictionary<string, JsonElement>? Filters,
    int? BatchSize,
    string? Model,
    long? Seed,
    string? AspectRatio,
    string? Format,
    IReadOnlyList<string?>? Tags,
    bool? IsPublic,
    bool? Public);

/// <summary>The web app's form: filters stand beside the rest.</summary>
internal sealed record WebAppGenerateRequest(
    int? BatchSize,
    string? BodyType,
    string? PoseType,
    string? CameraAngle,
    string? Lighting,
    string? Clothing,
    string? Background,
    string? Ethnicity,
    string? AgeRange,
    string? GenderPresentation,
    string? Prompt,
    string? Model);

/// <param name="Credits">What it costs of the quota if all of it is delivered.</param>
internal sealed record AcceptedResponse(string JobId, string Status, int BatchSize, string Message, long Credits, int? QueuePosition, double? EstimatedSeconds);

/// <summary>What an order would cost; nothing was begun.</summary>
internal sealed record DryRunResponse(bool DryRun, long Credits, long Available, bool IsAffordable) : IDryRunAnswer
{
    public static DryRunResponse Of(DryRun run) => new(run.Dry, run.Credits, run.Available, run.IsAffordable);
}

internal sealed record JobImage(string Id, string Url, string ThumbnailUrl);

/// <param name="Status"><c>queued</c>, <c>processing</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Images">Empty until it is completed; fewer than asked for where not all could be drawn, and then fewer are charged.</param>
/// <param name="Error">Why it failed; null otherwise.</param>
/// <param name="Progress">0 to 100.</param>
/// <param name="QueuePosition">How many have their turn before it; null: it doesn't wait.</param>
/// <param name="EstimatedSeconds">Until it is done; null: it doesn't wait.</param>
/// <param name="StatusSequence">Rises with every change: of two answers or events, the one with the higher number is newer.</param>
internal sealed record JobResponse(
    string JobId,
    string Status,
    IReadOnlyList<JobImage> Images,
    int BatchSize,
    string? Error,
    int Progress,
    int? QueuePosition,
    double? EstimatedSeconds,
    long StatusSequence,
    DateTime CreatedAt,
    DateTime UpdatedAt);

/// <param name="UserId">Only in answers to its owner.</param>
/// <param name="Parameters">What was asked for, as it was sent.</param>
internal sealed record ImageResponse(
    string Id,
    string Url,
    string ThumbnailUrl,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? UserId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? JobId,
    string Prompt,
    JsonElement Parameters,
    string Model,
    IReadOnlyList<string> Tags,
    int Width,
    int Height,
    long Seed,
    bool IsPublic,
    bool IsFavorite,
    DateTime CreatedAt);

/// <summary>A page as the contract has it.</summary>
/// <param name="Count">All that match; from 10,000 on it is not counted further.</param>
internal sealed record ImagesResponse(IReadOnlyList<ImageResponse> Results, long Count, string? Next, string? Previous);

/// <summary>A page as the web app reads it.</summary>
/// <param name="NextCursor">To be sent as <c>cursor</c>; null: this is the end.</param>
internal sealed record WebAppImagesResponse(IReadOnlyList<ImageResponse> Images, string? NextCursor, bool HasMore);

internal sealed record UpdateImageRequest(IReadOnlyList<string?>? Tags, bool? IsPublic, bool? Public);

internal sealed record FavoriteResponse(string Id, bool IsFavorite);

internal sealed record ReportRequest(string? Reason, string? Details);

internal sealed record SuccessResponse(bool Success, string Message);

internal sealed record ModelView(string Id, string Key, string Name, string Description, long Credits, int MaxSize);

/// <param name="Default">The model of a request that names none.</param>
internal sealed record ModelsResponse(IReadOnlyList<ModelView> Models, string Default);

internal sealed record ReportView(string Reason, string Details);

internal sealed record ReportedImage(ImageResponse Image, IReadOnlyList<ReportView> Reports);

internal sealed record ReportedImagesResponse(IReadOnlyList<ReportedImage> Results);

/// <param name="Action"><c>unflag</c>: it is shown again; <c>remove</c>: it is deleted.</param>
internal sealed record ResolveRequest(string? Action);
