using Platform.Identity;

namespace Platform.Workspaces;

/// <summary>Whoever makes or joins a workspace queues here, so that the most an account may have is exact.</summary>
[GrainType("workspaces")]
internal sealed class WorkspacesGrain(IGrainFactory grains, WorkspaceStore store, InvitationStore invitations, TimeProvider clock)
    : Grain, IWorkspacesGrain
{
    /// <summary>Lists are shown as a whole, so they have an end.</summary>
    private const int MaxWorkspaces = 50;

    private static readonly Refusal NoInvitation = new(RefusalKind.NotFound, "Invitation not found");
    private static readonly Refusal TooMany = new(
        RefusalKind.LimitReached, $"You already belong to {MaxWorkspaces} workspaces, which is the most.");

    private string UserId => this.GetPrimaryKeyString();

    // Interleaves: it holds no state.
    public async Task<WorkspaceList> List() => new(await store.OfUserAsync(UserId));

    public async Task<Outcome<WorkspaceMembership>> Create(string name, string id)
    {
        var account = await AccountAsync();
        if (account.Refusal is { } refusal) return refusal;
        // One that is made again is among those already.
        if (await store.CountOfUserAsync(UserId) >= MaxWorkspaces && !await Workspace(id).Exists()) return TooMany;
        return await StayingAsync(id, await Places(id).Create(UserId, name));
    }

    public async Task<Outcome<WorkspaceMembership>> Accept(InvitationAnswer answer)
    {
        var account = await AccountAsync();
        if (account.Value is not { } user) return account.Refusal!;
        var hash = InvitationToken.Hash(answer.Token);
        // Whoever else has seen the mail must not come in by it.
        if (await invitations.FindAsync(hash) is not { } found) return NoInvitation;
        if (!found.Invitation.Email.Equals(user.Email, StringComparison.OrdinalIgnoreCase)) return NoInvitation;
        if (found.IsOpen(clock.GetUtcNow()) && await store.CountOfUserAsync(UserId) >= MaxWorkspaces) return TooMany;
        var joined = await Places(found.WorkspaceId).Join(UserId, hash);
        // That a workspace is gone is no news for somebody who never was in it.
        return joined.Refusal is { Kind: RefusalKind.NotFound } ? NoInvitation : await StayingAsync(found.WorkspaceId, joined);
    }

    public async Task LeaveAll(string email)
    {
        foreach (var listed in await store.OfUserAsync(UserId)) await Places(listed.Membership.Workspace.Id).Forget(UserId);
        await invitations.DeleteOfEmailAsync(email.ToLowerInvariant());
    }

    /// <summary>A request that its account's deletion has overtaken: what it has joined, nobody would leave.</summary>
    private async Task<Outcome<WorkspaceMembership>> StayingAsync(string id, Outcome<WorkspaceMembership> joined)
    {
        if (joined.Value is null) return joined;
        var account = await AccountAsync();
        if (account.Refusal is not { } gone) return joined;
        await Places(id).Forget(UserId);
        return gone;
    }

    private ValueTask<Outcome<Account>> AccountAsync() => grains.GetGrain<IUserGrain>(UserId).GetAccount();

    private IWorkspaceGrain Workspace(string id) => grains.GetGrain<IWorkspaceGrain>(id);

    private IWorkspacePlacesGrain Places(string id) => grains.GetGrain<IWorkspacePlacesGrain>(id);
}
