using System.Text.Json;
using Platform.Api.Files;
using Platform.Generation;

namespace Platform.Api.Products.MascotForge;

/// <summary>Jobs in the words of the contract.</summary>
internal sealed class JobViews(FileAddresses files)
{
    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static async ValueTask<JobViews?> BindAsync(HttpContext context) => new((await FileAddresses.BindAsync(context))!);

    public MascotResponse Mascot(Job job)
    {
        var (order, made) = ((MascotOrder)job.Order, job.Result as MascotResult);
        return new(
            job.Id,
            order.Name,
            order.Prompt,
            order.Style,
            made is null ? null : job.Id,
            Word(job),
            files.OfAny(made?.FullBody),
            files.OfAny(made?.Avatar),
            files.OfAny(made?.Icon),
            order.ReferenceUrl,
            job.CreatedAt.UtcDateTime,
            job.UpdatedAt.UtcDateTime,
            order.FigmaFileId,
            job.Error,
            job.Progress,
            job.QueuePosition,
            Rounded(job),
            job.Revision);
    }

    public AnimationResponse Animation(Job job)
    {
        var (order, made) = ((AnimationOrder)job.Order, job.Result as AnimationResult);
        return new(
            job.Id,
            order.MascotId,
            order.Action,
            Word(job),
            order.Resolution,
            files.OfAny(made?.SpriteSheet),
            files.OfAny(made?.Webm),
            files.OfAny(made?.Mov),
            files.OfAny(made?.Lottie),
            made?.FrameCount,
            made?.DurationMs,
            job.CreatedAt.UtcDateTime,
            job.UpdatedAt.UtcDateTime,
            made?.Columns,
            job.Error,
            job.Progress,
            job.QueuePosition,
            Rounded(job),
            job.Revision);
    }

    public LogoPackResponse LogoPack(Job job)
    {
        var (order, made) = ((LogoPackOrder)job.Order, job.Result as LogoPackResult);
        return new(
            job.Id,
            order.MascotId,
            Word(job),
            order.BrandColors.Count == 0 ? null : order.BrandColors,
            [.. (made?.Sizes ?? []).Select(size => new LogoSizeResponse(size.Name, size.Width, size.Height, files.Of(size.File)))],
            files.OfAny(made?.Zip),
            job.CreatedAt.UtcDateTime,
            job.UpdatedAt.UtcDateTime,
            job.Error,
            job.Progress,
            job.QueuePosition,
            Rounded(job),
            job.Revision);
    }

    public static JobStatusResponse Status(Job job) =>
        new(job.Id, Word(job), job.Progress, job.Error, job.QueuePosition, Rounded(job), job.Revision);

    public JobStatusEvent Event(Job job) => new(job.Id, Type(job), Word(job), job.Progress, job.Error, Result(job), job.Revision);

    public string EventJson(Job job) => JsonSerializer.Serialize(Event(job), Json.JobStatusEvent);

    private JsonElement? Result(Job job) => job.State != JobState.Completed ? null : job.Kind switch
    {
        JobKind.Mascot => JsonSerializer.SerializeToElement(Mascot(job), Json.MascotResponse),
        JobKind.Animation => JsonSerializer.SerializeToElement(Animation(job), Json.AnimationResponse),
        _ => JsonSerializer.SerializeToElement(LogoPack(job), Json.LogoPackResponse),
    };

    private static string Type(Job job) => job.Kind switch
    {
        JobKind.Mascot => "mascot_generation",
        JobKind.Animation => "animation_generation",
        _ => "logo_pack_generation",
    };

    /// <summary>The contract has no word for what was cancelled, and only animations are <c>processing</c>.</summary>
    private static string Word(Job job) => job.State switch
    {
        JobState.Queued => "pending",
        JobState.Generating => "generating",
        JobState.Processing => job.Kind == JobKind.Animation ? "processing" : "generating",
        JobState.Completed => "completed",
        _ => "failed",
    };

    private static double? Rounded(Job job) => job.EstimatedSeconds is { } seconds ? Math.Round(seconds, 1) : null;
}
