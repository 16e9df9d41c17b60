using Platform.Companions;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Tests.Companions;

[Collection(nameof(PlatformCluster))]
public sealed class EmptiedConversationTests(PlatformCluster cluster) : LunaTests(cluster)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_is_left_feelings_stay_and_numbers_go_on(bool deactivated)
    {
        await Luna.Say(Owner, "You are wonderful");
        var before = (await Actor.Get(Owner)).Value!;
        Assert.NotNull((await Luna.Clear(Owner)).Value);
        if (deactivated) await Cluster.Cluster.DeactivateAsync(Actor);

        Assert.Equal(0, (await Luna.History(Owner, 1, 50)).Value!.Total);
        Assert.All(await Log.TailAsync(LunaId, 10), row => Assert.Equal(("", null), (row.Message.Content, row.Feelings)));
        var after = (await Actor.Get(Owner)).Value!;
        Assert.Equal((before.Stats, before.Emotions), (after.Stats, after.Emotions));

        var next = (await Luna.Say(Owner, "Hello again")).Value!;
        Assert.Equal((3L, 4L), (next.UserMessage.Seq, next.Reply.Seq));
        if (deactivated) await Cluster.Cluster.DeactivateAsync(Actor);
        var page = (await Luna.History(Owner, 1, 50)).Value!;
        Assert.Equal(2, page.Total);
        Assert.Equal([next.UserMessage, next.Reply], page.Items);
        Assert.True((await Actor.Get(Owner)).Value!.Stats.Bond > after.Stats.Bond);
    }

    [Fact]
    public async Task An_activation_that_was_cut_off_can_not_write_under_a_number_that_was_used()
    {
        await Luna.Say(Owner, "One");
        await Luna.Clear(Owner);
        var stale = new Message(Guid.NewGuid().ToString(), LunaId, 2, MessageRole.User, "Stale", null, Cluster.Clock.GetUtcNow());
        await Assert.ThrowsAsync<StoreConflictException>(() => Log.AppendAsync(new LoggedMessage(stale, null)));
    }

    [Fact]
    public async Task What_a_crash_kept_from_being_erased_is_hidden_and_erased_by_the_next_activation()
    {
        await Luna.Say(Owner, "One");
        var transcript = new Transcript(LunaId, Log, new IdSource(Cluster.Clock, new SystemEntropy()));
        await transcript.LoadAsync(clearedThrough: 2);

        Assert.Empty(transcript.Recent);
        Assert.Empty((await transcript.PageAsync(1, 50)).Items);
        Assert.All(await Log.TailAsync(LunaId, 10), row => Assert.Empty(row.Message.Content));
    }

    [Fact]
    public async Task Sends_and_emptying_at_once_leave_whole_exchanges_and_no_number_twice()
    {
        var sends = Enumerable.Range(0, 20).Select(i => Luna.Say(Owner, $"Message {i}")).ToList();
        var clears = Enumerable.Range(0, 3).Select(_ => Luna.Clear(Owner)).ToList();
        sends.AddRange(Enumerable.Range(20, 20).Select(i => Luna.Say(Owner, $"Message {i}")));
        var exchanges = await Task.WhenAll(sends);
        await Task.WhenAll(clears);

        var page = (await Luna.History(Owner, 1, 100)).Value!;
        Assert.Equal(0, page.Total % 2);
        Assert.Equal(page.Total, page.Items.Count);
        Assert.Equal(
            Enumerable.Range(1, 80).Select(i => (long)i),
            exchanges.SelectMany(exchange => new[] { exchange.Value!.UserMessage.Seq, exchange.Value.Reply.Seq }).Order());
    }

    [Fact]
    public async Task The_latest_messages_are_counted_from_the_end()
    {
        for (var i = 1; i <= 3; i++) await Luna.Say(Owner, $"Message {i}");
        Assert.Equal([3L, 4L], (await Luna.Latest(Owner, skip: 2, limit: 2)).Value!.Items.Select(message => message.Seq));
        Assert.Equal([1L], (await Luna.Latest(Owner, skip: 5, limit: 50)).Value!.Items.Select(message => message.Seq));
        Assert.Empty((await Luna.Latest(Owner, skip: int.MaxValue, limit: 50)).Value!.Items);
    }

    [Fact]
    public async Task A_stranger_empties_nothing()
    {
        await Luna.Say(Owner, "Ours");
        Assert.Equal(RefusalKind.NotFound, (await Luna.Clear("stranger")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Luna.Latest("stranger", 0, 50)).Refusal!.Kind);
        Assert.Equal(2, (await Luna.History(Owner, 1, 50)).Value!.Total);
    }

    private ICompanionGrain Actor => Cluster.Grains.GetGrain<ICompanionGrain>(LunaId);

    private MessageLog Log => new(Cluster.Database);
}
