namespace Platform.Wallets;

/// <summary>What nobody but the platform itself asks of a wallet.</summary>
[Alias("platform.IWalletUpkeepGrain")]
internal interface IWalletUpkeepGrain : IGrainWithStringKey
{
    /// <summary>Gives back what is held beyond its time.</summary>
    [Alias("ReleaseExpired")]
    Task ReleaseExpired();
}
