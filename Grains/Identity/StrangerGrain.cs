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

/// <remarks>Who only asks, of whatever many emails, soon leaves nothing behind.</remarks>
[GrainType("stranger"), CollectionAgeLimit(Minutes = 5)]
internal sealed class StrangerGrain(TimeProvider clock) : Grain, IStrangerGrain
{
    /// <summary>How long wrong tries are remembered.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    private Lockout _lockout;

    public Task<Refusal?> BeginSignIn() => Task.FromResult(_lockout.At(clock.GetUtcNow()));

    public Task<Refusal> CompleteSignIn()
    {
        var now = clock.GetUtcNow();
        if (_lockout.At(now) is { } locked) return Task.FromResult(locked);
        _lockout = _lockout.Failed(now);
        DelayDeactivation(Memory);
        return Task.FromResult(UserGrain.Wrong);
    }
}
