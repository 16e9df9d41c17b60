using Platform.Idempotency;

namespace Platform.Api.Idempotency;

/// <summary>Keeps the lease of a request alive while it runs. As a rule it is over before there is anything to do.</summary>
internal sealed class LeaseRenewal : IAsyncDisposable
{
    private readonly IIdempotentRequestGrain _actor;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Lease _lease;
    private bool _isOver;

    public LeaseRenewal(IIdempotentRequestGrain actor, Lease lease, TimeProvider clock)
    {
        (_actor, _lease) = (actor, lease);
        _timer = clock.CreateTimer(_ => _ = RenewAsync(), state: null, IIdempotentRequestGrain.RenewalPeriod, IIdempotentRequestGrain.RenewalPeriod);
    }

    /// <summary>No more of it. Returns the lease by which the run is ended.</summary>
    public async Task<Lease> StopAsync()
    {
        await _timer.DisposeAsync();
        await _turn.WaitAsync();
        _isOver = true;
        _turn.Release();
        return _lease;
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        await _timer.DisposeAsync();
    }

    private async Task RenewAsync()
    {
        // One that takes long is the next one too.
        if (!await _turn.WaitAsync(TimeSpan.Zero)) return;
        try
        {
            if (_isOver) return;
            if (await _actor.Renew(_lease) is { } renewed) _lease = renewed;
            else _isOver = true;
        }
        catch (Exception)
        {
            // The next time. Where it lapses, a twin runs under the same operation, which has its effect once.
        }
        finally
        {
            _turn.Release();
        }
    }
}
