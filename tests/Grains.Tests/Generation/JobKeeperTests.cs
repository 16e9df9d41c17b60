using Platform.Generation;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Generation;

public sealed class JobKeeperTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Fact]
    public async Task A_look_that_began_before_a_change_does_not_bring_the_old_job_back()
    {
        await using var database = new LateDatabase((await databases.SharedAsync("sqlite")).Node);
        var store = new JobStore(database);
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var job = new StoredJob
        {
            Id = Studio.NewId(),
            OwnerId = "owner",
            UserId = "owner",
            Order = Studio.Mascot("a cat"),
            Price = 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await store.AddAsync([job]);
        var keeper = new JobKeeper(job.Id, store, TimeProvider.System);
        await keeper.LoadAsync();

        database.Slow();
        var change = keeper.ChangeAsync(stored => stored with { State = JobState.Completed });
        var look = keeper.LoadAsync();
        await database.ReadBegun;
        database.LetCommit();
        Assert.True(await change);
        database.LetRead();

        Assert.Equal(JobState.Completed, (await look)!.State);
        Assert.Equal(JobState.Completed, keeper.Job!.State);
    }
}
