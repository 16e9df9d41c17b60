using Platform.Conversations;
using Platform.Identity;

namespace Platform.Statistics;

[GrainType("statistics")]
internal sealed class StatisticsGrain(IGrainFactory grains, Totals totals, TokenPaymentLog payments) : Grain, IStatisticsGrain
{
    private const int LatestPayments = 10;

    private static readonly Refusal NoAdmin = new(RefusalKind.Forbidden, "Unauthorized. Admin access required.");

    // Interleaves: it holds no state.
    public async Task<Outcome<Dashboard>> Dashboard(string accountId)
    {
        var account = await grains.GetGrain<IUserGrain>(accountId).GetAccount();
        if (account.Value is not { } reader) return account.Refusal!;
        if (!reader.IsAdmin || reader.Product != this.GetPrimaryKeyString()) return NoAdmin;

        var (users, conversations, tokens) = await totals.ReadAsync();
        return new Dashboard(users, conversations, tokens, await payments.LatestAsync(LatestPayments));
    }
}
