using System.ComponentModel.DataAnnotations;

namespace Platform.Hosting;

/// <summary>The section <c>Cluster</c>.</summary>
public sealed class PlatformClusterOptions
{
    public ClusterMode Mode { get; set; } = ClusterMode.Local;

    /// <summary>Silos and front doors with the same id form one cluster.</summary>
    [Required]
    public string ClusterId { get; set; } = "platform";

    /// <summary>Names the data: it stays the same when a cluster is replaced by another.</summary>
    [Required]
    public string ServiceId { get; set; } = "platform";

    /// <summary>The port on which silos talk to each other. In one process a free one is taken.</summary>
    [Range(1, 65535)]
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which front doors reach a silo.</summary>
    [Range(1, 65535)]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The address under which other nodes reach this silo. Empty: the first address of this machine that isn't loopback.</summary>
    public string? AdvertisedAddress { get; set; }
}

/// <summary>How the processes are laid out.</summary>
public enum ClusterMode
{
    /// <summary>One process: the front door with a silo inside.</summary>
    Local,

    /// <summary>Silo processes and front doors that find each other through PostgreSQL.</summary>
    Cluster,
}
