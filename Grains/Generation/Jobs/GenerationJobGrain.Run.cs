using Microsoft.Extensions.Logging;
using Platform.Blobs;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>How a job is carried out: each step is saved before the next, so that a crash leaves a job that knows how to go on.</summary>
internal sealed partial class GenerationJobGrain
{
    /// <summary>So often it is tried where it fails in a way that may pass; those that a crash has cut off are not counted.</summary>
    private const int MaxTries = 3;

    /// <summary>So often it is begun at all: beyond that it must be what brings its processes down.</summary>
    private const int MaxBeginnings = 20;

    private const string GaveUp = "It could not be made. Nothing was charged; please try again later.";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private JobRun? _run;
    private int _failures;

    public async Task<Outcome<Job>> Begin(bool isHeld)
    {
        if (await _keeper.LoadAsync() is not { } job) return Job.NotFound(kind: null);
        if (job.IsSettled || _run is not null) return View(job);
        if (job.HasEnded)
        {
            await SettleAsync();
        }
        else if (!isHeld && await _services.Charges.HoldAsync(await PackAsync(job)) is { } refusal)
        {
            // It was never acknowledged, or its owner is gone.
            await _keeper.RemoveAsync();
            return refusal;
        }
        else if (_keeper.Job is { HasEnded: false } standing)
        {
            Start(standing);
        }
        else
        {
            // It was cancelled while its charge was being held.
            await _services.Charges.ReleaseAsync(job);
        }

        return _keeper.Job is { } now ? View(now) : Job.NotFound(job.Order.Kind);
    }

    private void Start(StoredJob job)
    {
        // It is at work, also while nobody asks.
        this.DelayDeactivation(JobCharges.LongestLife);
        _run = new JobRun(_services.Queue.Enter(job));
        _ = RunAsync(_run);
    }

    private async Task RunAsync(JobRun run)
    {
        var stopping = run.Stopping;
        try
        {
            await run.Ticket.Turn.WaitAsync(stopping);
            if (await BeginAsync()) await MakeAsync(run);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was cancelled, or the silo stops: who comes next sees where it stands.
        }
        catch (Exception error)
        {
            await FailedAsync(run, error);
        }
        finally
        {
            run.Dispose();
            if (_run == run) _run = null;
        }

        if (_keeper.Job is { HasEnded: true }) await TrySettleAsync();
        else if (run.IsToRepeat && _keeper.Job is { } job) Start(job);
    }

    /// <summary>False: it has ended, or will never be made.</summary>
    private async Task<bool> BeginAsync()
    {
        await ChangeAsync(job => job switch
        {
            { HasEnded: true } => null,
            { Attempts: >= MaxBeginnings } => Failed(job, GaveUp),
            _ when _services.Clock.GetUtcNow() - job.CreatedAt > JobCharges.LongestLife => Failed(job, "It had to wait too long. Nothing was charged."),
            _ => job with { State = JobState.Generating, Attempts = job.Attempts + 1, Progress = Math.Max(job.Progress, JobProgress.Begun) },
        });
        return _keeper.Job is { State: JobState.Generating };
    }

