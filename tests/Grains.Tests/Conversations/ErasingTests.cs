using Platform.Conversations;
using Platform.Storage;
using Platform.Testing;

namespace Platform.Tests.Conversations;

/// <summary>Erasing in the log of messages.</summary>
public sealed class ErasingTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private readonly string _id = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_said_up_to_a_number_is_erased_and_the_numbers_stay_taken(string engine)
    {
        var log = new MessageLog((await databases.SharedAsync(engine)).Node);
        for (var seq = 1; seq <= 3; seq++) await log.AppendAsync(Row(seq));
        await log.EraseAsync(_id, 2);
        await log.EraseAsync(_id, 2);

        var rows = await log.TailAsync(_id, 10);
        Assert.Equal(["", "", "Said 3"], rows.Select(row => row.Message.Content));
        Assert.Equal([null, null, "{}"], rows.Select(row => row.Feelings));
        await Assert.ThrowsAsync<StoreConflictException>(() => log.AppendAsync(Row(1)));
    }

    private LoggedMessage Row(int seq) =>
        new(new(Guid.NewGuid().ToString(), _id, seq, MessageRole.User, $"Said {seq}", "happy", DateTimeOffset.UnixEpoch), "{}");
}
