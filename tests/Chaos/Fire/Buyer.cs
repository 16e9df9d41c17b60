namespace Platform.Chaos.Fire;

/// <summary>Orders mascots with MascotForge until the credits are spent. Each is made once and paid once.</summary>
internal sealed class Buyer(Doors doors, Door door, MascotOwner owner, string blobs) : Actor
{
    /// <summary>What a new account may spend.</summary>
    private const int Orders = 10;

    private readonly List<string> _accepted = [];

    protected override async Task<bool> StepAsync(CancellationToken stopping)
    {
        if (_accepted.Count == Orders) return false;
        var (path, body) = owner.Order(_accepted.Count);
        _accepted.Add(owner.IdIn(await doors.PostAsync(path, owner.Token, body, JobOwner.NoWaiting)));
        return true;
    }

    public override async Task CheckAsync()
    {
        door.Address = doors.Addresses[0];
        await GenerationChecks.AwaitEndAsync(_accepted.Select(id => new AcceptedJob(owner, id)));
        // Each order was sent until it was acknowledged, under one key: so there is none beside those.
        await new GenerationChecks(door, blobs).CheckAsync(owner, _accepted, mostOthers: 0);
    }
}
