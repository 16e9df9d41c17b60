namespace Platform.Identity;

/// <summary>What the gate says of one request.</summary>
public enum Verdict
{
    /// <summary>Go on.</summary>
    Admitted,

    /// <summary>The session was ended, or the account is gone.</summary>
    SessionEnded,

    /// <summary>The budget of this window is spent.</summary>
    BudgetSpent,

    /// <summary>The plan allows no more messages today: <see cref="Admission.Limit"/> is its number, and tomorrow begins at <see cref="Admission.ResetsAt"/>.</summary>
    MessagesSpent,
}

/// <summary>The gate's verdict and what is left of the request budget.</summary>
/// <param name="Limit">Requests a window; 0 where the product has no limit.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="ResetsAt">When the next window begins.</param>
[GenerateSerializer, Immutable, Alias("platform.Admission")]
public sealed record Admission(
    [property: Id(0)] Verdict Verdict,
    [property: Id(1)] int Limit = 0,
    [property: Id(2)] int Remaining = 0,
    [property: Id(3)] DateTimeOffset ResetsAt = default);
