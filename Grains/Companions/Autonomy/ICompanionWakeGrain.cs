namespace Platform.Companions.Autonomy;

/// <summary>What wakes a companion beside her reminder. The same actor as <see cref="ICompanionGrain"/>.</summary>
[Alias("platform.ICompanionWakeGrain")]
internal interface ICompanionWakeGrain : IGrainWithStringKey
{
    /// <summary>The time of her reminder is over. Where she has moved it since, there is nothing to do.</summary>
    /// <returns>Whether there was.</returns>
    [Alias("WakeOverdue")]
    Task<bool> WakeOverdue();
}
