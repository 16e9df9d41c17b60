using Orleans.Concurrency;

namespace Platform.Identity;

/// <summary>One account of one product; the key is its id. It is the only one to say whether a session stands.</summary>
[Alias("platform.IUserGrain")]
public interface IUserGrain : IGrainWithStringKey
{
    /// <summary>
    /// The gate: does the session still stand, and is there budget for one more request? Spends it, and notes the session's activity.
    /// Answers from memory and interleaves, so a request never waits for a write of its own account.
    /// </summary>
    [Alias("Admit"), AlwaysInterleave]
    ValueTask<Admission> Admit(string sessionId);

    /// <summary>
    /// As <see cref="Admit"/>, for a request that brings a message to a companion: also spends one of the messages that the account's plan
    /// allows for a day. Interleaves.
    /// </summary>
    [Alias("AdmitMessage"), AlwaysInterleave]
    ValueTask<Admission> AdmitMessage(string sessionId);

    /// <summary>
    /// As <see cref="Admit"/>, for a request that only looks how far a job is. Clients do so every few seconds, so these have a budget of their
    /// own, the same on every plan. Interleaves.
    /// </summary>
    [Alias("AdmitStatusRead"), AlwaysInterleave]
    ValueTask<Admission> AdmitStatusRead(string sessionId);

    /// <summary>A message that was admitted today came to nothing, or had come before. Interleaves.</summary>
    [Alias("GiveBackMessage"), AlwaysInterleave]
    ValueTask GiveBackMessage();

    /// <summary>
    /// Whether the account stands and holds this email or username. Interleaves: a name's directory asks while the account itself asks the
    /// directory.
    /// </summary>
    [Alias("Holds"), AlwaysInterleave]
    ValueTask<bool> Holds(string name);

    /// <summary>The account, or <see cref="RefusalKind.NotFound"/>.</summary>
    [Alias("GetAccount"), AlwaysInterleave]
    ValueTask<Outcome<Account>> GetAccount();

    /// <summary>Changes the account, and returns it as it is now, or refuses with <see cref="RefusalKind.Taken"/> and the field.</summary>
    [Alias("ChangeAccount")]
    Task<Outcome<Account>> ChangeAccount(AccountChange change);

    /// <summary>
    /// Deletes the account with everything that belongs to it. From now on it is gone for everybody; a crash halfway is made good. Its
    /// names are free when this completes.
    /// </summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete();

    /// <summary>The sessions that stand.</summary>
    [Alias("Sessions"), AlwaysInterleave]
    ValueTask<DeviceSessions> Sessions();

    /// <summary>Ends a session from the next request on. <see cref="RefusalKind.NotFound"/>: none of that id stands.</summary>
    [Alias("EndSession")]
    Task<Outcome<Done>> EndSession(string sessionId);

    /// <summary>Waits, up to ten seconds, until a session stands no more. False: it still does. Interleaves.</summary>
    [Alias("WhenEnded"), AlwaysInterleave]
    Task<bool> WhenEnded(string sessionId);

    /// <summary>Ends the session that a refresh token belongs to, if it is one of this account. Whether it is, is not told.</summary>
    [Alias("EndSessionOf")]
    Task EndSessionOf(string refreshToken);
}
