using Microsoft.Extensions.Logging;
using Platform.Workspaces;

namespace Platform.Generation;

/// <summary>
/// The actor of a job. Its run goes on between calls, in turns of its own: all that both change goes through <see cref="JobKeeper"/>, so of an
/// end and a cancellation at once the first to be saved is the one. How it is run is in <c>GenerationJobGrain.Run.cs</c>.
/// </summary>
[GrainType("generationjob")]
internal sealed partial class GenerationJobGrain : Grain, IGenerationJobGrain, IGenerationWorkGrain, IDisposable
{
    private readonly JobServices _services;
    private readonly JobKeeper _keeper;
    private readonly ILogger _logger;

    public GenerationJobGrain(JobServices services)
    {
        _services = services;
        _keeper = new(Id, services.Store, services.Clock);
        _logger = services.Loggers.CreateLogger<GenerationJobGrain>();
    }

    private string Id => this.GetPrimaryKeyString();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _run?.Stop();
        return Task.CompletedTask;
    }

    public void Dispose() => _run?.Dispose();

    public async Task<Outcome<Job>> Get(string userId)
    {
        var seen = await SeenAsync(userId);
        return seen.Value is { } job ? await ShownAsync(job) : seen.Refusal!;
    }

    public async Task<Outcome<Job>> Next(string userId, long after)
    {
        var seen = await SeenAsync(userId);
        if (seen.Refusal is { } refusal) return refusal;
        await _services.Patience.AwaitAllAsync(() => _keeper.Job?.Revision <= after ? _keeper.Changed : null);
        return _keeper.Job is { DeletedAt: null } job ? await ShownAsync(job) : Job.NotFound(seen.Value!.Order.Kind);
    }

    public async Task<Outcome<Job>> Cancel(string userId)
    {
        var seen = await SeenAsync(userId, mayChange: true);
        if (seen.Value is not { } job) return seen.Refusal!;
        await CancelAsync();
        return _keeper.Job switch
        {
            { State: JobState.Completed } => new Refusal(RefusalKind.NotPossibleNow, "It is completed, so it can't be cancelled any more."),
            { State: JobState.Failed } => new Refusal(RefusalKind.NotPossibleNow, "It has failed, so there is nothing to cancel."),
            { } cancelled => View(cancelled),
            null => Job.NotFound(job.Order.Kind),
        };
    }

    public async Task<Outcome<Done>> Delete(string userId)
    {
        var seen = await SeenAsync(userId, mayChange: true);
        if (seen.Value is not { } job) return seen.Refusal!;
        await HideAsync();
        foreach (var id in job.Order.Kind == JobKind.Mascot ? await _services.Store.MadeOfAsync(Id) : [])
            await _services.Grains.GetGrain<IGenerationWorkGrain>(id).Hide();
        return Done.Instance;
    }

    public async Task Hide()
    {
        if (await _keeper.LoadAsync() is { DeletedAt: null }) await HideAsync();
    }

    public async Task Remove()
    {
        if (await _keeper.LoadAsync() is not { } job) return;
        await CancelAsync();
        await _services.Files.DeleteAllAsync(job);
        await _keeper.RemoveAsync();
        DeactivateOnIdle();
    }

    private async Task CancelAsync()
    {
        var isCancelled = await _keeper.ChangeAsync(
            job => job.HasEnded ? null : job with { State = JobState.Cancelled, Error = "Cancelled" });
        if (!isCancelled) return;
        _run?.Stop();
        Tell();
        await SettleAsync();
    }

    private async Task HideAsync()
    {
        await CancelAsync();
        await _keeper.ChangeAsync(job => job.DeletedAt is null ? job with { DeletedAt = _services.Clock.GetUtcNow() } : null);
        await _services.Files.DeleteAllAsync(_keeper.Job!);
    }

    /// <summary>The job, for who may see it.</summary>
    /// <param name="mayChange">Only for who may end it.</param>
    private async ValueTask<Outcome<StoredJob>> SeenAsync(string userId, bool mayChange = false)
    {
        if (await _keeper.LoadAsync() is not { DeletedAt: null } job) return Job.NotFound(_keeper.Job?.Order.Kind);
        if (job.OwnerId == userId) return job;
        if (job.Order.Kind == JobKind.Figures) return Job.NotFound(job.Order.Kind);
        var least = mayChange && job.UserId != userId ? WorkspaceRole.Admin : WorkspaceRole.Member;
        var entered = await _services.Grains.GetGrain<IWorkspaceGrain>(job.OwnerId).Enter(userId, least);
        return entered.Refusal is not { } refusal ? job : refusal.Kind == RefusalKind.NotFound ? Job.NotFound(job.Order.Kind) : refusal;
    }

    /// <summary>The job with what is still there of what it has made: pictures are deleted one by one.</summary>
    private async ValueTask<Job> ShownAsync(StoredJob job)
    {
        if (job.Result is not FiguresResult made) return View(job);
        var there = (await _services.Figures.OfJobAsync(Id)).Select(figure => figure.Id).ToHashSet();
        return View(job) with { Result = made with { Pictures = [.. made.Pictures.Where(picture => there.Contains(picture.Id))] } };
    }

    private Job View(StoredJob job) => _run?.Ticket.Wait is var (position, seconds) ? job.ToView(position, seconds) : job.ToView();

    /// <summary>Tells whoever watches the owner's jobs. Nobody waits for it: what is lost is seen at the next look.</summary>
    private void Tell()
    {
        if (_keeper.Job is { DeletedAt: null } job) _services.Grains.GetGrain<IWorkshopFeedGrain>(job.OwnerId).Tell(View(job)).Ignore();
    }
}
