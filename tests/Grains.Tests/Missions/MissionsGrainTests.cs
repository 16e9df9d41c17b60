using Platform.Companions;
using Platform.Identity;
using Platform.Missions;
using Platform.Tests.Companions;

namespace Platform.Tests.Missions;

[Collection(nameof(PlatformCluster))]
public sealed class MissionsGrainTests(PlatformCluster cluster) : IAsyncLifetime
{
    private readonly string _owner = Guid.NewGuid().ToString();

    private string _luna = "";

    public async Task InitializeAsync()
    {
        await cluster.OpenAccountAsync(_owner);
        _luna = await CreateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_said_before_the_start_does_not_count_and_what_is_said_after_it_does()
    {
        await SayAsync("Hello");
        await StartAsync("small-talk");
        Assert.Equal(0, await ProgressAsync("small-talk"));
        await SayAsync("Hello again");
        Assert.Equal(1, await ProgressAsync("small-talk"));
        Assert.Equal(1, await ProgressAsync("small-talk"));
    }

    [Fact]
    public async Task Eight_starts_at_once_are_one()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Missions.Start("first-words")));
        Assert.Single(started.Select(outcome => outcome.Value!.Id).Distinct());
        Assert.Single(await Missions.List());
    }

    [Fact]
    public async Task A_crash_between_a_message_and_its_count_loses_nothing_and_counts_nothing_twice()
    {
        await StartAsync("small-talk");
        await SayAsync("One");
        Assert.Equal(1, await ProgressAsync("small-talk"));
        await SayAsync("Two");
        await cluster.Cluster.DeactivateAsync(Missions);
        await cluster.Cluster.DeactivateAsync(cluster.Grains.GetGrain<ICompanionGrain>(_luna));
        Assert.Equal(2, await ProgressAsync("small-talk"));
        await cluster.Cluster.DeactivateAsync(Missions);
        Assert.Equal(2, await ProgressAsync("small-talk"));
    }

    [Fact]
    public async Task Messages_sent_while_somebody_reads_are_counted_once_each()
    {
        await StartAsync("deep-talk");
        await Task.WhenAll(Enumerable.Range(0, 30).SelectMany(i => new Task[] { SayAsync($"Message {i}"), Missions.List() }));
        Assert.Equal(30, await ProgressAsync("deep-talk"));
    }

    [Fact]
    public async Task A_send_asks_nothing_of_the_missions()
    {
        await StartAsync("small-talk");
        await cluster.Cluster.DeactivateAsync(Missions);
        await SayAsync("Hello");
        Assert.Null(await cluster.Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(Missions));
    }

    [Fact]
    public async Task A_streak_takes_days_in_a_row_and_begins_anew_after_a_gap()
    {
        await StartAsync("streak-3");
        await SayAsync("Day one");
        cluster.Clock.Advance(TimeSpan.FromDays(1));
        await SayAsync("Day two");
        await SayAsync("And once more");
        Assert.Equal(2, await ProgressAsync("streak-3"));
        cluster.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await ProgressAsync("streak-3"));
        for (var day = 0; day < 3; day++)
        {
            await SayAsync("Here I am");
            cluster.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.NotNull((await FindAsync("streak-3")).CompletedAt);
    }

    [Fact]
    public async Task Twenty_claims_at_once_pay_once()
    {
        var mission = await CompletedAsync();
        var before = await StatsAsync(_luna);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Missions.Claim(mission.Id)));

        Assert.Single(claims, claim => claim.Value is not null);
        Assert.All(claims.Where(claim => claim.Value is null), claim => Assert.Equal(RefusalKind.AlreadyClaimed, claim.Refusal!.Kind));
        Assert.Equal(before.Bond + mission.Mission.Reward.Bond, (await StatsAsync(_luna)).Bond);
        Assert.Equal(_luna, (await FindAsync("first-words")).ClaimedBy);
    }

    [Fact]
    public async Task A_claim_that_died_after_the_reward_ends_without_a_second_one()
    {
        var mission = await CompletedAsync();
        var before = await StatsAsync(_luna);
        var payment = (await Steps.BeginClaim(mission.Id)).Value!;
        await cluster.Grains.GetGrain<ICompanionDeedsGrain>(payment.CompanionId).Reward(_owner, payment.MissionId, mission.Id, payment.Reward);
        await cluster.Cluster.DeactivateAsync(Missions);
        await cluster.Cluster.DeactivateAsync(cluster.Grains.GetGrain<ICompanionGrain>(_luna));

        Assert.NotNull((await Missions.Claim(mission.Id)).Value!.ClaimedAt);
        Assert.Equal(before.Bond + mission.Mission.Reward.Bond, (await StatsAsync(_luna)).Bond);
    }

    [Fact]
    public async Task What_is_not_completed_or_not_mine_can_not_be_claimed()
    {
        var started = await StartAsync("first-words");
        Assert.Equal(RefusalKind.NotCompleted, (await Missions.Claim(started.Id)).Refusal!.Kind);
        var stranger = cluster.Grains.GetGrain<IMissionsGrain>(Guid.NewGuid().ToString());
        Assert.Equal(RefusalKind.NotFound, (await stranger.Claim(started.Id)).Refusal!.Kind);
    }

    [Fact]
    public async Task The_reward_goes_to_the_newest_companion_where_the_one_that_earned_it_is_gone()
    {
        var mission = await CompletedAsync();
        await cluster.Grains.GetGrain<ICompanionGrain>(_luna).Delete(_owner);
        Assert.Equal(RefusalKind.NotFound, (await Missions.Claim(mission.Id)).Refusal!.Kind);
        var nova = await CreateAsync();
        Assert.Equal(nova, (await Missions.Claim(mission.Id)).Value!.ClaimedBy);
        Assert.Equal(mission.Mission.Reward.Bond, (await StatsAsync(nova)).Bond);
    }

    [Fact]
    public async Task What_was_said_before_the_history_was_emptied_or_the_companion_deleted_still_counts()
    {
        await StartAsync("small-talk");
        await SayAsync("One");
        Assert.NotNull((await cluster.Grains.GetGrain<ICompanionChatGrain>(_luna).Clear(_owner)).Value);
        await SayAsync("Two");
        await cluster.Grains.GetGrain<ICompanionGrain>(_luna).Delete(_owner);
        Assert.Equal(2, await ProgressAsync("small-talk"));
    }

    [Fact]
    public async Task Claims_emptying_and_care_at_once_do_not_wait_for_each_other_for_ever()
    {
        await StartAsync("deep-talk");
        for (var round = 0; round < 5; round++)
        {
            var mission = round == 0 ? await CompletedAsync() : await FindAsync("first-words");
            await Task.WhenAll(
                Missions.Claim(mission.Id),
                Missions.Execute("feed", _luna, Guid.NewGuid().ToString()),
                cluster.Grains.GetGrain<ICompanionChatGrain>(_luna).Clear(_owner),
                Missions.List(),
                SayAsync("Hello")).WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task A_claimed_mission_starts_anew_only_after_its_cooldown()
    {
        await StartAsync("feed");
        await FeedAsync();
        var first = await FindAsync("feed");
        Assert.NotNull(first.CompletedAt);
        await Missions.Claim(first.Id);
        Assert.Equal(first.Id, (await StartAsync("feed")).Id);
        cluster.Clock.Advance(TimeSpan.FromHours(1));

        var second = await StartAsync("feed");
        Assert.NotEqual(first.Id, second.Id);
        Assert.Null(second.CompletedAt);
        await FeedAsync();
        Assert.NotNull((await Missions.Claim(second.Id)).Value);
        Assert.Equal(2 * (5 + 1), (await StatsAsync(_luna)).Bond);
    }

    [Fact]
    public async Task Missions_go_with_the_account_and_none_starts_afterwards()
    {
        await StartAsync("first-words");
        await cluster.Grains.GetGrain<IUserGrain>(_owner).Delete();
        Assert.Empty(await Missions.List());
        Assert.Equal(RefusalKind.NotFound, (await Missions.Start("first-words")).Refusal!.Kind);
    }

    private IMissionsGrain Missions => cluster.Grains.GetGrain<IMissionsGrain>(_owner);

    private IMissionStepsGrain Steps => cluster.Grains.GetGrain<IMissionStepsGrain>(_owner);

    private async Task<UserMission> CompletedAsync()
    {
        await StartAsync("first-words");
        await SayAsync("Hello");
        return await FindAsync("first-words");
    }

    private async Task<UserMission> StartAsync(string mission) => (await Missions.Start(mission)).Value!;

    private async Task<UserMission> FindAsync(string mission) => (await Missions.List()).Single(one => one.Mission.Id == mission);

    private async Task<int> ProgressAsync(string mission) => (await FindAsync(mission)).Progress;

    private async Task SayAsync(string text) => Assert.NotNull((await cluster.Grains.GetGrain<ICompanionChatGrain>(_luna).Say(_owner, text)).Value);

    private async Task FeedAsync() => Assert.NotNull((await Missions.Execute("feed", _luna, Guid.NewGuid().ToString())).Value);

    private async Task<Stats> StatsAsync(string id) => (await cluster.Grains.GetGrain<ICompanionGrain>(id).Get(_owner)).Value!.Stats;

    private Task<string> CreateAsync() => cluster.CreateLunaAsync(_owner);
}
