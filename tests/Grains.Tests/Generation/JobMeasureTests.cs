using Microsoft.Extensions.Options;
using Platform.Generation;
using Platform.Tests.Telemetry;

namespace Platform.Tests.Generation;

public sealed class JobMeasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>One is drawn at once: of three, two wait, until one goes before its turn and the others are drawn.</summary>
    [Fact]
    public void Jobs_that_come_and_go_are_counted_where_they_are()
    {
        using var jobs = new Measurements<int>("platform.jobs", Environment.CurrentManagedThreadId);
        using var queue = new Measurements<int>("platform.jobs.queue_length", Environment.CurrentManagedThreadId);
        var places = new RenderQueue(Options.Create(new GenerationOptions { Concurrency = 1 }), TimeProvider.System);
        var tickets = Enumerable.Range(0, 3).Select(_ => places.Enter(Job())).ToList();
        Assert.Equal((2, 1, 2), (Of("waiting"), Of("drawing"), queue.Values.Sum()));
        tickets[2].Dispose();
        Assert.Equal((1, 1, 1), (Of("waiting"), Of("drawing"), queue.Values.Sum()));
        tickets[0].Dispose();
        Assert.Equal((0, 1, 0), (Of("waiting"), Of("drawing"), queue.Values.Sum()));
        tickets[1].Dispose();
        Assert.Equal((0, 0, 0), (Of("waiting"), Of("drawing"), queue.Values.Sum()));

        int Of(string state) => jobs.All.Where(change => change.Tags.ToArray().Contains(new("state", state))).Sum(change => change.Value);
    }

    private static StoredJob Job() => new()
    {
        Id = Studio.NewId(),
        OwnerId = "ada",
        UserId = "ada",
        Order = Studio.Mascot("a cat"),
        Price = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
