using Platform.Companions;
using Platform.Idempotency;
using Platform.Testing;

namespace Platform.Tests.Idempotency;

[Collection(nameof(PlatformCluster))]
public sealed class IdempotentRequestGrainTests(PlatformCluster cluster)
{
    private static readonly byte[] Fingerprint = [1, 2, 3];
    private static readonly byte[] Answer = [4, 5, 6];

    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly string _owner = Guid.NewGuid().ToString();

    private IIdempotentRequestGrain Actor => cluster.Grains.GetGrain<IIdempotentRequestGrain>(_id);

    [Fact]
    public async Task The_first_runs_and_after_it_everybody_gets_its_answer()
    {
        var first = await BeginAsync();
        Assert.Equal(BeginVerdict.Proceed, first.Verdict);
        await Actor.Complete(first.Lease!, Answer);

        var second = await BeginAsync();
        Assert.Equal((BeginVerdict.Replay, null), (second.Verdict, second.Lease));
        Assert.Equal(Answer, second.Answer!);
    }

    [Fact]
    public async Task Another_fingerprint_is_another_request_before_and_after_the_answer()
    {
        var first = await BeginAsync();
        Assert.Equal(BeginVerdict.AnotherRequest, (await Actor.Begin(_owner, [9])).Verdict);
        await Actor.Complete(first.Lease!, Answer);
        Assert.Equal(BeginVerdict.AnotherRequest, (await Actor.Begin(_owner, [9])).Verdict);
    }

    [Fact]
    public async Task A_twin_waits_for_the_end_and_not_longer()
    {
        var first = await BeginAsync();
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
        var waiting = Actor.WhenEnded();
        // Another that interleaves with the one that waits.
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
        Assert.False(waiting.IsCompleted);
        await Actor.Complete(first.Lease!, Answer);

        Assert.True(await waiting);
        Assert.True(await Actor.WhenEnded());
        Assert.Equal(BeginVerdict.Replay, (await BeginAsync()).Verdict);
    }

    [Fact]
    public async Task A_twin_loses_patience_after_ten_seconds()
    {
        await BeginAsync();
        var waiting = Actor.WhenEnded();
        // In steps: nobody knows when the one that waits has begun to. The lease, which would end its waiting otherwise, lasts for twenty.
        await Poll.UntilAsync(
            () =>
            {
                cluster.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(waiting.IsCompleted);
            },
            TimeSpan.FromSeconds(30));
        Assert.False(await waiting);
    }

    [Fact]
    public async Task What_was_abandoned_runs_again_at_once_under_the_same_operation()
    {
        var first = (await BeginAsync()).Lease!;
        var waiting = Actor.WhenEnded();
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
        await Actor.Abandon(first);

        Assert.True(await waiting);
        var second = await BeginAsync();
        Assert.Equal((BeginVerdict.Proceed, first.OperationId), (second.Verdict, second.Lease!.OperationId));
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
    }

    [Fact]
    public async Task A_run_that_died_holds_its_lease_for_twenty_seconds_also_over_a_new_activation()
    {
        var first = (await BeginAsync()).Lease!;
        await cluster.Cluster.DeactivateAsync(Actor);
        cluster.Clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await Actor.WhenEnded());
        var second = await BeginAsync();
        Assert.Equal((BeginVerdict.Proceed, first.OperationId), (second.Verdict, second.Lease!.OperationId));
    }

    [Fact]
    public async Task A_run_that_goes_on_renews_its_lease_also_over_a_new_activation()
    {
        var lease = (await BeginAsync()).Lease!;
        for (var i = 0; i < 10; i++)
        {
            cluster.Clock.Advance(IIdempotentRequestGrain.RenewalPeriod);
            lease = (await Actor.Renew(lease))!;
            if (i == 5) await cluster.Cluster.DeactivateAsync(Actor);
        }

        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);
        await Actor.Abandon(lease);
        Assert.Equal(BeginVerdict.Proceed, (await BeginAsync()).Verdict);
    }

    [Fact]
    public async Task A_lease_that_has_passed_to_another_run_is_not_renewed()
    {
        var slow = (await BeginAsync()).Lease!;
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = (await BeginAsync()).Lease!;
        Assert.Null(await Actor.Renew(slow));
        await Actor.Complete(next, Answer);
        Assert.Null(await Actor.Renew(next));
    }

    [Fact]
    public async Task A_run_that_took_too_long_ends_no_other_but_may_still_answer_first()
    {
        var slow = (await BeginAsync()).Lease!;
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = (await BeginAsync()).Lease!;
        await Actor.Abandon(slow);
        Assert.Equal(BeginVerdict.InFlight, (await BeginAsync()).Verdict);

        await Actor.Complete(slow, Answer);
        await Actor.Complete(next, [7]);
        Assert.Equal(Answer, (await BeginAsync()).Answer!);
    }

    [Fact]
    public async Task Of_many_twins_at_once_one_runs()
    {
        var begun = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => BeginAsync()));
        Assert.Single(begun, one => one.Verdict == BeginVerdict.Proceed);
        Assert.Equal(31, begun.Count(one => one.Verdict == BeginVerdict.InFlight));
    }

    [Fact]
    public async Task After_a_day_the_request_is_new()
    {
        var first = (await BeginAsync()).Lease!;
        await Actor.Complete(first, Answer);
        cluster.Clock.Advance(TimeSpan.FromHours(24));
        var later = await Actor.Begin(_owner, [9]);

        Assert.Equal(BeginVerdict.Proceed, later.Verdict);
        Assert.NotEqual(first.OperationId, later.Lease!.OperationId);
        // A straggler of the day before.
        await Actor.Complete(first, Answer);
        Assert.Equal(BeginVerdict.InFlight, (await Actor.Begin(_owner, [9])).Verdict);
    }

    [Fact]
    public async Task A_crash_between_the_effect_and_its_record_makes_no_second_companion()
    {
        await cluster.OpenAccountAsync(_owner);
        var companions = cluster.Grains.GetGrain<ICompanionsGrain>(_owner);
        var first = (await BeginAsync()).Lease!;
        var made = (await companions.Create(PlatformCluster.Luna, first.OperationId)).Value!;
        // The front door dies here.
        cluster.Clock.Advance(TimeSpan.FromMinutes(1));

        var retry = (await BeginAsync()).Lease!;
        var again = (await companions.Create(PlatformCluster.Luna, retry.OperationId)).Value!;

        Assert.Equal((made.Id, made.CreatedAt), (again.Id, again.CreatedAt));
        Assert.Single(await companions.List());
    }

    private Task<Begun> BeginAsync() => Actor.Begin(_owner, Fingerprint);
}
