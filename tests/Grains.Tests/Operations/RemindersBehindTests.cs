using Microsoft.Extensions.Time.Testing;
using Platform.Companions.Autonomy;
using Platform.Operations;
using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;

namespace Platform.Tests.Operations;

public sealed class RemindersBehindTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_check_ins_whose_time_is_over_are_behind(string engine)
    {
        var database = (await databases.SharedAsync(engine)).Node;
        var clock = new FakeTimeProvider(Now);
        var behind = new RemindersBehind(new CheckInReminders(database), clock);
        Assert.Equal(new ReminderBacklog(0, 0), await behind.CountAsync());

        await SetAsync(database, "companion/one", "check-in", Now - TimeSpan.FromMinutes(5));
        await SetAsync(database, "companion/two", "check-in", Now - TimeSpan.FromSeconds(30));
        await SetAsync(database, "companion/three", "check-in", Now + TimeSpan.FromHours(1));
        // One that comes again and again keeps the time of its first.
        await SetAsync(database, "user/one", "sweep", Now - TimeSpan.FromDays(5));

        // Not counted again at once.
        Assert.Equal(new ReminderBacklog(0, 0), await behind.CountAsync());
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(new ReminderBacklog(1, 310), await behind.CountAsync());
    }

    [Fact]
    public async Task Neither_counting_nor_finding_them_looks_at_all_reminders()
    {
        await QueryPlan.AssertSearchesAsync(databases, CheckInReminders.CountOnSqlite, "reminders_of_check_ins");
        await QueryPlan.AssertSearchesAsync(databases, CheckInReminders.OldestOnSqlite, "reminders_of_check_ins");
    }

    private static Task SetAsync(Database database, string grain, string name, DateTimeOffset at) => database.WriteAsync(database.Engine == "sqlite"
        ? new Statement(
            "INSERT INTO reminders (grain_id, name, grain_hash, start_at, period, etag) VALUES ($1, $2, 1, $3, 60000000, 'a')", [grain, name, Instant.ToStored(at)])
        : new Statement(
            "INSERT INTO orleans_reminders (service_id, grain_id, name, grain_hash, start_time, period) VALUES ('platform', $1, $2, 1, $3, 60000)",
            [grain, name, at.UtcDateTime]));
}
