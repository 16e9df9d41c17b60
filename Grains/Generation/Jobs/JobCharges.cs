using Microsoft.Extensions.Logging;
using Platform.Wallets;

namespace Platform.Generation;

/// <summary>What jobs cost, in their owner's wallet. Everything here may be repeated: the wallet knows each job's hold by its id.</summary>
internal sealed partial class JobCharges(IGrainFactory grains, ILogger<JobCharges> logger)
{
    /// <summary>A job is given up well before, so no hold expires under one that still runs.</summary>
    private static readonly TimeSpan HoldTime = TimeSpan.FromHours(24);

    /// <summary>How old a job may become.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(20);

    private static string Key(StoredJob job) => $"job:{job.Id}";

    /// <summary>Holds what the jobs of one owner cost, for all or for none. Null: it is held.</summary>
    public async Task<Refusal?> HoldAsync(IReadOnlyList<StoredJob> jobs)
    {
        var holds = jobs.Select(job => new NewHold(Key(job), job.Price, Describe(job.Order), job.CreatedAt + HoldTime)).ToList();
        var refusal = (await Wallet(jobs[0]).HoldAll(holds)).Refusal;
        return refusal is { Kind: RefusalKind.InsufficientFunds } ? refusal with { Message = NotEnough(jobs[0].Order.Kind) } : refusal;
    }

    /// <summary>Ends the hold of a job that has ended: captured for what was delivered, released where nothing was.</summary>
    /// <returns>False: there is no such hold, so its owner's wallet is gone.</returns>
    public async Task<bool> SettleAsync(StoredJob job)
    {
        var ended = await (job.Due > 0 ? Wallet(job).Capture(Key(job), job.Due) : Wallet(job).Release(Key(job)));
        switch (ended.Refusal?.Kind)
        {
            case null:
                return true;
            case RefusalKind.NotFound:
                return false;
            default:
                LogUnpaid(job.Id, ended.Refusal.Kind);
                return true;
        }
    }

    /// <summary>Gives back what is held for a job that came to nothing.</summary>
    public Task ReleaseAsync(StoredJob job) => Wallet(job).Release(Key(job));

    private IWalletGrain Wallet(StoredJob job) => grains.GetGrain<IWalletGrain>(job.OwnerId);

    private static string NotEnough(JobKind kind) =>
        kind == JobKind.Figures ? "Not enough images are left in this month's quota" : "Insufficient credits";

    /// <summary>As it stands in the ledger.</summary>
    private static string Describe(JobOrder order) => order switch
    {
        MascotOrder mascot => $"Mascot: {mascot.Name}",
        AnimationOrder animation => $"Animation: {animation.Action}",
        LogoPackOrder => "Logo pack",
        FiguresOrder figures => $"Figures: {figures.Count} with {FigureModels.Find(figures.Model)!.Name}",
        _ => order.Kind.ToString(),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} has ended, but its charge could not be: {Reason}")]
    private partial void LogUnpaid(string jobId, RefusalKind reason);
}
