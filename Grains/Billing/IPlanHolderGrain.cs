using Orleans.Concurrency;

namespace Platform.Billing;

/// <summary>Whose limits a plan sets; the key is the owner's id.</summary>
[Alias("platform.IPlanHolderGrain")]
internal interface IPlanHolderGrain : IGrainWithStringKey
{
    /// <summary>
    /// Another plan counts from now on. The plan is stored already: whoever isn't awake reads it when it wakes up. Interleaves, because its
    /// account may be asking the caller to go.
    /// </summary>
    [Alias("PlanChanged"), AlwaysInterleave]
    ValueTask PlanChanged(string planId);
}

/// <summary>What a billing actor is told of; the key is the owner's id.</summary>
[Alias("platform.IBillingEventsGrain")]
internal interface IBillingEventsGrain : IGrainWithStringKey
{
    /// <summary>Carries out an event of the payment service, once. False: the owner is gone, or the event is none of theirs.</summary>
    /// <param name="product">At whose address it arrived.</param>
    [Alias("Apply")]
    Task<bool> Apply(string product, string body);
}
