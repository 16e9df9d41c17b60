namespace Platform.Identity;

/// <summary>Which account holds the name.</summary>
[GenerateSerializer, Alias("platform.NameClaim")]
internal sealed record NameClaim
{
    [Id(0)] public string AccountId { get; init; } = "";

    [Id(1)] public DateTimeOffset ClaimedAt { get; init; }
}

/// <remarks>Anybody may ask for any name, so none stays for long.</remarks>
[GrainType("accountdirectory"), CollectionAgeLimit(Minutes = 5)]
internal sealed class AccountDirectoryGrain(
    [PersistentState("name")] IPersistentState<NameClaim> storage, IGrainFactory grains, TimeProvider clock) : Grain, IAccountDirectoryGrain
{
    /// <summary>How long a claim stands that no account holds: longer than any registration takes, also on a slow day.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);

    private readonly Durable<NameClaim> _claim = new(storage);

    public Task<string?> Find() => Task.FromResult(_claim.Value?.AccountId);

    public async Task<bool> Claim(string accountId)
    {
        if (_claim.Value is { } held && held.AccountId != accountId && !await IsAbandoned(held)) return false;
        await _claim.SaveAsync(new NameClaim { AccountId = accountId, ClaimedAt = clock.GetUtcNow() });
        return true;
    }

    public async Task Release(string accountId)
    {
        if (_claim.Value?.AccountId == accountId) await _claim.ClearAsync();
        DeactivateOnIdle();
    }

    /// <summary>A crash between the claim and the account, or between a rename and the release, leaves a name that nobody holds: the next to ask gets it.</summary>
    private async Task<bool> IsAbandoned(NameClaim held) =>
        clock.GetUtcNow() - held.ClaimedAt > Abandoned
        && !await grains.GetGrain<IUserGrain>(held.AccountId).Holds(IAccountDirectoryGrain.Parts(this.GetPrimaryKeyString()).Name);
}
