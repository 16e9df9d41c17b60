using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Platform.Security;

namespace Platform.Api.Security;

/// <summary>
/// The deployment's signing keys as this front door knows them: fetched from their grain before the server listens, then regularly, and
/// when a token names a key that is not here. A fetch that fails leaves everything as it was.
/// </summary>
internal sealed partial class SigningKeyRing(IGrainFactory grains, TimeProvider clock, ILogger<SigningKeyRing> logger) : BackgroundService
{
    /// <summary>A small part of the time for which a key is published before it signs, and how long a leaked one may still pass here.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    /// <summary>How often tokens of unknown keys may cause a fetch: anybody can invent a <c>kid</c>.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A request that found a key just before it was removed has long ended by then.</summary>
    private static readonly TimeSpan DisposalDelay = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _fetching = new(1);
    private volatile IReadOnlyList<RsaSecurityKey> _keys = [];
    private Task _lookedAgain = Task.CompletedTask;
    private long? _lookedAgainAt;
    private bool _failing;

    /// <summary>The key that signs.</summary>
    public RsaSecurityKey Signing => _keys[0];

    /// <summary>Every key that verifies.</summary>
    public IReadOnlyList<RsaSecurityKey> All => _keys;

    /// <summary>The key of this <c>kid</c>, if it verifies.</summary>
    public RsaSecurityKey? Find(string? keyId)
    {
        // On the path of every request: a loop, not LINQ.
        foreach (var key in _keys)
        {
            if (key.KeyId == keyId) return key;
        }

        return null;
    }

    /// <summary>
    /// Fetches the keys because one is missed. One fetch serves all who ask while it is under way and for a while after it.
    /// </summary>
    public Task LookAgainAsync()
    {
        lock (_lock)
        {
            if (_lookedAgainAt is { } last && clock.GetElapsedTime(last) < Pause) return _lookedAgain;
            _lookedAgainAt = clock.GetTimestamp();
            return _lookedAgain = TryFetchAsync();
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FetchAsync();
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        base.Dispose();
        _fetching.Dispose();
        foreach (var key in _keys) key.Rsa.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryFetchAsync();
    }

    private async Task TryFetchAsync()
    {
        try
        {
            await FetchAsync();
            _failing = false;
        }
        catch (Exception error)
        {
            // Once: the requests of users tell of an outage loudly enough.
            if (!_failing) LogFailed(error.Message);
            _failing = true;
        }
    }

    private async Task FetchAsync()
    {
        // One at a time, so that an old answer never replaces a newer one.
        await _fetching.WaitAsync();
        try
        {
            var fetched = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).Get();
            var before = _keys;
            // What is known stays the same object: requests are using it.
            _keys = [.. fetched.Select(key => Find(key.Id) ?? Import(key))];
            foreach (var removed in before.Except(_keys)) _ = DisposeLaterAsync(removed);
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task DisposeLaterAsync(RsaSecurityKey key)
    {
        await Task.Delay(DisposalDelay, clock);
        key.Rsa.Dispose();
    }

    private static RsaSecurityKey Import(SigningKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.Pkcs8, out _);
        // What is prepared for a key is cached by its numbers. In a cache of its own it goes with this object, and meets no other of the
        // same numbers, whose RSA may be gone.
        return new RsaSecurityKey(rsa) { KeyId = key.Id, CryptoProviderFactory = new CryptoProviderFactory() };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys can't be fetched; the known ones stay: {Reason}")]
    private partial void LogFailed(string reason);
}
