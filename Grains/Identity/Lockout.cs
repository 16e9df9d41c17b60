namespace Platform.Identity;

/// <summary>Wrong tries in a row, and what they lock. One rule for accounts and for emails that have none, so that the two can't be told apart.</summary>
/// <param name="FailedTries">Wrong tries since the last right one.</param>
/// <param name="LockedUntil">When the last lock ends, or has ended.</param>
internal readonly record struct Lockout(int FailedTries, DateTimeOffset? LockedUntil)
{
    /// <summary>Wrong passwords in a row that lock. After the lock each further one locks again: only a right one starts anew.</summary>
    private const int TriesBeforeLock = 5;

    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    /// <summary>Why nobody may try now, or null.</summary>
    public Refusal? At(DateTimeOffset now) =>
        LockedUntil is { } until && until > now
            ? new Refusal(
                RefusalKind.Locked,
                $"Account locked due to too many failed attempts. Try again after {until:yyyy-MM-ddTHH:mm:ssZ}",
                Until: until)
            : null;

    public Lockout Failed(DateTimeOffset now)
    {
        var tries = FailedTries + 1;
        return new(tries, tries >= TriesBeforeLock ? now + LockTime : null);
    }
}
