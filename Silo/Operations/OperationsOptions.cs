using System.ComponentModel.DataAnnotations;

namespace Platform.Hosting.Operations;

/// <summary>The section <c>Operations</c>.</summary>
public sealed class OperationsOptions
{
    /// <summary>
    /// The port on which <c>/healthz</c>, <c>/readyz</c> and <c>/metrics</c> answer whoever asks, without a token: for the machines of those
    /// who run this, and never to be published. 0: none.
    /// </summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    /// <summary>
    /// How long a process that was told to stop goes on serving, while <c>/readyz</c> already says no: as long as a balancer may take to send
    /// nobody here any more.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan DrainDelay { get; set; }
}
