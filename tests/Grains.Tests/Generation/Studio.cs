using Platform.Generation;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Generation;

/// <summary>An owner with credits, who orders.</summary>
internal sealed class Studio(PlatformCluster cluster)
{
    public string Owner { get; } = Guid.NewGuid().ToString();

    public IWorkshopGrain Workshop => cluster.Grains.GetGrain<IWorkshopGrain>(Owner);

    public IWalletGrain Wallet => cluster.Grains.GetGrain<IWalletGrain>(Owner);

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static MascotOrder Mascot(string prompt) => new("Luna", prompt, "kawaii", ReferenceUrl: null, FigmaFileId: null);

    public static FiguresOrder Figures(int count, string prompt = "figures", bool isPublic = true, string pose = "standing") => new(
        prompt, new Dictionary<string, string> { ["pose"] = pose }, count, "flux-dev", Seed: null, "jpeg", [], isPublic, "{}");

    public static async Task<Studio> OpenAsync(PlatformCluster cluster, long credits)
    {
        var studio = new Studio(cluster);
        if (credits > 0) await studio.Wallet.Deposit(new WalletChange("seed", LedgerEntryType.Purchase, credits, "Credits"));
        return studio;
    }

    public IGenerationJobGrain Grain(string id) => cluster.Grains.GetGrain<IGenerationJobGrain>(id);

    public Task<Outcome<AcceptedJobs>> OrderAsync(JobOrder order, string? id = null) => Workshop.Order([new NewJob(id ?? NewId(), Owner, order)]);

    public async Task<Job> AcceptedAsync(JobOrder order, string? id = null) => (await OrderAsync(order, id)).Value!.Jobs[0];

    public async Task<Job> EndAsync(JobOrder order) => await EndAsync((await AcceptedAsync(order)).Id);

    /// <summary>The job at its end, its charge ended too.</summary>
    public async Task<Job> EndAsync(string id)
    {
        var job = (await Grain(id).Get(Owner)).Value!;
        while (!job.HasEnded) job = (await Grain(id).Next(Owner, job.Revision)).Value!;
        await SettledAsync();
        return job;
    }

    public Task SettledAsync() => Poll.UntilAsync(async () => (await Wallet.Balance()).Held == 0, TimeSpan.FromSeconds(30));

    public async Task<(long Balance, long Held)> BalanceAsync() => await Wallet.Balance() is var wallet ? (wallet.Balance, wallet.Held) : default;
}
