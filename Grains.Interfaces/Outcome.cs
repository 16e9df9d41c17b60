namespace Platform;

/// <summary>Why a grain said no. The front door maps each kind to the status and code of the product's contract.</summary>
public enum RefusalKind
{
    /// <summary>There is no such thing, or it belongs to somebody else: the two can't be told apart.</summary>
    NotFound,

    /// <summary>The request is well formed, but a value breaks a rule. <see cref="Refusal.Field"/> names it.</summary>
    Invalid,

    /// <summary>A unique name is already held by another account. <see cref="Refusal.Field"/> names it.</summary>
    Taken,

    /// <summary>The email or the password is wrong; which of the two is never said.</summary>
    WrongCredentials,

    /// <summary>Too many wrong passwords: no sign-in before <see cref="Refusal.Until"/>.</summary>
    Locked,

    /// <summary>The account holds as many of these as it may.</summary>
    LimitReached,

    /// <summary>The reply engine failed; nothing that the user wrote is lost.</summary>
    ReplyFailed,

    /// <summary>The session was ended or has expired, or the refresh token is none of its own.</summary>
    SessionEnded,

    /// <summary>The code is wrong, has been used, or lives no more; which of these is never said.</summary>
    WrongCode,

    /// <summary>Too often in too short a time: not again before <see cref="Refusal.Until"/>.</summary>
    TooMany,

    /// <summary>The mail could not be handed over. Nothing is lost: it may be asked for again.</summary>
    MailFailed,

    /// <summary>The conversation has used up its tokens.</summary>
    TokenLimitReached,

    /// <summary>Too many ask for the same right now; a little later it may work.</summary>
    Busy,

    /// <summary>The same was done a short time ago: not again before <see cref="Refusal.Until"/>.</summary>
    CoolingDown,

    /// <summary>There is nothing to claim yet.</summary>
    NotCompleted,

    /// <summary>It was claimed before.</summary>
    AlreadyClaimed,

    /// <summary>A request of the same name, but with another body, was served before.</summary>
    RequestReused,

    /// <summary>Nothing was said yet that could be answered.</summary>
    NothingToAnswer,

    /// <summary>The wallet has less than what is asked for.</summary>
    InsufficientFunds,

    /// <summary>What was held is held no more: it was captured, released, or has expired.</summary>
    HoldEnded,

    /// <summary>It is known who asks, and they may not do this.</summary>
    Forbidden,

    /// <summary>It can't be done in the state that things are in now.</summary>
    NotPossibleNow,

    /// <summary>The payment service failed or can't be reached; nothing was charged by this request, and it may be tried again.</summary>
    PaymentsUnavailable,
}

/// <summary>An expected "no": its kind, a sentence that may be shown to the user, and where it applies the field or the time.</summary>
[GenerateSerializer, Immutable, Alias("platform.Refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalKind Kind,
    [property: Id(1)] string Message,
    [property: Id(2)] string? Field = null,
    [property: Id(3)] DateTimeOffset? Until = null);

/// <summary>Whatever may be a "no".</summary>
public interface IRefusable
{
    Refusal? Refusal { get; }
}

/// <summary>What a grain answers where "no" is an expected answer: exactly one of a value and a refusal.</summary>
/// <typeparam name="T">The value of a "yes".</typeparam>
[GenerateSerializer, Immutable, Alias("platform.Outcome`1")]
public sealed record Outcome<T> : IRefusable where T : class
{
    [Id(0)] public T? Value { get; init; }

    [Id(1)] public Refusal? Refusal { get; init; }

    public static implicit operator Outcome<T>(T value) => new() { Value = value };

    public static implicit operator Outcome<T>(Refusal refusal) => new() { Refusal = refusal };
}

/// <summary>A value that says only "done".</summary>
[GenerateSerializer, Immutable, Alias("platform.Done")]
public sealed record Done
{
    public static readonly Done Instance = new();
}
