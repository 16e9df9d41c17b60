namespace Platform.Identity;

/// <summary>
/// An email that no account has, as somebody who tries to sign in with it meets it: as if it had one. The key is that of its
/// <see cref="IAccountDirectoryGrain"/>. It remembers in memory only; what strangers try must not fill the store.
/// </summary>
[Alias("platform.IStrangerGrain")]
internal interface IStrangerGrain : IGrainWithStringKey
{
    /// <summary>Why nobody may try now, or null.</summary>
    [Alias("BeginSignIn")]
    Task<Refusal?> BeginSignIn();

    /// <summary>Counts the try, which was wrong, and says so.</summary>
    [Alias("CompleteSignIn")]
    Task<Refusal> CompleteSignIn();
}

[GrainType("stranger"), CollectionAgeLimit(Hours = 24)]
internal sealed class StrangerGrain(TimeProvider clock) : Grain, IStrangerGrain
{
    private Lockout _lockout;

    public Task<Refusal?> BeginSignIn()
    {
        // Nothing to remember: who only asks, of whatever many emails, leaves nothing behind.
        if (_lockout == default) DeactivateOnIdle();
        return Task.FromResult(_lockout.At(clock.GetUtcNow()));
    }

    public Task<Refusal> CompleteSignIn()
    {
        var now = clock.GetUtcNow();
        if (_lockout.At(now) is { } locked) return Task.FromResult(locked);
        _lockout = _lockout.Failed(now);
        return Task.FromResult(UserGrain.Wrong);
    }
}
