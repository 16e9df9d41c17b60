using Platform.Companions;
using Platform.Companions.Autonomy;
using Platform.Conversations;
using Platform.Identity;
using Platform.Storage.Sqlite;
using Platform.Testing;

namespace Platform.Tests.Companions.Autonomy;

/// <summary>An account of Demi's each, whose companion is called by her reminder or by a test in its place.</summary>
public sealed class AutonomyGrainTests(AutonomyGrainTests.Fixture fixture) : IClassFixture<AutonomyGrainTests.Fixture>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PlatformCluster _cluster = fixture.Cluster;

    private readonly string _id = Guid.NewGuid().ToString();

    private ICompanionAutonomyGrain Demi => _cluster.Grains.GetGrain<ICompanionAutonomyGrain>(_id);

    private ICompanionChatGrain Talk => _cluster.Grains.GetGrain<ICompanionChatGrain>(_id);

    public Task InitializeAsync() => _cluster.OpenAccountAsync(_id, Products.Demi);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_account_of_Demi_has_her_from_the_start_and_she_will_be_lonely()
    {
        var demi = (await _cluster.Grains.GetGrain<ICompanionGrain>(_id).Get(_id)).Value!;
        Assert.Equal("Demi", demi.Persona.Name);
        var forecast = (await Demi.Forecast(_id)).Value!;
        Assert.Equal(CheckInTrigger.Loneliness, forecast.Trigger);
        Assert.InRange(forecast.At!.Value - _cluster.Clock.GetUtcNow(), TimeSpan.FromHours(20), TimeSpan.FromHours(22));
        Assert.NotNull(await ReminderAsync());
    }

    [Fact]
    public async Task A_companion_that_a_crash_kept_from_her_account_is_there_after_its_next_activation()
    {
        await _cluster.Grains.GetGrain<ICompanionGrain>(_id).Delete(_id);
        var user = _cluster.Grains.GetGrain<IUserGrain>(_id);
        await _cluster.Cluster.DeactivateAsync(user);
        await user.GetAccount();
        Assert.NotNull((await _cluster.Grains.GetGrain<ICompanionGrain>(_id).Get(_id)).Value);
    }

    [Fact]
    public async Task Her_reminder_brings_a_check_in_with_its_reason_once()
    {
        var expected = (await Demi.Forecast(_id)).Value!.At!.Value;
        PassTo(expected);
        // The engine's own timer may not have been armed yet when the clock leapt: then the reminder comes an interval later.
        await Poll.UntilAsync(
            async () =>
            {
                _cluster.Clock.Advance(TimeSpan.FromMinutes(1));
                return (await CheckInsAsync()).Count > 0;
            },
            Patience);

        // As if the reminder came again and again.
        await Task.WhenAll(WakeAsync(), WakeAsync(), WakeAsync());

        var checkIn = Assert.Single(await CheckInsAsync());
        Assert.Equal(CheckInTrigger.Loneliness, checkIn.Trigger);
        Assert.True(checkIn.Emotions.Loneliness > 0.7);
        Assert.Contains("above 0.7", checkIn.Cause);
        Assert.False(checkIn.WasIgnored);
        var message = Assert.Single((await RecallAsync()).Items);
        Assert.Equal((checkIn.Id, "Hey, you there?", checkIn.Emotions), (message.Message.Id, message.Message.Content, message.Emotions));
        Assert.Equal(MessageRole.Assistant, message.Message.Role);
    }

    [Fact]
    public async Task A_wake_that_comes_early_says_nothing()
    {
        await WakeAsync();
        Assert.Empty(await CheckInsAsync());
    }

    [Fact]
    public async Task It_is_sent_once_by_whoever_wakes_after_the_actor_has_moved()
    {
        var expected = (await Demi.Forecast(_id)).Value!.At!.Value;
        await _cluster.Cluster.DeactivateAsync(Demi);
        PassTo(expected);
        await Task.WhenAll(WakeAsync(), WakeAsync());
        await _cluster.Cluster.DeactivateAsync(Demi);
        await WakeAsync();
        Assert.Single(await CheckInsAsync());
    }

    [Fact]
    public async Task A_number_taken_by_another_activation_leaves_no_check_in_behind()
    {
        PassTo((await Demi.Forecast(_id)).Value!.At!.Value.AddMinutes(-10));
        await Talk.History(_id, 1, 1);
        // As an activation on a silo that was cut off would have written it.
        var log = new MessageLog(_cluster.Database);
        var rival = new Message(Guid.NewGuid().ToString(), _id, 1, MessageRole.Assistant, "Rival", null, _cluster.Clock.GetUtcNow());
        await log.AppendAsync(
            new LoggedMessage(rival, null), CheckInLog.Append(rival, CheckInTrigger.Loneliness, "Rival.", new(1, 0, 0, 0, 0)));

        _cluster.Clock.Advance(TimeSpan.FromMinutes(11));
        // Whose wake meets the conflict, this one's or the reminder's own, is a race; the next finds the rival's in the log.
        await Record.ExceptionAsync(WakeAsync);
        await Poll.UntilAsync(
            async () => await Record.ExceptionAsync(WakeAsync) is null
                && (await Demi.Forecast(_id)).Value!.Trigger == CheckInTrigger.GuiltTrip,
            Patience);

        Assert.Equal("Rival.", Assert.Single(await CheckInsAsync()).Cause);
        Assert.Single((await RecallAsync()).Items);
    }

    [Fact]
    public async Task Who_writes_meanwhile_is_not_asked_where_they_are()
    {
        var expected = (await Demi.Forecast(_id)).Value!.At!.Value;
        PassTo(expected.AddMinutes(-20));
        await Talk.Say(_id, "Hello there");
        _cluster.Clock.Advance(TimeSpan.FromMinutes(30));
        await WakeAsync();

        Assert.Empty(await CheckInsAsync());
        Assert.True((await Demi.Forecast(_id)).Value!.At > expected.AddHours(8));
    }

    [Fact]
    public async Task A_message_that_brings_the_next_check_nearer_moves_the_reminder_and_none_other_does()
    {
        var before = await ReminderAsync();
        await Talk.Say(_id, "Hello");
        Assert.Equal(before!.ETag, (await ReminderAsync())!.ETag);

        for (var i = 0; i < 3; i++) await Talk.Say(_id, "You are stupid, I hate you!");
        var forecast = (await Demi.Forecast(_id)).Value!;
        Assert.Equal(CheckInTrigger.Frustration, forecast.Trigger);
        Assert.True(forecast.At - _cluster.Clock.GetUtcNow() <= TimeSpan.FromMinutes(15));
        Assert.InRange((await ReminderAsync())!.StartAt - forecast.At!.Value.UtcDateTime, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task The_reminder_is_moved_before_a_slow_answer_is_there()
    {
        // So that the first insult is enough.
        await Demi.SetAutonomy(_id, AutonomySettings.Default with { Frustration = new(0.2, "Seriously?") });
        var before = (await ReminderAsync())!.StartAt;
        var thinking = new TaskCompletionSource<string>();
        _cluster.Engine.Next(() => thinking.Task);
        var saying = Talk.Say(_id, "You are stupid, I hate you!");
        await Poll.UntilAsync(async () => (await ReminderAsync())!.StartAt < before, TimeSpan.FromSeconds(30));

        Assert.False(saying.IsCompleted);
        thinking.SetResult("Oh.");
        Assert.NotNull((await saying).Value);
    }

    [Fact]
    public async Task A_wake_before_anything_is_due_moves_itself()
    {
        var first = (await Demi.Forecast(_id)).Value!.At!.Value;
        PassTo(first.AddMinutes(-20));
        await Talk.Say(_id, "Hello there");
        _cluster.Clock.Advance(TimeSpan.FromMinutes(30));
        await WakeAsync();

        var next = (await Demi.Forecast(_id)).Value!.At!.Value;
        Assert.InRange((await ReminderAsync())!.StartAt - next.UtcDateTime, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_is_ignored_makes_her_annoyed_and_then_hurt()
    {
        await BringCheckInAsync();
        _cluster.Clock.Advance(TimeSpan.FromHours(23));
        await WakeAsync();
        Assert.False(Assert.Single(await CheckInsAsync()).WasIgnored);

        _cluster.Clock.Advance(TimeSpan.FromHours(1.5));
        await WakeAsync();
        _cluster.Clock.Advance(TimeSpan.FromHours(24.5));
        await WakeAsync();

        var checkIns = await CheckInsAsync();
        Assert.Equal([CheckInTrigger.GuiltTrip, CheckInTrigger.GuiltTrip, CheckInTrigger.Loneliness], checkIns.Select(one => one.Trigger));
        Assert.Equal([false, true, true], checkIns.Select(one => one.WasIgnored));
        Assert.Contains("24 hours", checkIns[1].Cause);
        Assert.Contains("49 hours", checkIns[0].Cause);
        Assert.All((await RecallAsync()).Items, item => Assert.InRange(item.Message.Content.Length, 1, 500));
    }

    [Fact]
    public async Task An_answer_ends_it_and_one_that_came_too_late_leaves_it_ignored()
    {
        await Demi.SetAutonomy(_id, AutonomySettings.Default with { GuiltTrip = new(false, 24) });
        await BringCheckInAsync();
        _cluster.Clock.Advance(TimeSpan.FromHours(30));
        Assert.Null((await Demi.Forecast(_id)).Value!.At);
        Assert.True(Assert.Single(await CheckInsAsync()).WasIgnored);

        await Talk.Say(_id, "Sorry, here I am");
        await _cluster.Cluster.DeactivateAsync(Demi);
        Assert.True(Assert.Single(await CheckInsAsync()).WasIgnored);
        Assert.Equal(CheckInTrigger.Loneliness, (await Demi.Forecast(_id)).Value!.Trigger);
    }

    [Fact]
    public async Task New_settings_are_planned_by_at_once_and_outlive_the_actor()
    {
        var settings = AutonomySettings.Default with { CheckIntervalMinutes = 5, Loneliness = new(0.2, "Psst.") };
        await Demi.SetAutonomy(_id, settings);
        await _cluster.Cluster.DeactivateAsync(Demi);
        Assert.Equal(settings, (await Demi.GetAutonomy(_id)).Value);
        Assert.True((await Demi.Forecast(_id)).Value!.At - _cluster.Clock.GetUtcNow() <= TimeSpan.FromMinutes(5));
        _cluster.Clock.Advance(TimeSpan.FromMinutes(5));
        await WakeAsync();
        Assert.Equal("Psst.", Assert.Single((await RecallAsync()).Items).Message.Content);

        await Demi.SetAutonomy(_id, settings with { Enabled = false });
        Assert.Null((await Demi.Forecast(_id)).Value!.At);
        Assert.Null(await ReminderAsync());
    }

    [Fact]
    public async Task Nothing_of_her_is_left_when_the_account_goes()
    {
        await BringCheckInAsync();
        await _cluster.Grains.GetGrain<IUserGrain>(_id).Delete();
        Assert.Null(await ReminderAsync());
        Assert.Equal(0, await new CheckInLog(_cluster.Database).CountAsync(_id));
        await WakeAsync();
        Assert.Equal(RefusalKind.NotFound, (await Demi.Forecast(_id)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_stranger_learns_nothing_of_it()
    {
        var stranger = Guid.NewGuid().ToString();
        Assert.Equal(RefusalKind.NotFound, (await Demi.GetAutonomy(stranger)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Demi.SetAutonomy(stranger, AutonomySettings.Default)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Demi.RecentCheckIns(stranger, 10)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Demi.Forecast(stranger)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Talk.MarkDelivered(stranger, 1)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Talk.MarkRead(stranger, stranger)).Refusal!.Kind);
    }

    [Fact]
    public async Task Her_messages_are_sent_then_delivered_then_read_and_the_users_read_when_she_answers()
    {
        var reply = (await Talk.Say(_id, "Hello")).Value!.Reply;
        await Talk.MarkRead(_id, Guid.NewGuid().ToString());
        _cluster.Clock.Advance(TimeSpan.FromSeconds(5));
        var delivered = (await RecallAsync()).Items;
        Assert.Equal((_cluster.Clock.GetUtcNow(), (DateTimeOffset?)null), (delivered[0].DeliveredAt!.Value, delivered[0].ReadAt));
        Assert.Equal((delivered[1].Message.CreatedAt, reply.CreatedAt), (delivered[1].DeliveredAt!.Value, delivered[1].ReadAt!.Value));
        Assert.Null(delivered[1].Emotions);

        _cluster.Clock.Advance(TimeSpan.FromSeconds(5));
        await Talk.MarkRead(_id, reply.Id);
        _cluster.Clock.Advance(TimeSpan.FromSeconds(5));
        await Talk.MarkRead(_id, reply.Id);
        var read = (await RecallAsync()).Items[0];
        Assert.Equal(delivered[0].DeliveredAt, read.DeliveredAt);
        Assert.Equal(_cluster.Clock.GetUtcNow().AddSeconds(-5), read.ReadAt);
    }

    [Fact]
    public async Task Paging_by_the_moment_of_the_last_message_shown_loses_and_repeats_none()
    {
        for (var i = 0; i < 6; i++) await Talk.Say(_id, $"Message {i}");
        var seen = new List<TrackedMessage>();
        HistorySlice slice;
        do
        {
            slice = await RecallAsync(5, seen.Count > 0 ? seen[^1].Message.CreatedAt : null);
            seen.AddRange(slice.Items);
        }
        while (slice.HasMore);

        Assert.Equal(Enumerable.Range(1, 12).Reverse().Select(seq => (long)seq), seen.Select(item => item.Message.Seq));
    }

    private async Task BringCheckInAsync()
    {
        PassTo((await Demi.Forecast(_id)).Value!.At!.Value);
        await WakeAsync();
        Assert.Single(await CheckInsAsync());
    }

    private void PassTo(DateTimeOffset time) => _cluster.Clock.Advance(time - _cluster.Clock.GetUtcNow());

    /// <summary>As the reminder would.</summary>
    private Task WakeAsync() =>
        _cluster.Grains.GetGrain<IRemindable>(GrainId.Create("companion", _id)).ReceiveReminder("check-in", new TickStatus());

    private Task<ReminderEntry?> ReminderAsync() => fixture.Reminders.ReadRow(GrainId.Create("companion", _id), "check-in")!;

    private async Task<IReadOnlyList<CheckIn>> CheckInsAsync() => (await Demi.RecentCheckIns(_id, 50)).Value!.Items;

    private async Task<HistorySlice> RecallAsync(int limit = 100, DateTimeOffset? before = null) =>
        (await Talk.Recall(_id, new HistoryQuery(_cluster.Clock.GetUtcNow().AddDays(-7), before, limit))).Value!;

    /// <summary>A cluster of its own: other tests would be woken by leaps of a day, and wake these.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        public PlatformCluster Cluster { get; } = new();

        public IReminderTable Reminders { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Cluster.InitializeAsync();
            Reminders = new SqliteReminderTable(Cluster.Database, new IdSource(Cluster.Clock, new SystemEntropy()));
        }

        public Task DisposeAsync() => Cluster.DisposeAsync();
    }
}
