using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using Platform.Storage;
using Platform.Testing;
using Platform.Wallets;

namespace Platform.Tests.Wallets;

/// <summary>
/// Generated stories of two activations of one wallet on databases that break before and after commits and in reads: requests that overlap,
/// repeat and contradict each other, activations that die with all that they knew, time that passes. Whatever happens, the audit is clean and
/// what was answered is so.
/// </summary>
public sealed class WalletStoriesTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    [Property(MaxTest = 60)]
    public async Task Whatever_happens_nothing_is_lost_or_doubled(int seed) => await TellAsync("sqlite", seed);

    [Theory, OnPostgres(1), OnPostgres(2), OnPostgres(3), OnPostgres(4), OnPostgres(5)]
    public Task Nor_on_the_other_engine(string engine, int seed) => TellAsync(engine, seed);

    private async Task TellAsync(string engine, int seed)
    {
        var random = new Random(seed);
        var test = await databases.SharedAsync(engine);
        var (clock, id) = (new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)), Guid.NewGuid().ToString());
        await using var one = Broken(test.Node, seed);
        await using var two = Broken(test.Node, seed + 1);
        FaultyDatabase[] nodes = [one, two];
        var activations = new WalletActivation?[2];
        var told = new List<(Step Step, Task<string> Answer)>();
        for (var i = 0; i < 80; i++)
        {
            var node = random.Next(2);
            if (random.Next(15) == 0) activations[node] = null;
            if (random.Next(8) == 0) clock.Advance(TimeSpan.FromMinutes(random.Next(20)));
            if (activations[node] is null && await TryStartAsync(id, nodes[node], clock) is { } started) activations[node] = started;
            if (activations[node] is not { } wallet) continue;
            var step = Step.Any(random);
            told.Add((step, AnswerAsync(wallet, step, clock)));
            if (random.Next(3) == 0) await told[^1].Answer;
        }

        await Task.WhenAll(told.Select(one => one.Answer));
        await VerifyAsync(test.Node, id, told.Select(one => (one.Step, one.Answer.Result)).Where(one => one.Result != "?").ToList(), clock);
    }

    private static async Task VerifyAsync(Database database, string id, List<(Step Step, string Answer)> told, FakeTimeProvider clock)
    {
        Assert.DoesNotContain((await new LedgerAudit(database, clock).RunAsync()).Problems, problem => problem.Contains(id));
        // What was answered is there …
        var keys = told.Select(one => one.Step.Key).Distinct().ToList();
        var entries = (await new LedgerLog(database).FindAsync(id, keys)).ToDictionary(found => found.Key, found => found.Entry);
        var holds = (await new WalletStore(database).FindHoldsAsync(id, keys)).ToDictionary(found => found.Key, found => found.Hold?.Hold);
        foreach (var (step, answer) in told)
        {
            if (answer == "done") Assert.Equal(step.Kind == StepKind.Spend ? -step.Amount : step.Amount, entries[step.Key]!.Amount);
            if (answer == nameof(HoldStatus.Open)) Assert.Equal(step.Amount, holds[step.Key]!.Amount);
            if (answer is nameof(HoldStatus.Captured) or nameof(HoldStatus.Released) or nameof(HoldStatus.Expired))
                Assert.Equal(answer, $"{holds[step.Key]!.Status}");
            if (answer == nameof(RefusalKind.HoldEnded)) Assert.NotEqual(HoldStatus.Open, holds[step.Key]!.Status);
        }

        // … and is not done again.
        var after = await WalletActivation.StartAsync(id, database, clock);
        var balance = await after.BalanceAsync();
        foreach (var (step, answer) in told.Where(one => one.Answer is "done" or nameof(HoldStatus.Captured)))
            Assert.Equal(answer, await AnswerAsync(after, step, clock));
        Assert.Equal(balance, await after.BalanceAsync());
    }

    /// <summary>One commit in six fails, half of them after it was durable, and one read in twelve.</summary>
    private static FaultyDatabase Broken(Database database, int seed)
    {
        var random = new Random(seed);
        var turn = new Lock();
        return new FaultyDatabase(database)
        {
            NextCommit = () => Next(12) switch { 0 => Fault.BeforeCommit, 1 => Fault.AfterCommit, _ => Fault.None },
            NextReadFails = () => Next(12) == 0,
        };

        int Next(int limit)
        {
            lock (turn) return random.Next(limit);
        }
    }

    private static async Task<WalletActivation?> TryStartAsync(string id, Database database, TimeProvider clock)
    {
        try
        {
            return await WalletActivation.StartAsync(id, database, clock);
        }
        catch (StoreException)
        {
            return null;
        }
    }

    /// <returns>"?" where the caller was told that nobody knows.</returns>
    private static async Task<string> AnswerAsync(WalletActivation wallet, Step step, TimeProvider clock)
    {
        try
        {
            return await wallet.RunAsync(draft => step.Apply(draft, clock.GetUtcNow()), AllowanceNeed.Applied);
        }
        catch (StoreException)
        {
            return "?";
        }
    }
}
