using Platform.Companions;
using Platform.Conversations;

namespace Platform.Tests.Companions;

[Collection(nameof(PlatformCluster))]
public sealed class CompanionGrainTests(PlatformCluster cluster) : IAsyncLifetime
{
    private static readonly Persona Luna = new(
        "Luna", "anime", ["cheerful"], "friendly", new Dictionary<string, string> { ["hair_color"] = "Silver" });

    private readonly string _owner = Guid.NewGuid().ToString();

    // In a product without plans, which would say how many companions there may be.
    public Task InitializeAsync() => cluster.OpenAccountAsync(_owner, Products.ByteForge);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_created_is_shown_and_listed_newest_first()
    {
        var first = await CreateAsync();
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync();

        Assert.Equal(new Stats(100, 100, 0), first.Stats);
        Assert.Equal("Silver", first.Persona.Appearance["hair_color"]);
        var list = await cluster.Grains.GetGrain<ICompanionsGrain>(_owner).List();
        Assert.Equal([second.Id, first.Id], list.Select(companion => companion.Id));
    }

    [Fact]
    public async Task A_stranger_learns_nothing_and_changes_nothing()
    {
        var companion = await CreateAsync();
        var stranger = Guid.NewGuid().ToString();
        var unknown = Guid.NewGuid().ToString();

        Assert.Equal((await Actor(unknown).Get(stranger)).Refusal, (await Actor(companion.Id).Get(stranger)).Refusal);
        Assert.Equal(
            (await Actor(unknown).Change(stranger, new())).Refusal, (await Actor(companion.Id).Change(stranger, new("Mine"))).Refusal);
        Assert.Equal((await Actor(unknown).Delete(stranger)).Refusal, (await Actor(companion.Id).Delete(stranger)).Refusal);
        Assert.Equal((await Talk(unknown).Say(stranger, "Hi")).Refusal, (await Talk(companion.Id).Say(stranger, "Hi")).Refusal);
        Assert.Equal(
            (await Talk(unknown).History(stranger, 1, 50)).Refusal, (await Talk(companion.Id).History(stranger, 1, 50)).Refusal);
        Assert.Equal("Luna", (await Actor(companion.Id).Get(_owner)).Value!.Persona.Name);
        Assert.Equal(0, (await Talk(companion.Id).History(_owner, 1, 50)).Value!.Total);
    }

    [Fact]
    public async Task A_message_and_its_reply_are_in_the_history_after_a_new_activation()
    {
        var companion = await CreateAsync();
        var exchange = (await Talk(companion.Id).Say(_owner, "Hello there")).Value!;

        await cluster.Cluster.DeactivateAsync(Actor(companion.Id));

        var history = (await Talk(companion.Id).History(_owner, 1, 50)).Value!;
        Assert.Equal([exchange.UserMessage, exchange.Reply], history.Items);
        Assert.Equal([1L, 2L], history.Items.Select(message => message.Seq));
    }

    [Fact]
    public async Task Feelings_survive_a_new_activation_though_only_the_log_holds_them()
    {
        var companion = await CreateAsync();
        await Talk(companion.Id).Say(_owner, "You are wonderful, I love you!");
        var before = (await Actor(companion.Id).Get(_owner)).Value!;
        Assert.True(before.Stats.Bond > 0);

        await cluster.Cluster.DeactivateAsync(Actor(companion.Id));

        var after = (await Actor(companion.Id).Get(_owner)).Value!;
        Assert.Equal(before.Stats, after.Stats);
        Assert.Equal(before.Emotions, after.Emotions);
    }

    [Fact]
    public async Task Loneliness_grows_while_nobody_writes_and_sinks_when_somebody_does()
    {
        var companion = await CreateAsync();
        var atFirst = companion.Emotions.Loneliness;
        cluster.Clock.Advance(TimeSpan.FromHours(30));
        var alone = (await Actor(companion.Id).Get(_owner)).Value!.Emotions.Loneliness;
        await Talk(companion.Id).Say(_owner, "I'm back!");
        var together = (await Actor(companion.Id).Get(_owner)).Value!.Emotions.Loneliness;

        Assert.True(alone > 0.7 && alone > atFirst, $"{atFirst} -> {alone}");
        Assert.True(together < alone, $"{alone} -> {together}");
    }

