using Platform.Companions;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Tests.Companions;

[Collection(nameof(PlatformCluster))]
public sealed class EmptiedConversationTests(PlatformCluster cluster) : IAsyncLifetime
{
    private readonly string _owner = Guid.NewGuid().ToString();
    private string _luna = "";

    public async Task InitializeAsync()
    {
        await cluster.OpenAccountAsync(_owner);
        _luna = await cluster.CreateLunaAsync(_owner);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_is_left_feelings_stay_and_numbers_go_on(bool deactivated)
    {
        await Chat.Say(_owner, "You are wonderful");
        var before = (await Actor.Get(_owner)).Value!;
        Assert.NotNull((await Chat.Clear(_owner)).Value);
        if (deactivated) await cluster.Cluster.DeactivateAsync(Actor);

        Assert.Equal(0, (await Chat.History(_owner, 1, 50)).Value!.Total);
        Assert.All(await Log.TailAsync(_luna, 10), row => Assert.Equal(("", null), (row.Message.Content, row.Feelings)));
        var after = (await Actor.Get(_owner)).Value!;
        Assert.Equal((before.Stats, before.Emotions), (after.Stats, after.Emotions));

        var next = (await Chat.Say(_owner, "Hello again")).Value!;
        Assert.Equal((3L, 4L), (next.UserMessage.Seq, next.Reply.Seq));
        if (deactivated) await cluster.Cluster.DeactivateAsync(Actor);
        var page = (await Chat.History(_owner, 1, 50)).Value!;
        Assert.Equal(2, page.Total);
        Assert.Equal([next.UserMessage, next.Reply], page.Items);
        Assert.True((await Actor.Get(_owner)).Value!.Stats.Bond > after.Stats.Bond);
    }

    [Fact]
    public async Task An_activation_that_was_cut_off_can_not_write_under_a_number_that_was_used()
    {
        await Chat.Say(_owner, "One");
        await Chat.Clear(_owner);
        var stale = new Message(Guid.NewGuid().ToString(), _luna, 2, MessageRole.User, "Stale", null, cluster.Clock.GetUtcNow());
        await Assert.ThrowsAsync<StoreConflictException>(() => Log.AppendAsync(new LoggedMessage(stale, null)));
    }

    [Fact]
    public async Task What_a_crash_kept_from_being_erased_is_hidden_and_erased_by_the_next_activation()
    {
        await Chat.Say(_owner, "One");
        var transcript = new Transcript(_luna, Log, new IdSource(cluster.Clock, new SystemEntropy()));
        await transcript.LoadAsync(clearedThrough: 2);

        Assert.Empty(transcript.Recent);
        Assert.Empty((await transcript.PageAsync(1, 50)).Items);
        Assert.All(await Log.TailAsync(_luna, 10), row => Assert.Empty(row.Message.Content));
    }

    [Fact]
    public async Task Sends_and_emptying_at_once_leave_whole_exchanges_and_no_number_twice()
    {
        var sends = Enumerable.Range(0, 20).Select(i => Chat.Say(_owner, $"Message {i}")).ToList();
        var clears = Enumerable.Range(0, 3).Select(_ => Chat.Clear(_owner)).ToList();
        sends.AddRange(Enumerable.Range(20, 20).Select(i => Chat.Say(_owner, $"Message {i}")));
        var exchanges = await Task.WhenAll(sends);
        await Task.WhenAll(clears);

        var page = (await Chat.History(_owner, 1, 100)).Value!;
        Assert.Equal(0, page.Total % 2);
        Assert.Equal(page.Total, page.Items.Count);
        Assert.Equal(
            Enumerable.Range(1, 80).Select(i => (long)i),
            exchanges.SelectMany(exchange => new[] { exchange.Value!.UserMessage.Seq, exchange.Value.Reply.Seq }).Order());
    }

    [Fact]
    public async Task The_latest_messages_are_counted_from_the_end()
    {
        for (var i = 1; i <= 3; i++) await Chat.Say(_owner, $"Message {i}");
        Assert.Equal([3L, 4L], (await Chat.Latest(_owner, skip: 2, limit: 2)).Value!.Items.Select(message => message.Seq));
        Assert.Equal([1L], (await Chat.Latest(_owner, skip: 5, limit: 50)).Value!.Items.Select(message => message.Seq));
        Assert.Empty((await Chat.Latest(_owner, skip: int.MaxValue, limit: 50)).Value!.Items);
    }

    [Fact]
    public async Task A_stranger_empties_nothing()
    {
        await Chat.Say(_owner, "Ours");
        Assert.Equal(RefusalKind.NotFound, (await Chat.Clear("stranger")).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Chat.Latest("stranger", 0, 50)).Refusal!.Kind);
        Assert.Equal(2, (await Chat.History(_owner, 1, 50)).Value!.Total);
    }

    private ICompanionGrain Actor => cluster.Grains.GetGrain<ICompanionGrain>(_luna);

    private ICompanionChatGrain Chat => cluster.Grains.GetGrain<ICompanionChatGrain>(_luna);

    private MessageLog Log => new(cluster.Database);
}
