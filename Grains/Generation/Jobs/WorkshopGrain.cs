using Platform.Billing;
using Platform.Storage;

namespace Platform.Generation;

/// <summary>Keeps nothing but the last that happened; jobs are their own actors, so any number may be ordered at once.</summary>
[GrainType("workshop")]
internal sealed class WorkshopGrain(JobStore jobs, JobCharges charges, Patience patience, IGrainFactory grains, TimeProvider clock)
    : Grain, IWorkshopGrain, IWorkshopFeedGrain
{
    private const int RemovedAtOnce = 50;

    /// <summary>How long the plan's priority is believed: a little too late does no harm.</summary>
    private static readonly TimeSpan PriorityTime = TimeSpan.FromMinutes(1);

    private static readonly Refusal MascotNotDone = new(RefusalKind.NotPossibleNow, "The mascot is not completed yet");

    private readonly JobFeed _feed = new(patience);
    private (int Priority, DateTimeOffset Until)? _priority;

    private string OwnerId => this.GetPrimaryKeyString();

    public async Task<Outcome<AcceptedJobs>> Order(IReadOnlyList<NewJob> orders)
    {
        foreach (var mascotId in orders.Select(order => order.Order.SubjectId).OfType<string>().Distinct())
        {
            if (await RefuseAsync(mascotId) is { } notOfIt) return notOfIt;
        }

        var now = Instant.Truncate(clock.GetUtcNow());
        var priority = await PriorityAsync(orders[0].Order.Kind);
        var accepted = orders.Select(order => Accept(order, priority, now)).ToList();
        try
        {
            await jobs.AddAsync(accepted);
        }
        catch (StoreConflictException)
        {
            if (!IsRepeat(await jobs.FindAsync(orders[0].Id), accepted[0])) throw;
            // The same request again: each goes on from where it is.
            return Answer(await BeginAsync(orders, isHeld: false));
        }

        if (await charges.HoldAsync(accepted) is { } refusal)
        {
            await jobs.RemoveAsync(accepted.Select(job => job.Id));
            return refusal;
        }

        var begun = await BeginAsync(orders, isHeld: true);
        // One that is gone already, cancelled while its charge was being held, has nobody else to give it back.
        await Task.WhenAll(accepted.Where((_, index) => begun[index].Refusal is not null).Select(charges.ReleaseAsync));
        return Answer(begun);
    }

    public async Task<JobPage> List(JobQuery query)
    {
        var (items, total) = await jobs.PageAsync(OwnerId, query);
        return new([.. items.Select(job => job.ToView())], total);
    }

    public Task<JobEvents> Next(long after) => _feed.NextAsync(after);

    public Task Tell(Job changed)
    {
        _feed.Add(changed);
        return Task.CompletedTask;
    }

    public async Task DeleteAll()
    {
        while (await jobs.SomeOfOwnerAsync(OwnerId, RemovedAtOnce) is { Count: > 0 } some)
            await Task.WhenAll(some.Select(id => grains.GetGrain<IGenerationWorkGrain>(id).Remove()));
        await grains.GetGrain<IGalleryGrain>(OwnerId).DeleteAll();
        DeactivateOnIdle();
    }

    /// <summary>Null: something can be made of this mascot.</summary>
    private async Task<Refusal?> RefuseAsync(string mascotId) => await jobs.FindAsync(mascotId) switch
    {
        { DeletedAt: null } mascot when mascot.OwnerId == OwnerId && mascot.Order.Kind == JobKind.Mascot =>
            mascot.State == JobState.Completed ? null : MascotNotDone,
        _ => Job.NotFound(JobKind.Mascot),
    };

    private StoredJob Accept(NewJob order, int priority, DateTimeOffset now) => new()
    {
        Id = order.Id,
        OwnerId = OwnerId,
        UserId = order.UserId,
        PackId = order.PackId,
        Order = order.Order,
        Price = Prices.Of(order.Order),
        Priority = priority,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private static bool IsRepeat(StoredJob? stored, StoredJob job) => stored is not null && stored.OwnerId == job.OwnerId && stored.Order.Kind == job.Order.Kind;

    private Task<Outcome<Job>[]> BeginAsync(IReadOnlyList<NewJob> orders, bool isHeld) =>
        Task.WhenAll(orders.Select(order => grains.GetGrain<IGenerationWorkGrain>(order.Id).Begin(isHeld)));

    private static Outcome<AcceptedJobs> Answer(Outcome<Job>[] begun) =>
        begun.FirstOrDefault(job => job.Refusal is not null)?.Refusal is { } refusal ? refusal : new AcceptedJobs([.. begun.Select(job => job.Value!)]);

    private async ValueTask<int> PriorityAsync(JobKind kind)
    {
        var now = clock.GetUtcNow();
        if (_priority is not { } known || known.Until <= now)
        {
            var product = kind == JobKind.Figures ? Products.FigureForge : Products.MascotForge;
            var plan = await grains.GetGrain<IBillingGrain>(OwnerId).Get(product);
            var catalogue = PlanCatalogue.Of(product);
            _priority = known = ((catalogue[plan.PlanId] ?? catalogue.Free).Limits.Priority, now + PriorityTime);
        }

        return known.Priority;
    }
}
