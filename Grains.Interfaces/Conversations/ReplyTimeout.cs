namespace Platform.Conversations;

/// <summary>
/// How long a call may take that has a reply written. A model needs longer than other calls, and its own timeout must be the first to end, so
/// that the caller hears that the message was kept; but a call that was under way to a silo when it was killed waits all this time.
/// </summary>
public static class ReplyTimeout
{
    /// <summary>In the form that attributes take: hours, minutes, seconds.</summary>
    public const string Longest = "00:00:30";
}
