using Orleans.Concurrency;

namespace Platform.Operations;

/// <summary>
/// What goes on in all processes of the cluster together, for those who run it; the key is <see cref="TheKey"/>. It remembers a quarter of an
/// hour, in memory only: where its silo dies it begins anew, and knows everything again with the next reports.
/// </summary>
[Alias("platform.IOperationsGrain")]
public interface IOperationsGrain : IGrainWithStringKey
{
    const string TheKey = "operations";

    /// <summary>A process tells what it has done since it started. May be lost, repeated or come late: what counts is the difference to the last.</summary>
    [Alias("Report")]
    Task Report(ProcessReport report);

    /// <summary>What is known now.</summary>
    /// <param name="after">Only moments after this one are listed; null: all that are remembered.</param>
    [Alias("Look"), AlwaysInterleave]
    Task<ClusterView> Look(DateTimeOffset? after);
}
