using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Blobs;

namespace Platform.Generation;

/// <summary>
/// Removes files that no row knows: those of a job that died before it said what it had made, and those whose removal died. Young ones are
/// left alone: their job may be about to say so.
/// </summary>
internal sealed partial class OrphanSweeper(
    IBlobStore blobs, JobStore jobs, FigureStore figures, IOptions<GenerationOptions> options, TimeProvider clock, ILogger<OrphanSweeper> logger)
    : Sweeper(Period, clock, logger, first: TimeSpan.FromMinutes(10))
{
    public static readonly TimeSpan Period = TimeSpan.FromHours(6);

    /// <summary>Longer than any job lives.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    private readonly ILogger _logger = logger;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.SweepOrphans) return base.ExecuteAsync(stoppingToken);
        LogOff();
        return Task.CompletedTask;
    }

    protected override async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            var before = Clock.GetUtcNow() - Age;
            await blobs.RemoveUnfinishedAsync(before, stopping);
            (BlobFolder? Folder, HashSet<string> Files) known = (null, []);
            var removed = 0;
            await foreach (var blob in blobs.ListAsync(cancellation: stopping))
            {
                if (blob.LastModified > before) continue;
                if (blob.Key.Folder != known.Folder) known = (blob.Key.Folder, await KnownAsync(blob.Key.Folder));
                if (known.Files.Contains(blob.Key.ToString())) continue;
                await blobs.DeleteAsync(blob, stopping);
                removed++;
            }

            if (removed > 0) LogRemoved(removed);
        }
        catch (BlobStoreException error)
        {
            LogFailed(error);
        }
    }

    private async Task<HashSet<string>> KnownAsync(BlobFolder folder)
    {
        var id = folder.Id.ToString();
        if (await jobs.FindAsync(id) is not { DeletedAt: null } job) return [];
        return job.Order.Kind == JobKind.Figures ? [.. (await figures.OfJobAsync(id)).SelectMany(figure => figure.Files)] : [.. job.Result?.Files ?? []];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} files that belong to nothing were removed")]
    private partial void LogRemoved(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that belong to nothing stay: Generation:SweepOrphans is false")]
    private partial void LogOff();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files that belong to nothing could not be removed; the next sweep tries again")]
    private partial void LogFailed(Exception error);
}
