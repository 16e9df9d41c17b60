using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Platform.Testing;

namespace Platform.Tests;

public sealed class SweeperTests
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Whatever_a_sweep_throws_is_logged_and_the_next_one_comes()
    {
        var clock = new FakeTimeProvider();
        using var log = new LogLines();
        using var sweeper = new FailingSweeper(clock, log, new InvalidOperationException("unforeseen"), new TaskCanceledException("not by the silo"));
        await sweeper.StartAsync(CancellationToken.None);
        await Poll.UntilAsync(
            () =>
            {
                // The timer may not be armed yet when the clock is first moved.
                clock.Advance(Period);
                return Task.FromResult(sweeper.HasDone || sweeper.ExecuteTask!.IsCompleted);
            },
            TimeSpan.FromSeconds(30));

        Assert.False(sweeper.ExecuteTask!.IsCompleted, $"{sweeper.ExecuteTask.Exception}");
        foreach (var text in (string[])["unforeseen", "not by the silo"]) Assert.Contains(text, log.Text);
        await sweeper.StopAsync(CancellationToken.None);
        Assert.True(sweeper.ExecuteTask.IsCompletedSuccessfully);
    }

    private sealed class FailingSweeper(TimeProvider clock, ILogger logger, params Exception[] errors) : Sweeper(Period, clock, logger)
    {
        private readonly Queue<Exception> _errors = new(errors);

        public bool HasDone { get; private set; }

        protected override Task SweepAsync(CancellationToken stopping)
        {
            if (_errors.TryDequeue(out var error)) throw error;
            HasDone = true;
            return Task.CompletedTask;
        }
    }
}