    [Fact]
    public async Task A_broken_engine_refuses_but_keeps_the_users_message()
    {
        var companion = await CreateAsync();
        cluster.Engine.Next(() => throw new HttpRequestException("model down"));

        var refusal = (await Talk(companion.Id).Say(_owner, "Are you there?")).Refusal!;

        Assert.Equal(RefusalKind.ReplyFailed, refusal.Kind);
        Assert.DoesNotContain("model down", refusal.Message);
        var kept = Assert.Single((await Talk(companion.Id).History(_owner, 1, 50)).Value!.Items);
        Assert.Equal((MessageRole.User, "Are you there?"), (kept.Role, kept.Content));
        Assert.Equal([2L, 3L], Seqs((await Talk(companion.Id).Say(_owner, "Again")).Value!));
    }

    [Fact]
    public async Task While_a_slow_engine_thinks_the_message_is_already_kept_and_reads_go_on()
    {
        var companion = await CreateAsync();
        var thinking = new TaskCompletionSource<string>();
        cluster.Engine.Next(() => thinking.Task);
        var say = Talk(companion.Id).Say(_owner, "Think about it");
        await cluster.Engine.Asked.Task;

        // Reads interleave: they answer while the reply is still being written.
        Assert.NotNull((await Actor(companion.Id).Get(_owner)).Value);
        var history = (await Talk(companion.Id).History(_owner, 1, 50)).Value!;
        Assert.True(history.Total <= 1);

        thinking.SetResult("Done thinking.");
        Assert.Equal("Done thinking.", (await say).Value!.Reply.Content);
        Assert.Equal(2, (await Talk(companion.Id).History(_owner, 1, 50)).Value!.Total);
    }

