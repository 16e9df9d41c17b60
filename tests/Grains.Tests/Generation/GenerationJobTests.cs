using Platform.Blobs;
using Platform.Generation;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Generation;

/// <summary>Jobs as actors, on two silos.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class GenerationJobTests(PlatformCluster cluster)
{
    private readonly string _prompt = $"prompt {Guid.NewGuid()}";

    private ScriptedRenderer Renderer => cluster.Renderer;

    [Fact]
    public async Task A_completed_job_is_charged_once_and_its_files_are_there()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var job = await studio.EndAsync(Studio.Mascot(_prompt));

        Assert.Equal((JobState.Completed, 100, null), (job.State, job.Progress, job.Error));
        var made = Assert.IsType<MascotResult>(job.Result);
        foreach (var key in made.Files) Assert.NotNull(await cluster.Blobs.FindAsync(BlobKey.Parse(key)));
        Assert.Equal((9, 0), await studio.BalanceAsync());
        var spent = (await studio.Wallet.Entries(1, 10, LedgerEntryType.Usage)).Items;
        Assert.Equal((-1, "Mascot: Luna"), (Assert.Single(spent).Amount, spent[0].Description));
        Assert.Equal(job.Id, Assert.Single((await ListAsync(studio, JobKind.Mascot)).Items).Id);
    }

    [Fact]
    public async Task Of_many_orders_at_once_exactly_those_are_accepted_that_the_wallet_covers()
    {
        var studio = await Studio.OpenAsync(cluster, 3);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => studio.OrderAsync(Studio.Mascot(_prompt))));
        Assert.Equal(3, outcomes.Count(outcome => outcome.Value is not null));
        Assert.All(outcomes.Where(outcome => outcome.Value is null), outcome => Assert.Equal(RefusalKind.InsufficientFunds, outcome.Refusal!.Kind));
        foreach (var accepted in outcomes.Where(outcome => outcome.Value is not null)) await studio.EndAsync(accepted.Value!.Jobs[0].Id);
        Assert.Equal((0, 0), await studio.BalanceAsync());
        // What was refused leaves nothing.
        Assert.Equal(3, (await ListAsync(studio, JobKind.Mascot)).Total);
    }

    [Fact]
    public async Task A_repeated_order_is_the_same_job_and_one_charge()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var id = Studio.NewId();
        var twins = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => studio.OrderAsync(Studio.Mascot(_prompt), id)));
        Assert.All(twins, twin => Assert.Equal(id, Assert.Single(twin.Value!.Jobs).Id));
        await studio.EndAsync(id);
        Assert.Equal(JobState.Completed, (await studio.AcceptedAsync(Studio.Mascot(_prompt), id)).State);
        Assert.Equal((9, 0), await studio.BalanceAsync());
        Assert.Equal(1, Renderer.TriesOf(_prompt));
    }

    [Fact]
    public async Task A_cancelled_job_stops_and_costs_nothing_and_an_ended_one_cannot_be()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var stopped = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        Renderer.On(_prompt, async (_, cancellation) =>
        {
            cancellation.Register(stopped.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        var job = await studio.AcceptedAsync(Studio.Mascot(_prompt));
        await begun.Task;
        Assert.Equal((10, 1), await studio.BalanceAsync());
        Assert.Equal(JobState.Cancelled, (await studio.Grain(job.Id).Cancel(studio.Owner)).Value!.State);
        await stopped.Task;
        await studio.SettledAsync();
        Assert.Equal((10, 0), await studio.BalanceAsync());
        Assert.Equal(JobState.Cancelled, (await studio.Grain(job.Id).Cancel(studio.Owner)).Value!.State);

        var done = await studio.EndAsync(Studio.Mascot($"{_prompt} again"));
        Assert.Equal(RefusalKind.NotPossibleNow, (await studio.Grain(done.Id).Cancel(studio.Owner)).Refusal!.Kind);
        Assert.Equal((9, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task Of_an_end_and_a_cancellation_at_once_one_is_and_the_charge_fits_it()
    {
        var studio = await Studio.OpenAsync(cluster, 30);
        var jobs = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => studio.AcceptedAsync(Studio.Mascot(_prompt))));
        await Task.WhenAll(jobs.Select(job => studio.Grain(job.Id).Cancel(studio.Owner)));
        var ended = await Task.WhenAll(jobs.Select(job => studio.EndAsync(job.Id)));
        await studio.SettledAsync();
        Assert.Equal((30 - ended.Count(job => job.State == JobState.Completed), 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task A_failure_that_may_pass_is_tried_again_and_one_that_stays_costs_nothing()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        Renderer.On(_prompt, (tries, _) => tries < 2 ? Task.FromException(new TransientRenderException("Busy")) : Task.CompletedTask);
        var job = await studio.AcceptedAsync(Studio.Mascot(_prompt));
        await AdvanceUntilAsync(() => Renderer.TriesOf(_prompt) == 3);
        Assert.Equal(JobState.Completed, (await studio.EndAsync(job.Id)).State);
        Assert.Equal((9, 0), await studio.BalanceAsync());

        var hopeless = $"{_prompt} hopeless";
        Renderer.On(hopeless, (_, _) => Task.FromException(new TransientRenderException("Busy")));
        var lost = await studio.AcceptedAsync(Studio.Mascot(hopeless));
        await AdvanceUntilAsync(() => Renderer.TriesOf(hopeless) == 3);
        lost = await studio.EndAsync(lost.Id);
        Assert.Equal(JobState.Failed, lost.State);
        Assert.Equal((9, 0), await studio.BalanceAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_or_a_fault_fails_at_once_with_a_sentence(bool refused)
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        Renderer.On(_prompt, (_, _) => Task.FromException(refused ? new RenderRefusedException("Not this.") : new InvalidOperationException("secret")));
        var job = await studio.EndAsync(Studio.Mascot(_prompt));
        Assert.Equal((JobState.Failed, 1), (job.State, Renderer.TriesOf(_prompt)));
        if (refused) Assert.Equal("Not this.", job.Error);
        Assert.DoesNotContain("secret", job.Error, StringComparison.Ordinal);
        Assert.Equal((10, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task One_that_takes_too_long_is_given_up()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        Renderer.On(_prompt, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var job = await studio.AcceptedAsync(Studio.Mascot(_prompt));
        for (var tries = 1; tries <= 3; tries++)
        {
            await AdvanceUntilAsync(() => Renderer.TriesOf(_prompt) == tries);
            cluster.Clock.Advance(new GenerationOptions().TimeLimit);
        }

        Assert.Equal(JobState.Failed, (await studio.EndAsync(job.Id)).State);
        Assert.Equal((10, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task Progress_and_revision_only_rise()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var gate = new TaskCompletionSource();
        Renderer.On(_prompt, (_, _) => gate.Task);
        var seen = new List<Job> { await studio.AcceptedAsync(Studio.Mascot(_prompt)) };
        while (!seen[^1].HasEnded)
        {
            var next = studio.Grain(seen[0].Id).Next(studio.Owner, seen[^1].Revision);
            gate.TrySetResult();
            seen.Add((await next).Value!);
        }

        Assert.All(seen.Zip(seen.Skip(1)), pair =>
        {
            Assert.True(pair.Second.Revision >= pair.First.Revision);
            Assert.True(pair.Second.Progress >= pair.First.Progress);
            Assert.True(pair.Second.State >= pair.First.State);
        });
        Assert.Equal(100, seen[^1].Progress);
        await studio.SettledAsync();
    }

    [Fact]
    public async Task A_job_whose_actor_went_goes_on_and_is_charged_once()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        Renderer.On(_prompt, (tries, cancellation) => tries == 0 ? Task.Delay(Timeout.Infinite, cancellation) : Task.CompletedTask);
        var job = await studio.AcceptedAsync(Studio.Mascot(_prompt));
        await Poll.UntilAsync(() => Task.FromResult(Renderer.TriesOf(_prompt) == 1), TimeSpan.FromSeconds(30));
        await cluster.Cluster.DeactivateAsync(studio.Grain(job.Id));
        await AdvanceUntilAsync(() => Renderer.TriesOf(_prompt) == 2);
        Assert.Equal(JobState.Completed, (await studio.EndAsync(job.Id)).State);
        Assert.Equal((9, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task A_pack_is_accepted_whole_or_not_at_all()
    {
        var studio = await Studio.OpenAsync(cluster, 1 + (3 * 25) - 1);
        var mascot = await studio.EndAsync(Studio.Mascot(_prompt));
        Assert.Equal(RefusalKind.InsufficientFunds, (await studio.Workshop.Order(Pack(studio, mascot, 3))).Refusal!.Kind);
        Assert.Equal(0, (await ListAsync(studio, JobKind.Animation, mascot.Id)).Total);
        await studio.Wallet.Deposit(new WalletChange("more", LedgerEntryType.Purchase, 1, ""));
        var accepted = (await studio.Workshop.Order(Pack(studio, mascot, 3))).Value!;
        foreach (var job in accepted.Jobs) Assert.Equal(JobState.Completed, (await studio.EndAsync(job.Id)).State);
        Assert.Equal((0, 0), await studio.BalanceAsync());
        Assert.Equal(3, (await ListAsync(studio, JobKind.Animation, mascot.Id)).Total);
    }

    [Fact]
    public async Task One_of_a_pack_that_was_cancelled_is_not_paid_for_when_the_others_come_back()
    {
        var studio = await Studio.OpenAsync(cluster, 1 + (3 * 25));
        var mascot = await studio.EndAsync(Studio.Mascot(_prompt));
        var pack = Pack(studio, mascot, 3);
        var now = cluster.Clock.GetUtcNow();
        // As a crash leaves them: stored, and nothing held yet.
        var stored = pack.Select(job => new StoredJob
        {
            Id = job.Id,
            OwnerId = studio.Owner,
            UserId = studio.Owner,
            PackId = job.PackId,
            Order = job.Order,
            Price = 25,
            CreatedAt = now,
            UpdatedAt = now,
        }).ToList();
        await new JobStore(cluster.Database).AddAsync(stored);
        Assert.Equal(JobState.Cancelled, (await new JobStore(cluster.Database).SaveAsync(stored[0], stored[0] with { State = JobState.Cancelled })).State);

        await AdvanceUntilAsync(async () => (await studio.Wallet.Entries(1, 9, LedgerEntryType.Usage)).Total == 3);
        foreach (var job in pack.Skip(1)) Assert.Equal(JobState.Completed, (await studio.EndAsync(job.Id)).State);
        Assert.Equal((25, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task Nothing_is_made_of_a_mascot_that_is_not_done_or_is_somebody_elses()
    {
        var (studio, other) = (await Studio.OpenAsync(cluster, 100), await Studio.OpenAsync(cluster, 100));
        var theirs = await other.EndAsync(Studio.Mascot($"{_prompt} of another"));
        // What hangs is last: nothing else is drawn beside it.
        var hanging = $"{_prompt} hanging";
        Renderer.On(hanging, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var pending = await studio.AcceptedAsync(Studio.Mascot(hanging));
        Assert.Equal(RefusalKind.NotPossibleNow, (await studio.OrderAsync(new LogoPackOrder(pending.Id, [], null))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.OrderAsync(new LogoPackOrder(theirs.Id, [], null))).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.OrderAsync(new LogoPackOrder(Studio.NewId(), [], null))).Refusal!.Kind);
        await studio.Grain(pending.Id).Cancel(studio.Owner);
        await studio.SettledAsync();
        Assert.Equal((100, 0), await studio.BalanceAsync());
    }

    [Fact]
    public async Task What_was_asked_for_and_not_delivered_is_not_charged()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        Renderer.MostFigures = 3;
        try
        {
            var job = await studio.EndAsync(Studio.Figures(4));
            Assert.Equal((4, 3), (job.Price, Assert.IsType<FiguresResult>(job.Result).Pictures.Count));
            Assert.Equal((7, 0), await studio.BalanceAsync());
        }
        finally
        {
            Renderer.MostFigures = int.MaxValue;
        }
    }

    [Fact]
    public async Task A_deleted_mascot_takes_along_what_was_made_of_it_and_the_files()
    {
        var studio = await Studio.OpenAsync(cluster, 100);
        var mascot = await studio.EndAsync(Studio.Mascot(_prompt));
        var animation = await studio.EndAsync(new AnimationOrder(mascot.Id, "wave", 360, null));
        Assert.NotNull((await studio.Grain(mascot.Id).Delete(studio.Owner)).Value);

        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(mascot.Id).Get(studio.Owner)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(animation.Id).Get(studio.Owner)).Refusal!.Kind);
        Assert.Equal(0, (await ListAsync(studio, JobKind.Mascot)).Total);
        foreach (var key in mascot.Result!.Files.Concat(animation.Result!.Files)) Assert.Null(await cluster.Blobs.FindAsync(BlobKey.Parse(key)));
        // What was paid stays explained.
        Assert.Equal(2, (await studio.Wallet.Entries(1, 10, LedgerEntryType.Usage)).Total);
    }

    [Fact]
    public async Task To_anybody_else_it_is_not_there()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var job = await studio.EndAsync(Studio.Mascot(_prompt));
        var stranger = Guid.NewGuid().ToString();
        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(job.Id).Get(stranger)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(job.Id).Next(stranger, 0)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(job.Id).Cancel(stranger)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await studio.Grain(job.Id).Delete(stranger)).Refusal!.Kind);
    }

    [Fact]
    public async Task When_the_owner_goes_everything_goes_and_what_runs_gives_its_charge_back()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        var done = await studio.EndAsync(Studio.Mascot(_prompt));
        var pictures = await studio.EndAsync(Studio.Figures(2));
        var hanging = $"{_prompt} hanging";
        Renderer.On(hanging, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var running = await studio.AcceptedAsync(Studio.Mascot(hanging));
        await studio.Workshop.DeleteAll();

        Assert.Equal((7, 0), await studio.BalanceAsync());
        foreach (var id in new[] { done.Id, running.Id, pictures.Id }) Assert.Equal(RefusalKind.NotFound, (await studio.Grain(id).Get(studio.Owner)).Refusal!.Kind);
        foreach (var key in done.Result!.Files.Concat(pictures.Result!.Files)) Assert.Null(await cluster.Blobs.FindAsync(BlobKey.Parse(key)));
        Assert.Equal(0, (await cluster.Grains.GetGrain<IGalleryGrain>(studio.Owner).Own(new FigureQuery([], 0, 10))).Total);
    }

    [Fact]
    public async Task Whoever_watches_an_owner_sees_every_change()
    {
        var studio = await Studio.OpenAsync(cluster, 10);
        // Where the feed is, is said at once: time stands still here.
        var begun = await studio.Workshop.Next(-1);
        Assert.Empty(begun.Changed);
        var job = await studio.AcceptedAsync(Studio.Mascot(_prompt));
        var seen = new List<Job>();
        for (var last = begun.Last; !seen.Any(change => change.HasEnded);)
        {
            var news = await studio.Workshop.Next(last);
            seen.AddRange(news.Changed);
            last = news.Last;
        }

        Assert.All(seen, change => Assert.Equal(job.Id, change.Id));
        Assert.Equal([JobState.Generating, JobState.Processing, JobState.Completed], seen.Select(change => change.State).Distinct());
        await studio.SettledAsync();
    }

    private static List<NewJob> Pack(Studio studio, Job mascot, int count)
    {
        string[] actions = ["wave", "dance", "jump"];
        var pack = Studio.NewId();
        return [.. actions.Take(count).Select(action => new NewJob(Studio.NewId(), studio.Owner, new AnimationOrder(mascot.Id, action, 360, null), pack))];
    }

    private static Task<JobPage> ListAsync(Studio studio, JobKind kind, string? subject = null) =>
        studio.Workshop.List(new JobQuery(kind, subject, FileId: null, 0, 100));

    /// <summary>Lets time pass in small steps: what waits for it may only just be about to begin waiting.</summary>
    private Task AdvanceUntilAsync(Func<bool> reached) => AdvanceUntilAsync(() => Task.FromResult(reached()));

    private Task AdvanceUntilAsync(Func<Task<bool>> reached) => Poll.UntilAsync(
        async () =>
        {
            if (!await reached()) cluster.Clock.Advance(TimeSpan.FromSeconds(1));
            return await reached();
        },
        TimeSpan.FromSeconds(30));
}
