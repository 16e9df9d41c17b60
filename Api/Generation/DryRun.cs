using Platform.Wallets;

namespace Platform.Api.Generation;

/// <summary>What an order would cost. Nothing is begun.</summary>
/// <param name="Credits">In the units of the product's wallet.</param>
/// <param name="Available">What can be spent now.</param>
/// <param name="IsAffordable">Whether it would be accepted.</param>
internal sealed record DryRun(bool Dry, long Credits, long Available, bool IsAffordable)
{
    /// <summary>Whether a request asks for this rather than for the thing itself: <c>?dry_run=true</c>.</summary>
    public static bool IsWanted(HttpRequest request) =>
        request.Query["dry_run"].ToString() is var value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    public static async Task<DryRun> OfAsync(string ownerId, long credits, IGrainFactory grains)
    {
        var wallet = await grains.GetGrain<IWalletGrain>(ownerId).Balance();
        return new DryRun(Dry: true, credits, wallet.Available, credits <= wallet.Available);
    }
}

/// <summary>Marks what a route answers with where only its price is asked for.</summary>
internal interface IDryRunAnswer;
