using System.ComponentModel.DataAnnotations;

namespace Platform.Api.Security;

/// <summary>The section <c>Https</c>.</summary>
public sealed class HttpsOptions
{
    /// <summary>Whether requests over plain HTTP are sent on, to <see cref="Port"/>. Off: whoever listens on both ports serves on both.</summary>
    public bool Redirect { get; set; }

    /// <summary>Where clients reach this server over https.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 443;

    /// <summary>How long browsers remember to come over https only, once they have. Zero: they are not told to.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "731.00:00:00")]
    public TimeSpan HstsMaxAge { get; set; } = TimeSpan.FromDays(365);
}
