using System.Security.Cryptography;
using Orleans.Placement;
using Platform.Storage;

namespace Platform.Idempotency;

/// <summary>
/// Lives only while its request runs: there may be thousands a second, and a replay, which is rare, reads its row. Only where twins have come
/// it stays a little longer, because they ask again: calls that meet an actor on its way out are passed on a few times, then refused. Where it
/// is called it is placed: for moments no silo is too full, and another is a hop away.
/// </summary>
[GrainType("idempotentrequest"), PreferLocalPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed class IdempotentRequestGrain(IdempotentRequests requests, IdSource ids, TimeProvider clock, Patience patience) : Grain, IIdempotentRequestGrain
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    /// <summary>A front door that died in a request holds up its twins for so long.</summary>
    internal static readonly TimeSpan LeaseTime = 4 * IIdempotentRequestGrain.RenewalPeriod;

    private static readonly DateTimeOffset NoLease = DateTimeOffset.UnixEpoch;

    /// <summary>As it is stored.</summary>
    private IdempotentRequest? _request;

    /// <summary>The end of the run under way.</summary>
    private TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _hasTwins;

    private string Id => this.GetPrimaryKeyString();

    private DateTimeOffset Now => Instant.Truncate(clock.GetUtcNow());

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _request = await requests.FindAsync(Id);

    public async Task<Begun> Begin(string accountId, byte[] fingerprint)
    {
        var now = Now;
        try
        {
            return _request is { } known && known.ExpiresAt > now
                ? await BeginAgainAsync(known, fingerprint, now)
                : await BeginFirstAsync(accountId, fingerprint, now);
        }
        catch (StoreException)
        {
            // Another activation was first, or nobody knows what was written.
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task<bool> WhenEnded()
    {
        if (_request is not { Answer: null } running || running.LeasedUntil <= Now) return true;
        return await patience.AwaitAsync(_ended.Task) || _request is not { Answer: null } later || later.LeasedUntil <= Now;
    }

    public async Task<Lease?> Renew(Lease lease)
    {
        if (_request is not { Answer: null } request || request.Lease != lease) return null;
        var renewed = request with { LeasedUntil = Now + LeaseTime };
        try
        {
            await requests.LeaseAsync(Id, lease, renewed.LeasedUntil);
            _request = renewed;
            return renewed.Lease;
        }
        catch (StoreConflictException)
        {
            // Gone with its account, or taken over by another activation.
            DeactivateOnIdle();
            return null;
        }
        catch (StoreException)
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task Complete(Lease lease, byte[] answer)
    {
        if (_request is not { Answer: null } request || request.OperationId != lease.OperationId) return;
        await EndAsync(requests.AnswerAsync(Id, lease.OperationId, answer), request with { Answer = answer });
        if (!_hasTwins) DeactivateOnIdle();
    }

    public async Task Abandon(Lease lease)
    {
        // A run whose lease has lapsed must not end the one that took its place.
        if (_request is not { Answer: null } request || request.Lease != lease) return;
        await EndAsync(requests.LeaseAsync(Id, lease, NoLease), request with { LeasedUntil = NoLease });
    }

    private async Task<Begun> BeginFirstAsync(string accountId, byte[] fingerprint, DateTimeOffset now)
    {
        var request = new IdempotentRequest(accountId, ids.Next(), fingerprint, now + LeaseTime, Answer: null, now + Remembered);
        await requests.AddAsync(Id, request, now);
        return Proceed(request);
    }

    private async Task<Begun> BeginAgainAsync(IdempotentRequest known, byte[] fingerprint, DateTimeOffset now)
    {
        if (!CryptographicOperations.FixedTimeEquals(known.Fingerprint, fingerprint)) return new Begun(BeginVerdict.AnotherRequest);
        if (known.Answer is { } answer) return new Begun(BeginVerdict.Replay, Answer: answer);
        if (known.LeasedUntil > now)
        {
            _hasTwins = true;
            return new Begun(BeginVerdict.InFlight);
        }

        var request = known with { LeasedUntil = now + LeaseTime };
        await requests.LeaseAsync(Id, known.Lease, request.LeasedUntil);
        return Proceed(request);
    }

    private Begun Proceed(IdempotentRequest request)
    {
        _request = request;
        // Whoever waits for a run that is lost goes on waiting for this one.
        if (_ended.Task.IsCompleted) _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return new Begun(BeginVerdict.Proceed, request.Lease);
    }

    private async Task EndAsync(Task write, IdempotentRequest written)
    {
        try
        {
            await write;
            _request = written;
        }
        catch (StoreConflictException)
        {
            // Gone with its account, or ended by another activation: what is stored stands.
            DeactivateOnIdle();
        }
        catch (StoreException)
        {
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
