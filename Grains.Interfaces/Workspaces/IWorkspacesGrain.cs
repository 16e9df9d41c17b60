using Orleans.Concurrency;

namespace Platform.Workspaces;

/// <summary>The workspaces of an account; the key is its id.</summary>
[Alias("platform.IWorkspacesGrain")]
public interface IWorkspacesGrain : IGrainWithStringKey
{
    /// <summary>All of them.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<WorkspaceList> List();

    /// <summary>
    /// Makes a workspace of which the account is the owner. <see cref="RefusalKind.LimitReached"/>: it has as many as it may.
    /// </summary>
    /// <param name="name">Checked and trimmed.</param>
    /// <param name="id">The id of the operation: a repeat of it has the workspace as it is by then.</param>
    [Alias("Create")]
    Task<Outcome<WorkspaceMembership>> Create(string name, string id);

    /// <summary>
    /// Joins the workspace that an invitation is for; a repeat finds the account there. <see cref="RefusalKind.NotFound"/>: there is no such
    /// invitation, it is no more, or it is somebody else's; <see cref="RefusalKind.LimitReached"/>: the account or the workspace has as many
    /// as it may.
    /// </summary>
    [Alias("Accept")]
    Task<Outcome<WorkspaceMembership>> Accept(InvitationAnswer answer);

    /// <summary>
    /// Takes the account out of all of them. One that it owns passes to the admin who was there first, else to the member; one in which
    /// nobody is left is deleted. Ends the invitations of its address.
    /// </summary>
    [Alias("LeaveAll")]
    Task LeaveAll(string email);
}
