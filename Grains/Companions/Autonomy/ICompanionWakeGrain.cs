namespace Platform.Companions.Autonomy;

/// <summary>What wakes a companion beside her reminder. The same actor as <see cref="ICompanionGrain"/>.</summary>
[Alias("platform.ICompanionWakeGrain")]
internal interface ICompanionWakeGrain : IGrainWithStringKey
{
    /// <summary>Her time may have come. She decides from what she knows, so it may come too often.</summary>
    [Alias("Wake")]
    Task Wake();
}
