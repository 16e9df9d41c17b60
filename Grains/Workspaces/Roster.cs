using System.Collections.Immutable;

namespace Platform.Workspaces;

/// <summary>Somebody's place in a workspace.</summary>
internal sealed record Place(string UserId, WorkspaceRole Role, DateTimeOffset JoinedAt);

/// <summary>A workspace and who belongs to it, as the rows have them; and the rules of who may do what.</summary>
/// <param name="Members">The first to join first. Exactly one is the owner, but of a workspace that ends.</param>
/// <param name="Revision">Rises by one with each write.</param>
/// <param name="IsEnding">It is gone for everybody, and being removed.</param>
internal sealed record Roster(Workspace Workspace, ImmutableArray<Place> Members, long Revision, bool IsEnding = false)
{
    /// <summary>All are shown at once, so there is an end to them. Who was invited counts.</summary>
    public const int MaxMembers = 100;

    public static readonly Refusal NoWorkspace = new(RefusalKind.NotFound, "Workspace not found");
    public static readonly Refusal Full = new(RefusalKind.LimitReached, $"This workspace has {MaxMembers} members and invitations, which is the most.");

    private static readonly Refusal NoMember = new(RefusalKind.NotFound, "Member not found");
    private static readonly Refusal NotAllowed = new(RefusalKind.Forbidden, "Your role in this workspace does not allow this.");
    private static readonly Refusal OwnerStays = new(
        RefusalKind.NotPossibleNow, "The owner can't go. Make another member the owner first, or delete the workspace.");

    public WorkspaceRole? RoleOf(string userId) => Find(userId)?.Role;

    /// <summary>Why somebody may not do what takes at least this role, or null.</summary>
    public Refusal? Refuses(string userId, WorkspaceRole least) =>
        RoleOf(userId) is not { } role ? NoWorkspace : role > least ? NotAllowed : null;

    public Outcome<WorkspaceMembership> Enter(string userId, WorkspaceRole least) =>
        Refuses(userId, least) is { } refusal ? refusal : new WorkspaceMembership(Workspace, RoleOf(userId)!.Value);

    /// <summary>As somebody has changed a member's role.</summary>
    public Outcome<Roster> WithRole(string userId, string memberId, WorkspaceRole role)
    {
        if (Refuses(userId, WorkspaceRole.Admin) is { } refusal) return refusal;
        if (RoleOf(memberId) is not { } before) return NoMember;
        if (before == role) return this;
        if (RoleOf(userId) != WorkspaceRole.Owner)
            return before == WorkspaceRole.Owner || role == WorkspaceRole.Owner ? NotAllowed : Set(memberId, role);
        if (before == WorkspaceRole.Owner) return OwnerStays;
        return role == WorkspaceRole.Owner ? Set(userId, WorkspaceRole.Admin).Set(memberId, role) : Set(memberId, role);
    }

    /// <summary>As somebody has taken a member out, or has left.</summary>
    public Outcome<Roster> Without(string userId, string memberId)
    {
        if (Refuses(userId, userId == memberId ? WorkspaceRole.Member : WorkspaceRole.Admin) is { } refusal) return refusal;
        return RoleOf(memberId) switch
        {
            null => NoMember,
            WorkspaceRole.Owner => userId == memberId ? OwnerStays : NotAllowed,
            _ => Drop(memberId),
        };
    }

    /// <summary>As it is without an account that is gone: with an heir, if it was the owner's; ending, if nobody is left.</summary>
    public Roster WithoutAccount(string userId)
    {
        if (RoleOf(userId) is not { } role) return this;
        var left = Drop(userId);
        if (role != WorkspaceRole.Owner) return left;
        return left.Members.OrderBy(place => place.Role).FirstOrDefault() is { } heir ? left.Set(heir.UserId, WorkspaceRole.Owner) : left.Ended();
    }

    public Roster With(Place newcomer) => this with { Members = Members.Add(newcomer) };

    public Roster Ended() => this with { Members = [], IsEnding = true };

    private Place? Find(string userId) => Members.FirstOrDefault(place => place.UserId == userId);

    private Roster Drop(string userId) => this with { Members = Members.RemoveAll(place => place.UserId == userId) };

    private Roster Set(string userId, WorkspaceRole role) => this with
    {
        Members = [.. Members.Select(place => place.UserId == userId ? place with { Role = role } : place)],
    };
}
