using Platform.Companions;
using Platform.Companions.Autonomy;
using Platform.Conversations;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Conversations;

/// <summary>What became of messages, and why some of them were written, on both engines.</summary>
public sealed class MessageTrackingTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Emotions Lonely = new(0.8, 0.1, 0.1, 0.1, 0.5);

    private readonly string _id = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_part_between_two_moments_is_found(string engine)
    {
        var database = await OpenAsync(engine);
        for (var seq = 1; seq <= 9; seq++) await WriteAsync(database, seq);
        var tracking = new MessageTracking(database, new MessageLog(database));

        for (var since = 0; since <= 10; since++)
        {
            for (var before = since; before <= 11; before++)
            {
                var slice = await tracking.RecallAsync(_id, 9, new(At(since), At(before), 3), Start);
                var expected = Enumerable.Range(1, 9).Where(seq => seq >= since && seq < before).Reverse().ToList();
                Assert.Equal(expected.Take(3).Select(seq => (long)seq), slice.Items.Select(item => item.Message.Seq));
                Assert.Equal(expected.Count > 3, slice.HasMore);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_is_delivered_once_and_read_once_and_foreign_ids_change_nothing(string engine)
    {
        var database = await OpenAsync(engine);
        for (var seq = 1; seq <= 4; seq++) await WriteAsync(database, seq);
        var tracking = new MessageTracking(database, new MessageLog(database));
        await tracking.MarkDeliveredAsync(_id, 1, 2, At(20));
        await tracking.MarkDeliveredAsync(_id, 1, 2, At(30));
        await tracking.MarkReadAsync(Guid.NewGuid().ToString(), 4, Name(4), At(30));
        await tracking.MarkReadAsync(_id, 4, Name(3), At(30));
        await tracking.MarkReadAsync(_id, 4, Name(4), At(40));
        await tracking.MarkReadAsync(_id, 4, Name(4), At(50));

        var items = (await tracking.RecallAsync(_id, 4, new(Start, null, 10), At(60))).Items;
        Assert.Equal([At(40), At(3), At(20), At(1)], items.Select(item => item.DeliveredAt!.Value));
        Assert.Equal([At(40), At(4), null, At(2)], items.Select(item => item.ReadAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_receipt_that_changes_nothing_writes_nothing(string engine)
    {
        var database = await OpenAsync(engine);
        for (var seq = 1; seq <= 2; seq++) await WriteAsync(database, seq);
        await new MessageTracking(database, new MessageLog(database)).MarkReadAsync(_id, 2, Name(2), At(10));

        await using var unwritable = new UnreliableDatabase(database, seed: 1) { Failures = 100 };
        var tracking = new MessageTracking(unwritable, new MessageLog(unwritable));
        foreach (var message in (string[])[Name(1), Name(2), "nonsense"]) await tracking.MarkReadAsync(_id, 2, message, At(20));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_tells_what_was_answered_and_what_was_ignored(string engine)
    {
        var database = await OpenAsync(engine);
        var log = new CheckInLog(database);
        var recollections = new Recollections(database);
        Assert.Equal(CheckInTrail.Empty, (await recollections.ReadAsync(_id)).Trail);
        await CheckInAsync(database, 2, CheckInTrigger.Excitement);
        await WriteAsync(database, 3);
        await CheckInAsync(database, 4, CheckInTrigger.Loneliness);
        await CheckInAsync(database, 5, CheckInTrigger.GuiltTrip, CheckInLog.Ignored(_id, 4));

        var trail = (await recollections.ReadAsync(_id)).Trail;
        Assert.Equal((5L, At(5), 2, At(4)), (trail.LastSeq, trail.LastAt!.Value, trail.Unanswered, trail.UnansweredSince!.Value));
        Assert.Equal([At(2), At(4), At(5)], trail.Recent);
        var recent = await log.RecentAsync(_id, 2);
        Assert.Equal([new(Name(5), CheckInTrigger.GuiltTrip, "Because.", Lonely, false, At(5)), new(Name(4), CheckInTrigger.Loneliness, "Because.", Lonely, true, At(4))], recent);
        Assert.Equal(3, await log.CountAsync(_id));

        await WriteAsync(database, 7);
        Assert.Equal(0, (await recollections.ReadAsync(_id)).Trail.Unanswered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_whose_number_is_taken_leaves_neither_row(string engine)
    {
        var database = await OpenAsync(engine);
        await WriteAsync(database, 2);
        await Assert.ThrowsAsync<StoreConflictException>(() => CheckInAsync(database, 2, CheckInTrigger.Loneliness));
        Assert.Equal(0, await new CheckInLog(database).CountAsync(_id));
    }

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private async Task<Database> OpenAsync(string engine) => (await databases.SharedAsync(engine)).Node;

    /// <summary>Odd ones are the user's.</summary>
    [Fact]
    public Task The_requests_of_a_day_are_a_range_of_the_key() => QueryPlan.AssertSearchesAsync(databases, MessageLog.SelectRequests, "messages");

    private Task WriteAsync(Database database, int seq) => new MessageLog(database).AppendAsync(new LoggedMessage(Message(seq), null));

    private Task CheckInAsync(Database database, int seq, CheckInTrigger trigger, params Statement[] together)
    {
        var message = Message(seq) with { Role = MessageRole.Assistant };
        return new MessageLog(database).AppendAsync(
            new LoggedMessage(message, null), [CheckInLog.Append(message, trigger, "Because.", Lonely), .. together]);
    }

    private Message Message(int seq) => new(
        Name(seq), _id, seq, seq % 2 == 1 ? MessageRole.User : MessageRole.Assistant, $"Message {seq}", null, At(seq));

    private string Name(int seq) => $"{_id}-{seq}";
}
