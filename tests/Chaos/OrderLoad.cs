using System.Collections.Concurrent;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A job that the server said it has taken.</summary>
internal sealed record AcceptedJob(JobOwner Owner, string Id);

/// <summary>
/// Owners who all order at once, one job after another. Where the server dies under an order, they order again; what became of the first is
/// the server's secret until they look at their lists.
/// </summary>
/// <param name="jobsOfEach">How many jobs each owner wants accepted.</param>
internal sealed class OrderLoad(IReadOnlyList<JobOwner> owners, int jobsOfEach)
{
    /// <summary>For how long one order is sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<AcceptedJob> _accepted = [];

    public IReadOnlyCollection<AcceptedJob> Accepted => _accepted;

    /// <summary>Completes when all is accepted.</summary>
    public Task RunAsync() => Task.WhenAll(owners.Select(owner => Task.Run(() => OrderAllAsync(owner))));

    private async Task OrderAllAsync(JobOwner owner)
    {
        for (var i = 0; i < jobsOfEach; i++)
        {
            var number = i;
            await Poll.UntilAsync(async () =>
            {
                _accepted.Enqueue(new(owner, await owner.OrderAsync(number)));
                return true;
            }, Patience);
        }
    }
}
