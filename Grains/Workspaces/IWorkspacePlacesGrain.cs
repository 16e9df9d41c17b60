namespace Platform.Workspaces;

/// <summary>What the actor of an account's workspaces asks of a workspace; the key is the workspace's id.</summary>
[Alias("platform.IWorkspacePlacesGrain")]
internal interface IWorkspacePlacesGrain : IGrainWithStringKey
{
    /// <summary>Makes it, or finds what a repeat has made.</summary>
    [Alias("Create")]
    Task<Outcome<WorkspaceMembership>> Create(string ownerId, string name);

    /// <summary>Takes the account in that an invitation is for.</summary>
    /// <param name="hash">Of the token that was mailed.</param>
    [Alias("Join")]
    Task<Outcome<WorkspaceMembership>> Join(string userId, string hash);

    /// <summary>Forgets an account that is gone. An owner has the admin as heir who was there first, else the member; without one it ends.</summary>
    [Alias("Forget")]
    Task Forget(string userId);
}
