namespace Platform.Identity;

/// <summary>
/// What callers at one network address may still ask where nobody is signed in, or what all sockets of an account may still say; the key is
/// <c>{limit}:{address}</c>, the address being a network's or an account's. One actor, so the budget is exact across all front doors. In
/// memory only: a budget that a crash refills harms nobody.
/// </summary>
[Alias("platform.IAddressBudgetGrain")]
public interface IAddressBudgetGrain : IGrainWithStringKey
{
    /// <summary>Spends one of so many requests a window, which must always be the same for one key and be at most an hour long.</summary>
    [Alias("Spend")]
    ValueTask<Admission> Spend(int requests, TimeSpan window);
}
