namespace Platform.Conversations;

/// <summary>
/// How long a call may take that has a reply written. The general timeout is short, so that a caller of a silo that was killed need not wait
/// long; but a model may rightly take a minute, and its own timeout must be the first to end, so that the caller hears that the message was kept.
/// </summary>
public static class ReplyTimeout
{
    /// <summary>In the form that attributes take: hours, minutes, seconds.</summary>
    public const string Longest = "00:01:30";
}
