using System.Text.Json;
using Platform.Api.Files;
using Platform.Generation;

namespace Platform.Api.Products.FigureForge;

/// <summary>Jobs and pictures in the words of the contract. Addresses pass after a while, so that what becomes private does so for everybody.</summary>
internal sealed class ImageViews(FileAddresses files)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public static async ValueTask<ImageViews?> BindAsync(HttpContext context) => new((await FileAddresses.BindAsync(context))!);

    /// <param name="cancelled">The word for a job that was cancelled.</param>
    public JobResponse Job(Job job, string cancelled = "cancelled")
    {
        var pictures = (job.Result as FiguresResult)?.Pictures ?? [];
        return new(
            job.Id,
            job.State == JobState.Cancelled ? cancelled : Word(job),
            [.. pictures.Select(picture => new JobImage(
                PublicId.OfImage(picture.Id), files.Passing(picture.File, LinkLife), files.Passing(picture.Thumbnail, LinkLife)))],
            ((FiguresOrder)job.Order).Count,
            job.Error,
            job.Progress,
            job.QueuePosition,
            job.EstimatedSeconds is { } seconds ? Math.Round(seconds, 1) : null,
            job.Revision,
            job.CreatedAt.UtcDateTime,
            job.UpdatedAt.UtcDateTime);
    }

    /// <param name="viewerId">Who asks; null: nobody knows.</param>
    public ImageResponse Image(Figure figure, string? viewerId)
    {
        var isOwn = figure.OwnerId == viewerId;
        return new(
            PublicId.OfImage(figure.Id),
            files.Passing(figure.File, LinkLife),
            files.Passing(figure.Thumbnail, LinkLife),
            isOwn ? PublicId.OfUser(figure.OwnerId) : null,
            isOwn ? figure.JobId : null,
            figure.Prompt,
            JsonSerializer.Deserialize(figure.Parameters, FigureForgeJson.Default.JsonElement),
            figure.Model,
            figure.Tags,
            figure.Width,
            figure.Height,
            figure.Seed,
            figure.IsPublic,
            figure.IsFavorite,
            figure.CreatedAt.UtcDateTime);
    }

    public static string Word(Job job) => job.State switch
    {
        JobState.Queued => "queued",
        JobState.Generating or JobState.Processing => "processing",
        JobState.Completed => "completed",
        JobState.Cancelled => "cancelled",
        _ => "failed",
    };
}
