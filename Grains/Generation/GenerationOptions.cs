using System.ComponentModel.DataAnnotations;

namespace Platform.Generation;

/// <summary>The section <c>Generation</c>.</summary>
public sealed class GenerationOptions
{
    /// <summary>How many jobs a silo draws at once. Where all cores are wanted, they get about a tenth of one each.</summary>
    [Range(1, 1000)]
    public int Concurrency { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>How long one try may take before it counts as failed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether animations come as videos too, where there is a program that makes them.</summary>
    public bool Videos { get; set; } = true;

    /// <summary>
    /// Whether files that no row knows are removed. Not by a server that tries out a copy of the database: had it the files of the real one, it
    /// would remove all that are younger than its copy.
    /// </summary>
    public bool SweepOrphans { get; set; } = true;
}
