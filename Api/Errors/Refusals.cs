using Platform.Api.Idempotency;

namespace Platform.Api.Errors;

/// <summary>Leaves a handler with a grain's "no"; the product says which status and code that is in its contract.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Kind.ToString())
{
    public Refusal Refusal => refusal;
}

public static class Refusals
{
    /// <summary>The value of a "yes"; a "no" leaves through the product's envelope.</summary>
    /// <exception cref="RefusedException">The grain said no.</exception>
    public static T OrThrow<T>(this Outcome<T> outcome) where T : class => outcome.Value ?? throw new RefusedException(outcome.Refusal!);

    /// <summary>The error for a refusal where a product's contract says nothing else.</summary>
    public static ApiError ToError(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => new(404, "NOT_FOUND", refusal.Message),
        RefusalKind.Invalid => ApiError.Invalid([new($"body.{refusal.Field}", refusal.Message, "value_error")]),
        RefusalKind.Taken => new(
            400, $"{refusal.Field?.ToUpperInvariant()}_TAKEN", refusal.Message, [new($"body.{refusal.Field}", refusal.Message, "taken")]),
        RefusalKind.WrongCredentials => new(401, "INVALID_CREDENTIALS", refusal.Message),
        RefusalKind.Locked => new(403, "ACCOUNT_LOCKED", refusal.Message),
        RefusalKind.LimitReached => new(403, "LIMIT_REACHED", refusal.Message),
        RefusalKind.ReplyFailed => new(503, "REPLY_FAILED", refusal.Message),
        RefusalKind.SessionEnded => ApiError.SessionEnded,
        RefusalKind.WrongCode => new(401, "INVALID_CODE", refusal.Message),
        RefusalKind.TooMany => new(429, "RATE_LIMITED", refusal.Message),
        RefusalKind.MailFailed => new(503, "MAIL_FAILED", refusal.Message, RetryAfter: TimeSpan.FromSeconds(30)),
        RefusalKind.TokenLimitReached => new(403, "TOKEN_LIMIT_REACHED", refusal.Message),
        RefusalKind.Busy => ApiError.Unavailable with { Message = refusal.Message },
        RefusalKind.CoolingDown => new(400, "COOLING_DOWN", refusal.Message),
        RefusalKind.NotCompleted => new(400, "NOT_COMPLETED", refusal.Message),
        RefusalKind.AlreadyClaimed => new(400, "ALREADY_CLAIMED", refusal.Message),
        RefusalKind.NothingToAnswer => new(409, "NOTHING_TO_ANSWER", refusal.Message),
        RefusalKind.InsufficientFunds => new(403, "INSUFFICIENT_CREDITS", refusal.Message),
        RefusalKind.HoldEnded => new(409, "HOLD_ENDED", refusal.Message),
        RefusalKind.Forbidden => new(403, "FORBIDDEN", refusal.Message),
        RefusalKind.NotPossibleNow => new(400, "NOT_POSSIBLE_NOW", refusal.Message),
        RefusalKind.PaymentsUnavailable => new(503, "PAYMENTS_UNAVAILABLE", refusal.Message, RetryAfter: TimeSpan.FromSeconds(5)),
        RefusalKind.RequestReused => IdempotencyKeys.ReusedKey,
        _ => ApiError.Unexpected,
    };
}
