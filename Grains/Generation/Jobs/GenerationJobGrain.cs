using Microsoft.Extensions.Logging;

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

    private static Refusal NotFound(JobKind? kind) => new(
        RefusalKind.NotFound,
        kind switch
        {
            JobKind.Mascot => "Mascot not found",
            JobKind.Animation => "Animation not found",
            JobKind.LogoPack => "Logo pack not found",
            _ => "Job not found",
        });

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _run?.Stop();
        return Task.CompletedTask;
    }

    public void Dispose() => _run?.Dispose();

    public async Task<Outcome<Job>> Get(string ownerId) => await OwnedAsync(ownerId) is { } job ? View(job) : NotFound(_keeper.Job?.Order.Kind);

    public async Task<Outcome<Job>> Next(string ownerId, long after)
    {
        if (await OwnedAsync(ownerId) is null) return await Get(ownerId);
        await _services.Patience.AwaitAllAsync(() => _keeper.Job?.Revision <= after ? _keeper.Changed : null);
        return await Get(ownerId);
    }

    public async Task<Outcome<Job>> Cancel(string ownerId)
    {
        if (await OwnedAsync(ownerId) is null) return await Get(ownerId);
        await CancelAsync();
        return _keeper.Job switch
        {
            { State: JobState.Completed } => new Refusal(RefusalKind.NotPossibleNow, "It is completed, so it can't be cancelled any more."),
            { State: JobState.Failed } => new Refusal(RefusalKind.NotPossibleNow, "It has failed, so there is nothing to cancel."),
            _ => await Get(ownerId),
        };
    }

    public async Task<Outcome<Done>> Delete(string ownerId)
    {
        if (await OwnedAsync(ownerId) is not { } job) return NotFound(_keeper.Job?.Order.Kind);
        await CancelAsync();
        await _keeper.ChangeAsync(standing => standing.DeletedAt is null ? standing with { DeletedAt = _services.Clock.GetUtcNow() } : null);
        if (job.Order.Kind == JobKind.Mascot)
        {
            foreach (var id in await _services.Store.MadeOfAsync(Id)) await _services.Grains.GetGrain<IGenerationJobGrain>(id).Delete(ownerId);
        }

        await _services.Files.DeleteAllAsync(job);
        return Done.Instance;
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

    private async ValueTask<StoredJob?> OwnedAsync(string ownerId) =>
        await _keeper.LoadAsync() is { DeletedAt: null } job && job.OwnerId == ownerId ? job : null;

    private Job View(StoredJob job) => _run?.Ticket.Wait is var (position, seconds) ? job.ToView(position, seconds) : job.ToView();

    /// <summary>Tells whoever watches the owner's jobs. Nobody waits for it: what is lost is seen at the next look.</summary>
    private void Tell()
    {
        if (_keeper.Job is { DeletedAt: null } job) _services.Grains.GetGrain<IWorkshopFeedGrain>(job.OwnerId).Tell(View(job)).Ignore();
    }
}
