using System.ComponentModel.DataAnnotations;

namespace Platform.Security;

/// <summary>The section <c>SigningKeys</c>.</summary>
public sealed class SigningKeyOptions
{
    /// <summary>How long a key signs before its successor does. At least twice as long as a successor is published ahead.</summary>
    [Range(typeof(TimeSpan), "02:00:00", "3650.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RotateAfter { get; set; } = TimeSpan.FromDays(30);
}
