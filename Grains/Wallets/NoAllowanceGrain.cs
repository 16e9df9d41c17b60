namespace Platform.Wallets;

/// <summary>Stands in until there are plans: nothing comes into a wallet by itself.</summary>
[GrainType("billing")]
internal sealed class NoAllowanceGrain : Grain, IAllowanceGrain
{
    public Task<Allowance> Current() => Task.FromResult(new Allowance(AllowanceKind.None, "", 0, Until: null));
}
