using Microsoft.Extensions.Time.Testing;

namespace Platform.Tests;

public sealed class PatienceTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task It_waits_for_a_signal_until_its_time_is_over()
    {
        using var serving = new Serving();
        var waiting = new Patience(_clock, serving).AwaitAsync(new TaskCompletionSource().Task);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await waiting);
    }

    [Fact]
    public async Task It_waits_hardly_longer_than_the_process_serves()
    {
        using var serving = new Serving();
        var waiting = new Patience(_clock, serving).AwaitAsync(new TaskCompletionSource().Task);
        serving.End();
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.False(await waiting);
    }

    [Fact]
    public void Who_asks_again_when_it_serves_no_longer_does_not_ask_without_a_break()
    {
        using var serving = new Serving();
        serving.End();
        Assert.False(new Patience(_clock, serving).AwaitAsync(new TaskCompletionSource().Task).IsCompleted);
    }

    [Fact]
    public async Task Where_nothing_drains_that_is_until_it_is_told_to_stop()
    {
        using var stopping = new CancellationTokenSource();
        using var serving = new Serving(stopping.Token);
        var waiting = new Patience(_clock, serving).AwaitAsync(new TaskCompletionSource().Task);
        await stopping.CancelAsync();
        _clock.Advance(TimeSpan.FromMilliseconds(250));
        Assert.False(await waiting);
    }
}
