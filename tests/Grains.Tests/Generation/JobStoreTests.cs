using Platform.Generation;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Generation;

public sealed class JobStoreTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _owner = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_comes_back_as_it_was_saved(string engine)
    {
        var store = await OpenAsync(engine);
        var job = Job(new MascotOrder("Luna", "a \"blue\" cat 🐱", "kawaii", null, "file"));
        await store.AddAsync([job]);
        Assert.Equal(job, await store.FindAsync(job.Id));
        var done = await store.SaveAsync(job, job with
        {
            State = JobState.Completed,
            Progress = 100,
            Attempts = 1,
            Result = new MascotResult("a", "b", "c", "{}"),
            DeletedAt = Now,
            IsSettled = true,
        });
        Assert.Equal(2, done.Revision);
        Assert.Equal(done, await store.FindAsync(job.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_by_who_was_overtaken_is_refused_and_so_is_a_second_job_of_the_same_id(string engine)
    {
        var store = await OpenAsync(engine);
        var job = Job(Studio.Mascot("a cat"));
        await store.AddAsync([job]);
        await store.SaveAsync(job, job with { State = JobState.Cancelled });
        await Assert.ThrowsAsync<StoreConflictException>(() => store.SaveAsync(job, job with { State = JobState.Completed }));
        await Assert.ThrowsAsync<StoreConflictException>(() => store.AddAsync([Job(Studio.Mascot("another")), job]));
        Assert.Equal(JobState.Cancelled, (await store.FindAsync(job.Id))!.State);
        Assert.Equal(1, (await store.PageAsync(_owner, new JobQuery(JobKind.Mascot, null, null, 0, 10))).Total);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_find_what_they_ask_for_the_newest_first(string engine)
    {
        var store = await OpenAsync(engine);
        var mascots = Enumerable.Range(0, 3).Select(i => Job(new MascotOrder($"{i}", "x", "flat", null, i == 1 ? "file" : null))).ToList();
        var wave = Job(new AnimationOrder(mascots[0].Id, "wave", 360, null));
        await store.AddAsync([.. mascots, wave]);
        var all = await store.PageAsync(_owner, new JobQuery(JobKind.Mascot, null, null, 0, 2));
        Assert.Equal((3, 2), ((int)all.Total, all.Items.Count));
        Assert.Equal(mascots.Select(job => job.Id).OrderDescending().Take(2), all.Items.Select(job => job.Id));
        Assert.Equal(mascots[1].Id, Assert.Single((await store.PageAsync(_owner, new JobQuery(JobKind.Mascot, null, "file", 0, 9))).Items).Id);
        Assert.Equal(wave.Id, Assert.Single((await store.PageAsync(_owner, new JobQuery(JobKind.Animation, mascots[0].Id, null, 0, 9))).Items).Id);
        Assert.Equal([wave.Id], await store.MadeOfAsync(mascots[0].Id));
        Assert.Equal(4, (await store.SomeOfOwnerAsync(_owner, 10)).Count);
    }

    [Theory]
    [InlineData($"SELECT COUNT(*) FROM generation_jobs WHERE {JobStore.OfOwner}", "generation_jobs_of_owner")]
    [InlineData($"SELECT COUNT(*) FROM generation_jobs WHERE {JobStore.OfFile}", "generation_jobs_of_file")]
    [InlineData($"SELECT COUNT(*) FROM generation_jobs WHERE {JobStore.OfSubject}", "generation_jobs_of_subject")]
    [InlineData(JobStore.SelectUnsettled, "generation_jobs_unsettled")]
    public Task No_read_looks_at_a_whole_table_or_sorts(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    private StoredJob Job(JobOrder order) => new()
    {
        Id = Studio.NewId(),
        OwnerId = _owner,
        UserId = "user",
        Order = order,
        Price = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private async Task<JobStore> OpenAsync(string engine) => new((await databases.SharedAsync(engine)).Node);
}
