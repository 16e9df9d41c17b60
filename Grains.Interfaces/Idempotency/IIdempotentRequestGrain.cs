using Orleans.Concurrency;

namespace Platform.Idempotency;

/// <summary>
/// One request that may be sent again; the key is a hash of its scope and of the client's key. It orders twins over all front doors: one
/// runs at a time, and once there is an answer none runs any more. What it keeps lasts 24 hours.
/// </summary>
[Alias("platform.IIdempotentRequestGrain")]
public interface IIdempotentRequestGrain : IGrainWithStringKey
{
    /// <summary>A lease lasts four of these, so that one which comes late does no harm.</summary>
    static readonly TimeSpan RenewalPeriod = TimeSpan.FromSeconds(5);

    /// <summary>
    /// What is to be done with a request. Where it is to run, that is on the disk when this completes, and the caller ends the run with
    /// <see cref="Complete"/> or <see cref="Abandon"/>. A run that goes on renews its lease every <see cref="RenewalPeriod"/>; where it doesn't,
    /// because its front door died, the lease lapses and the next one runs under the same operation.
    /// </summary>
    /// <param name="accountId">Whose request it is, and with whose account it is forgotten; empty for nobody's.</param>
    /// <param name="fingerprint">32 bytes that are others for another request.</param>
    [Alias("Begin")]
    Task<Begun> Begin(string accountId, byte[] fingerprint);

    /// <summary>
    /// Waits for the run under way. True: it has ended, so <see cref="Begin"/> says more now. False: it goes on after ten seconds. Interleaves:
    /// it changes nothing, and awaits only a signal that <see cref="Complete"/> and <see cref="Abandon"/> give.
    /// </summary>
    [Alias("WhenEnded"), AlwaysInterleave]
    Task<bool> WhenEnded();

    /// <summary>The run goes on. Returns its lease from now on; null: it has lapsed, or the run has ended.</summary>
    [Alias("Renew")]
    Task<Lease?> Renew(Lease lease);

    /// <summary>The run has an answer, which from now on is everybody's. A first answer stands: later ones change nothing.</summary>
    /// <param name="answer">Sealed by the front door: nobody can read it without the client's key and body.</param>
    [Alias("Complete")]
    Task Complete(Lease lease, byte[] answer);

    /// <summary>The run has no answer worth keeping. The next one runs, under the same operation.</summary>
    [Alias("Abandon")]
    Task Abandon(Lease lease);
}
