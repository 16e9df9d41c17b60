using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Platform.Identity;

/// <summary>
/// Hashes and verifies passwords with the ASP.NET Core Identity hasher. At most half of the cores work on passwords at a time, and give
/// way to everything else: a burst of logins waits for itself, not everybody else for it. Who can't be served in time is told so at once.
/// </summary>
internal sealed class PasswordHashing : IDisposable
{
    /// <summary>Longer than this nobody waits for a turn.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Bounds the memory of those who wait, however fast the turns are.</summary>
    private const int MaxWaiting = 1024;

    internal static readonly int Cores = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly PasswordHasher<object> _hasher;
    private readonly TimeProvider _clock;
    private readonly ConcurrencyLimiter _turns = new(new() { PermitLimit = Cores, QueueLimit = MaxWaiting });
    private readonly BackgroundThreads _threads = new("passwords", Cores, BackgroundThreads.Later);
    private readonly Lazy<string> _nobodys;

    /// <summary>How many seconds the last turns took, the newest counting most.</summary>
    private double _typical;

    public PasswordHashing(IOptions<PasswordOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = options.Value.Iterations }));
        _nobodys = new(() => _hasher.HashPassword(this, "nobody's password"));
    }

    /// <returns>The hash; null where too many wait.</returns>
    public async Task<string?> HashAsync(string password)
    {
        using var turn = await WaitAsync();
        return turn is null ? null : await WorkAsync(() => _hasher.HashPassword(this, password));
    }

    /// <summary>Whether the password is right. No hash (an unknown account, or one without a password) takes as long and is never right.</summary>
    /// <returns>Null where too many wait.</returns>
    public async Task<PasswordVerificationResult?> VerifyAsync(string? hash, string password)
    {
        using var turn = await WaitAsync();
        if (turn is null) return null;
        var isNobodys = string.IsNullOrEmpty(hash);
        var result = await WorkAsync(() => _hasher.VerifyHashedPassword(this, isNobodys ? _nobodys.Value : hash!, password));
        return isNobodys ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose()
    {
        _turns.Dispose();
        _threads.Dispose();
    }

    /// <summary>A turn, to be disposed after it; null where it would not come in time.</summary>
    private async Task<RateLimitLease?> WaitAsync()
    {
        var waiting = _turns.GetStatistics()!.CurrentQueuedCount;
        if (waiting * Volatile.Read(ref _typical) / Cores > Patience.TotalSeconds) return null;
        using var patience = new CancellationTokenSource(Patience, _clock);
        try
        {
            var lease = await _turns.AcquireAsync(1, patience.Token);
            if (lease.IsAcquired) return lease;
            lease.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<T> WorkAsync<T>(Func<T> work)
    {
        var start = _clock.GetTimestamp();
        var result = await _threads.RunAsync(work);
        var took = _clock.GetElapsedTime(start).TotalSeconds;
        Volatile.Write(ref _typical, (0.8 * Volatile.Read(ref _typical)) + (0.2 * took));
        return result;
    }
}