    [Fact]
    public async Task Messages_sent_at_once_queue_without_a_gap_or_a_double()
    {
        var companion = await CreateAsync();
        var exchanges = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Talk(companion.Id).Say(_owner, $"Message {i}")));

        Assert.All(exchanges, exchange => Assert.Equal(exchange.Value!.UserMessage.Seq + 1, exchange.Value.Reply.Seq));
        Assert.Equal(Enumerable.Range(1, 80).Select(i => (long)i), exchanges.SelectMany(exchange => Seqs(exchange.Value!)).Order());
    }

    [Fact]
    public async Task A_number_taken_by_another_activation_fails_the_message_and_the_next_one_goes_on_behind_it()
    {
        var companion = await CreateAsync();
        await Talk(companion.Id).Say(_owner, "One");
        // As an activation on a silo that was cut off would have written it.
        var rival = new Message(Guid.NewGuid().ToString(), companion.Id, 3, MessageRole.User, "Rival", null, cluster.Clock.GetUtcNow());
        await new MessageLog(cluster.Database).AppendAsync(new LoggedMessage(rival, null));

        await Assert.ThrowsAnyAsync<Exception>(() => Talk(companion.Id).Say(_owner, "Two"));

        Assert.Equal([4L, 5L], Seqs((await Talk(companion.Id).Say(_owner, "Three")).Value!));
        Assert.Equal(5, (await Talk(companion.Id).History(_owner, 1, 50)).Value!.Total);
    }

    [Fact]
    public async Task A_page_holds_its_range_and_a_page_beyond_the_end_is_empty()
    {
        var companion = await CreateAsync();
        for (var i = 1; i <= 5; i++) await Talk(companion.Id).Say(_owner, $"Message {i}");

        var second = (await Talk(companion.Id).History(_owner, 2, 3)).Value!;
        Assert.Equal([4L, 5L, 6L], second.Items.Select(message => message.Seq));
        Assert.Equal(10, second.Total);
        Assert.Empty((await Talk(companion.Id).History(_owner, int.MaxValue, 100)).Value!.Items);
    }

    [Fact]
    public async Task A_deleted_companion_is_gone_with_every_message()
    {
        var companion = await CreateAsync();
        await Talk(companion.Id).Say(_owner, "Goodbye");

        Assert.NotNull((await Actor(companion.Id).Delete(_owner)).Value);

        Assert.Equal(RefusalKind.NotFound, (await Actor(companion.Id).Get(_owner)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Talk(companion.Id).Say(_owner, "Hello?")).Refusal!.Kind);
        Assert.Empty(await cluster.Grains.GetGrain<ICompanionsGrain>(_owner).List());
        Assert.Empty(await new MessageLog(cluster.Database).TailAsync(companion.Id, 10));
    }

    [Fact]
    public async Task A_change_touches_only_what_it_names()
    {
        var companion = await CreateAsync();
        var avatar = "data:image/png;base64," + new string('A', 40_000);
        await Actor(companion.Id).Change(_owner, new CompanionChange(Name: "Nova", AvatarUrl: avatar));
        await cluster.Cluster.DeactivateAsync(Actor(companion.Id));

        var changed = (await Actor(companion.Id).Get(_owner)).Value!;
        Assert.Equal(("Nova", "anime", avatar), (changed.Persona.Name, changed.Persona.Style, changed.AvatarUrl));
        Assert.Null((await Actor(companion.Id).Change(_owner, new CompanionChange(AvatarUrl: ""))).Value!.AvatarUrl);
    }

    [Fact]
    public async Task The_limit_holds_when_everything_comes_at_once()
    {
        var shelf = cluster.Grains.GetGrain<ICompanionsGrain>(_owner);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => shelf.Create(new NewCompanion(Luna, null))));

        Assert.Equal(100, outcomes.Count(outcome => outcome.Value is not null));
        Assert.All(outcomes.Where(outcome => outcome.Value is null), no => Assert.Equal(RefusalKind.LimitReached, no.Refusal!.Kind));
    }

    [Fact]
    public async Task Creating_again_under_the_same_id_gives_the_same_companion_also_at_once()
    {
        var shelf = cluster.Grains.GetGrain<ICompanionsGrain>(_owner);
        var id = Guid.NewGuid().ToString();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shelf.Create(new NewCompanion(Luna, null), id)));

        Assert.All(made, one => Assert.Equal(id, one.Value!.Id));
        Assert.Single(await shelf.List());
        await Assert.ThrowsAnyAsync<Exception>(() => Actor(id).Create(Guid.NewGuid().ToString(), new NewCompanion(Luna, null)));
    }

    [Fact]
    public async Task The_hundredth_created_again_is_given_and_not_counted_twice()
    {
        var shelf = cluster.Grains.GetGrain<ICompanionsGrain>(_owner);
        var id = Guid.NewGuid().ToString();
        for (var i = 0; i < 99; i++) await shelf.Create(new NewCompanion(Luna, null));
        await shelf.Create(new NewCompanion(Luna, null), id);

        Assert.Equal(id, (await shelf.Create(new NewCompanion(Luna, null), id)).Value!.Id);
        Assert.Equal(
            RefusalKind.LimitReached, (await shelf.Create(new NewCompanion(Luna, null), Guid.NewGuid().ToString())).Refusal!.Kind);
        Assert.Equal(100, (await shelf.List()).Count);
    }

    [Fact]
    public async Task Creating_again_puts_a_companion_into_the_list_that_a_failure_kept_out_of_it()
    {
        var companion = await CreateAsync();
        await new CompanionIndex(cluster.Database).RemoveAsync(companion.Id);
        var shelf = cluster.Grains.GetGrain<ICompanionsGrain>(_owner);
        await shelf.Create(new NewCompanion(Luna, null), companion.Id);
        Assert.Single(await shelf.List());
    }

    [Fact]
    public async Task Companions_spread_over_both_silos()
    {
        var management = cluster.Grains.GetGrain<IManagementGrain>(0);
        var silos = new HashSet<object?>();
        // Near the one who creates them, unless another silo is much emptier: many owners spread, the companions of one may not.
        for (var i = 0; i < 400 && silos.Count < 2; i++)
        {
            // How full they are, silos tell each other once a second. In less than that, all may go to the one that was emptier.
            await management.ForceRuntimeStatisticsCollection([.. (await management.GetHosts(onlyActive: true)).Keys]);
            var owner = Guid.NewGuid().ToString();
            await cluster.OpenAccountAsync(owner);
            silos.Add(await management.GetActivationAddress(Actor(await cluster.CreateLunaAsync(owner))));
        }

        Assert.Equal(2, silos.Count);
    }

    private static IEnumerable<long> Seqs(Exchange exchange) => [exchange.UserMessage.Seq, exchange.Reply.Seq];

    private async Task<Companion> CreateAsync() =>
        (await cluster.Grains.GetGrain<ICompanionsGrain>(_owner).Create(new NewCompanion(Luna, null))).Value!;

    private ICompanionGrain Actor(string id) => cluster.Grains.GetGrain<ICompanionGrain>(id);

    private ICompanionChatGrain Talk(string id) => cluster.Grains.GetGrain<ICompanionChatGrain>(id);
}
