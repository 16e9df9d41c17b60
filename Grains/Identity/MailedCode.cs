namespace Platform.Identity;

/// <summary>
/// The last code of an address. Kept as it is: of six digits a hash hides nothing, and after fifteen minutes it is worth nothing.
/// </summary>
[GenerateSerializer, Alias("platform.MailedCode")]
internal sealed record MailedCode : Confidential
{
    public const int Digits = 6;

    /// <summary>Wrong tries that end a code.</summary>
    public const int MaxWrongTries = 5;

    /// <summary>
    /// With five tries a code and twenty codes a day, somebody who guesses day after day hits one address in about twenty-seven years.
    /// </summary>
    private const int MaxPerDay = 20;

    private const int MaxPerSpan = 5;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>How long a spent code is still recognized: a web app asks several times for one click.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly TimeSpan Span = TimeSpan.FromMinutes(15);

    [Id(0)] public string Code { get; init; } = "";

    [Id(1)] public DateTimeOffset ExpiresAt { get; init; }

    [Id(2)] public int WrongTries { get; init; }

    [Id(3)] public DateTimeOffset? UsedAt { get; init; }

    /// <summary>When codes were mailed within the last day, the newest last.</summary>
    [Id(4)] public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>When the next code may be mailed, or null: now. It also keeps strangers from flooding a mailbox.</summary>
    public static DateTimeOffset? NextAllowed(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        if (sent.Count >= MaxPerSpan && now - sent[^MaxPerSpan] < Span) next = sent[^MaxPerSpan] + Span;
        if (sent.Count >= MaxPerDay) next = sent[^MaxPerDay] + Day;
        return next;
    }
}
