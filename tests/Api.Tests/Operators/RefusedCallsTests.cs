using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;
using Platform.Hosting.Operations;

namespace Platform.Api.Tests.Operators;

/// <summary>What a leaving silo refused is sent again, and what had begun is not.</summary>
public sealed class RefusedCallsTests
{
    private static readonly SiloUnavailableException Refused = new("Silo 'S127.0.0.1:11111:1' is shutting down.");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_call_that_was_not_begun_is_sent_again()
    {
        var call = Call<IOutgoingGrainCallContext>.That(Refused, Refused, null);
        await PassingTimeAsync(new RefusedCalls(_clock).Invoke(call.Context));
        Assert.Equal(3, call.Invoked);
    }

    [Fact]
    public async Task What_nobody_takes_is_refused_at_last()
    {
        var call = Call<IOutgoingGrainCallContext>.That(Refused);
        await Assert.ThrowsAsync<SiloUnavailableException>(() => PassingTimeAsync(new RefusedCalls(_clock).Invoke(call.Context)));
        Assert.InRange(call.Invoked, 3, 10);
    }

    [Fact]
    public async Task A_silo_that_died_may_have_begun()
    {
        var call = Call<IOutgoingGrainCallContext>.That(new SiloUnavailableException("The target silo became unavailable"));
        await Assert.ThrowsAsync<SiloUnavailableException>(() => new RefusedCalls(_clock).Invoke(call.Context));
        Assert.Equal(1, call.Invoked);
    }

    [Fact]
    public async Task What_an_actor_met_below_is_told_apart()
    {
        var below = Call<IIncomingGrainCallContext>.That(Refused);
        using var lifetime = new Lifetime();
        var met = await Assert.ThrowsAsync<OutageBelowException>(() => new OutagesBelow(lifetime).Invoke(below.Context));
        var call = Call<IOutgoingGrainCallContext>.That(met);
        await Assert.ThrowsAsync<OutageBelowException>(() => new RefusedCalls(_clock).Invoke(call.Context));
        Assert.Equal(1, call.Invoked);
    }

    [Fact]
    public void It_is_told_apart_also_by_whom_it_is_sent_to()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var arrived = serializer.Deserialize<Exception>(serializer.SerializeToArray<Exception>(new OutageBelowException(Refused.Message, Refused)));
        Assert.Equal(Refused.Message, Assert.IsType<OutageBelowException>(arrived).Message);
    }

    [Fact]
    public async Task What_falls_apart_with_a_silo_that_stops_is_an_outage()
    {
        var disposed = new ObjectDisposedException("a service");
        using var lifetime = new Lifetime();
        var filter = new OutagesBelow(lifetime);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => filter.Invoke(Call<IIncomingGrainCallContext>.That(disposed).Context));
        lifetime.StopApplication();
        await Assert.ThrowsAsync<OutageBelowException>(() => filter.Invoke(Call<IIncomingGrainCallContext>.That(disposed).Context));
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }

    private async Task PassingTimeAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await task;
    }

    /// <summary>A call that ends as it is told to, the last way from then on; null: well.</summary>
    public class Call<T> : DispatchProxy where T : class
    {
        private Exception?[] _ends = [];

        public int Invoked { get; private set; }

        public T Context => (T)(object)this;

        public static Call<T> That(params Exception?[] ends)
        {
            var call = (Call<T>)(object)Create<T, Call<T>>();
            call._ends = ends;
            return call;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var end = _ends[Math.Min(Invoked++, _ends.Length - 1)];
            return end is null ? Task.CompletedTask : Task.FromException(end);
        }
    }
}
