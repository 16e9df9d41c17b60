namespace Platform.Conversations;

/// <summary>How long calls may take that have a reply written. In the form that attributes take: hours, minutes, seconds.</summary>
public static class ReplyTimeout
{
    /// <summary>
    /// For whoever waits for a whole reply. A model needs longer than other calls, and its own timeout must be the first to end, so that the
    /// caller hears that the message was kept; but a call that was under way to a silo when it was killed waits all this time.
    /// </summary>
    public const string Longest = "00:00:30";

    /// <summary>How long a model may take for a reply that is streamed, as long as it is never silent for long.</summary>
    public const string Streamed = "00:02:00";

    /// <summary>For calls that nobody waits for: a reply that is followed may have its turn after another one.</summary>
    public const string Followed = "00:05:00";
}