    private async Task MakeAsync(JobRun run)
    {
        using var time = new CancellationTokenSource(_services.Options.Value.TimeLimit, _services.Clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(time.Token, run.Stopping);
        var progress = new JobProgress(TaskScheduler.Current, _keeper.Job!.Progress, AdvanceAsync);
        var result = await _services.Worker.MakeAsync(_keeper.Job, progress, () => DrawnAsync(run), limit.Token);
        var now = _services.Clock.GetUtcNow();
        await ChangeAsync(
            job => job.HasEnded ? null : job with { State = JobState.Completed, Progress = JobProgress.Done, Result = result },
            job => job is { Order: FiguresOrder order, Result: FiguresResult figures } ? FigureStore.Add(job, order, figures, now) : []);
    }

    private Task AdvanceAsync(int percent) =>
        ChangeAsync(job => job.State == JobState.Generating && percent > job.Progress ? job with { Progress = percent } : null);

    private Task DrawnAsync(JobRun run)
    {
        run.Ticket.Done();
        return ChangeAsync(job => job.State == JobState.Generating
            ? job with { State = JobState.Processing, Progress = Math.Max(job.Progress, JobProgress.Drawn) }
            : null);
    }

    private async Task FailedAsync(JobRun run, Exception error)
    {
        try
        {
            switch (error)
            {
                case StoreException:
                    // Nobody knows what is stored: it is read again, and goes on from there.
                    LogStoreFailed(error, Id);
                    await DelayAsync(run, RetryDelay);
                    break;
                case RenderRefusedException refused:
                    await ChangeAsync(job => job.HasEnded ? null : Failed(job, refused.Message));
                    break;
                case TransientRenderException or BlobStoreException or OperationCanceledException or IOException
                    when _keeper.Job is { HasEnded: false } && ++_failures < MaxTries:
                    LogRepeated(Id, error.Message);
                    await DelayAsync(run, (error as TransientRenderException)?.RetryAfter ?? RetryDelay * Math.Pow(2, _failures - 1));
                    break;
                default:
                    LogGaveUp(error, Id);
                    await ChangeAsync(job => job.HasEnded ? null : Failed(job, GaveUp));
                    break;
            }
        }
        catch (StoreException)
        {
            // The sweep finds it.
        }
    }

    /// <summary>Gives its place to others, and tries again after a while.</summary>
    private async Task DelayAsync(JobRun run, TimeSpan delay)
    {
        run.Ticket.Dispose();
        try
        {
            await Task.Delay(delay, _services.Clock, run.Stopping);
            run.IsToRepeat = true;
        }
        catch (OperationCanceledException)
        {
            // It was cancelled, or the silo stops.
        }
    }

    private async Task TrySettleAsync()
    {
        try
        {
            await SettleAsync();
        }
        catch (Exception error)
        {
            // The sweep does it again.
            LogUnsettled(error, Id);
        }
    }

    /// <summary>Ends the charge of a job that has ended.</summary>
    private async Task SettleAsync()
    {
        if (_keeper.Job is not { HasEnded: true, IsSettled: false } ended) return;
        if (await _services.Charges.SettleAsync(ended))
        {
            await _keeper.ChangeAsync(job => job.IsSettled ? null : job with { IsSettled = true });
            return;
        }

        // The owner went while it was under way, and nothing of theirs is to stay.
        await _services.Files.DeleteAllAsync(ended);
        if (ended.Order.Kind == JobKind.Figures) await _services.Grains.GetGrain<IGalleryGrain>(ended.OwnerId).DeleteAll();
        await _keeper.RemoveAsync();
    }

    /// <summary>Saves a change of what is seen of the job, and tells of it.</summary>
    private async Task ChangeAsync(Func<StoredJob, StoredJob?> decide, Func<StoredJob, IEnumerable<Statement>>? with = null)
    {
        if (await _keeper.ChangeAsync(decide, with)) Tell();
    }

    /// <summary>The jobs that are paid together with it; for those that have ended, nothing is to be held any more.</summary>
    private async Task<IReadOnlyList<StoredJob>> PackAsync(StoredJob job) =>
        job.PackId is { } pack ? [.. (await _services.Store.OfPackAsync(pack)).Where(other => !other.HasEnded)] : [job];

    private static StoredJob Failed(StoredJob job, string why) => job with { State = JobState.Failed, Error = why };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} failed and is tried again: {Reason}")]
    private partial void LogRepeated(string jobId, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} was given up")]
    private partial void LogGaveUp(Exception error, string jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {JobId} waits for the store")]
    private partial void LogStoreFailed(Exception error, string jobId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The charge of job {JobId} could not be ended yet")]
    private partial void LogUnsettled(Exception error, string jobId);
}
