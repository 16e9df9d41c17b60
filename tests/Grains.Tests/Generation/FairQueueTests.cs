using FsCheck;
using FsCheck.Xunit;
using Platform.Generation;

namespace Platform.Tests.Generation;

public sealed class FairQueueTests
{
    [Property]
    public void Whatever_comes_in_comes_out_once_and_what_one_owner_asks_for_in_its_order(int seed)
    {
        var random = new Random(seed);
        var queue = new FairQueue<string>();
        var (added, taken) = (new List<string>(), new List<string>());
        for (var i = 0; i < 200; i++)
        {
            if (random.Next(3) > 0)
            {
                var owner = random.Next(6);
                // The plan of an owner is the same while their jobs wait.
                queue.Add($"{owner}:{i:D4}", $"{owner}", owner % 4, 1 + random.Next(5));
                added.Add($"{owner}:{i:D4}");
            }
            else if (queue.Take() is { } next)
            {
                taken.Add(next);
            }
        }

        while (queue.Take() is { } next) taken.Add(next);
        Assert.Equal(added.Order(), taken.Order());
        Assert.All(taken.GroupBy(item => item[0]), owner => Assert.Equal(owner.Order(), owner));
    }

    [Fact]
    public void An_owner_who_asks_for_much_does_not_hold_up_one_who_asks_for_little()
    {
        var queue = new FairQueue<string>();
        for (var i = 0; i < 100; i++) queue.Add("greedy", "greedy", priority: 0, cost: 1);
        for (var i = 0; i < 10; i++) Assert.Equal("greedy", queue.Take());
        var modest = queue.Add("modest", "modest", priority: 0, cost: 1);
        Assert.InRange(queue.PositionOf(modest)!.Value, 0, 1);
    }

    [Fact]
    public void Paid_plans_go_first_and_larger_ones_before_smaller_ones()
    {
        var queue = new FairQueue<string>();
        queue.Add("free", "a", priority: 0, cost: 1);
        queue.Add("basic", "b", priority: 1, cost: 1);
        queue.Add("studio", "c", priority: 3, cost: 1);
        queue.Add("pro", "d", priority: 2, cost: 1);
        Assert.Equal(["studio", "pro", "basic", "free"], Enumerable.Range(0, 4).Select(_ => queue.Take()));
    }

    [Property]
    public void Nobody_waits_for_ever_however_many_paid_jobs_keep_coming(PositiveInt payers)
    {
        var owners = 1 + (payers.Get % 8);
        var queue = new FairQueue<string>();
        for (var owner = 0; owner < owners; owner++) queue.Add("paid", $"payer {owner}", priority: 3, cost: 1);
        queue.Add("free", "free", priority: 0, cost: 1);
        // Of four to the third power times as much, and one round more.
        var bound = (64 + 1) * owners;
        for (var served = 0; ; served++)
        {
            Assert.True(served <= bound, $"{owners} payers were served {served} times, and the free one never");
            if (queue.Take() == "free") break;
            queue.Add("paid", $"payer {served % owners}", priority: 3, cost: 1);
        }
    }

    [Property]
    public void A_position_is_the_number_of_those_that_are_taken_before(int seed)
    {
        var random = new Random(seed);
        var queue = new FairQueue<string>();
        var entries = Enumerable.Range(0, 30).Select(i => queue.Add($"{i}", $"{random.Next(5)}", random.Next(4), 1 + random.Next(3))).ToList();
        var gone = entries[random.Next(entries.Count)];
        Assert.True(queue.Remove(gone));
        Assert.False(queue.Remove(gone));
        Assert.Null(queue.PositionOf(gone));
        var chosen = entries.First(entry => entry != gone);
        var (position, before) = (queue.PositionOf(chosen)!.Value, queue.CostBefore(chosen));
        var taken = new List<FairQueue<string>.Entry>();
        while (queue.Take() is { } next && next != chosen.Item) taken.Add(entries.Single(entry => entry.Item == next));
        Assert.Equal((position, before), (taken.Count, taken.Sum(entry => entry.Cost)));
    }
}
