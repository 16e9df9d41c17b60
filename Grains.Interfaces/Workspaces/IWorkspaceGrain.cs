using Orleans.Concurrency;

namespace Platform.Workspaces;

/// <summary>
/// One workspace; the key is its id, which is also that of its <see cref="Wallets.IWalletGrain"/> and its <see cref="Billing.IBillingGrain"/>.
/// It alone says who belongs to it and what they may do. Whoever doesn't belong to it gets <see cref="RefusalKind.NotFound"/>, as if it
/// weren't there; a member who may not do what they ask, <see cref="RefusalKind.Forbidden"/>. What was answered is durable.
/// </summary>
[Alias("platform.IWorkspaceGrain")]
public interface IWorkspaceGrain : IGrainWithStringKey
{
    /// <summary>Whether it is there.</summary>
    [Alias("Exists"), AlwaysInterleave]
    Task<bool> Exists();

    /// <summary>Lets somebody in who has at least this role, and tells which they have.</summary>
    [Alias("Enter"), AlwaysInterleave]
    Task<Outcome<WorkspaceMembership>> Enter(string userId, WorkspaceRole least);

    /// <summary>Gives it another name; the slug stays. For admins.</summary>
    [Alias("Rename")]
    Task<Outcome<WorkspaceMembership>> Rename(string userId, string name);

    /// <summary>Ends it with all that belongs to it: its subscription and its credits too. From now on it is gone for everybody. For the owner.</summary>
    [Alias("Delete")]
    Task<Outcome<Done>> Delete(string userId);

    /// <summary>Who belongs to it.</summary>
    [Alias("Members"), AlwaysInterleave]
    Task<Outcome<WorkspaceMembers>> Members(string userId);

    /// <summary>
    /// Gives a member another role. For admins, but the owner's role changes only when the owner makes another member owner; they are an
    /// admin then. <see cref="RefusalKind.NotPossibleNow"/>: the owner would have no successor.
    /// </summary>
    [Alias("SetRole")]
    Task<Outcome<WorkspaceMember>> SetRole(string userId, string memberId, WorkspaceRole role);

    /// <summary>Takes a member out: for admins, and for each their own self. <see cref="RefusalKind.NotPossibleNow"/>: the owner wants to go.</summary>
    [Alias("Remove")]
    Task<Outcome<Done>> Remove(string userId, string memberId);

    /// <summary>
    /// Mails somebody, with an account or without, what they can join with: once, within seven days. An earlier invitation of the same
    /// address ends. For admins. <see cref="RefusalKind.Taken"/>: they belong to it; <see cref="RefusalKind.LimitReached"/>: it is full;
    /// <see cref="RefusalKind.TooMany"/>; <see cref="RefusalKind.MailFailed"/>.
    /// </summary>
    [Alias("Invite")]
    Task<Outcome<Invitation>> Invite(string userId, NewInvitation invitation);

    /// <summary>Which invitations wait for an answer. For admins.</summary>
    [Alias("Invitations"), AlwaysInterleave]
    Task<Outcome<InvitationList>> Invitations(string userId);

    /// <summary>Ends an invitation. For admins. <see cref="RefusalKind.NotFound"/>: none of this id waits.</summary>
    [Alias("Withdraw")]
    Task<Outcome<Done>> Withdraw(string userId, string invitationId);
}
