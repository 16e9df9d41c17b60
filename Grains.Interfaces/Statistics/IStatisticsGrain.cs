using Orleans.Concurrency;
using Platform.Conversations;

namespace Platform.Statistics;

/// <summary>What a product's admins may know of all of it together; the key is the product.</summary>
[Alias("platform.IStatisticsGrain")]
public interface IStatisticsGrain : IGrainWithStringKey
{
    /// <summary>
    /// How much there is of everything now. Costs the same however many users there are. <see cref="RefusalKind.Forbidden"/>: the account
    /// that asks is no admin.
    /// </summary>
    [Alias("Dashboard"), AlwaysInterleave]
    Task<Outcome<Dashboard>> Dashboard(string accountId);
}

/// <param name="Users">Accounts that stand. One from before they were counted is counted when it is next active.</param>
/// <param name="Conversations">Conversations that were not deleted.</param>
/// <param name="Tokens">That were ever used: deleting takes none back.</param>
/// <param name="LatestPayments">At most ten, the newest first.</param>
[GenerateSerializer, Immutable, Alias("platform.Dashboard")]
public sealed record Dashboard(
    [property: Id(0)] long Users,
    [property: Id(1)] long Conversations,
    [property: Id(2)] long Tokens,
    [property: Id(3)] IReadOnlyList<TokenPayment> LatestPayments);
