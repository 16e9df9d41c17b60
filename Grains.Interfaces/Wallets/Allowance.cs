using Orleans.Concurrency;

namespace Platform.Wallets;

/// <summary>How a plan's allowance comes into a wallet at the beginning of a period.</summary>
public enum AllowanceKind
{
    /// <summary>Not by itself: the plan grants when it is paid.</summary>
    None,

    /// <summary>Once a period, what is available is brought up to the amount, if it is below; more is kept.</summary>
    TopUp,

    /// <summary>
    /// A quota: at any moment, what is available is the amount less what was used in this period. What is left of a period lapses, and another
    /// amount within a period counts at once.
    /// </summary>
    Quota,
}

/// <summary>What the plan of a wallet's owner allows in the period that it is now.</summary>
/// <param name="Period">Names the period: another name is another period.</param>
/// <param name="Amount">In whole units.</param>
/// <param name="Until">From then on it is asked for again; null: only when somebody says that it changed.</param>
[GenerateSerializer, Immutable, Alias("platform.Allowance")]
public sealed record Allowance(
    [property: Id(0)] AllowanceKind Kind, [property: Id(1)] string Period, [property: Id(2)] long Amount, [property: Id(3)] DateTimeOffset? Until);

/// <summary>Knows the plan of a wallet's owner; the key is the owner's id. Its wallet asks it.</summary>
[Alias("platform.IAllowanceGrain")]
public interface IAllowanceGrain : IGrainWithStringKey
{
    /// <summary>The allowance that is now. Interleaves: its wallet asks while it may itself be waiting for the wallet.</summary>
    [Alias("Current"), AlwaysInterleave]
    Task<Allowance> Current();
}
