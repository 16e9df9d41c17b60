using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Security;
using Platform.Workspaces;

namespace Platform.Api.Products.MascotForge;

/// <summary>Whose credits, plan and mascots a request is about: the caller's own, or those of a workspace.</summary>
/// <param name="Id">The key of the wallet and of the billing actor.</param>
internal readonly record struct Owner(string Id, bool IsWorkspace);

/// <summary>The one place where <c>workspaceId</c> becomes an owner.</summary>
internal static class Owners
{
    private static readonly Refusal NoWorkspace = new(RefusalKind.NotFound, "Workspace not found");

    /// <summary>The caller, or the workspace that they name.</summary>
    /// <param name="least">What the caller must at least be there.</param>
    /// <exception cref="RefusedException">404: the caller doesn't belong to it, or there is none; 403: their role doesn't allow it.</exception>
    public static async Task<Owner> OwnerAsync(
        this Caller caller, string? workspaceId, IGrainFactory grains, WorkspaceRole least = WorkspaceRole.Member)
    {
        if (string.IsNullOrEmpty(workspaceId)) return new(caller.AccountId, IsWorkspace: false);
        var entered = (await grains.Workspace(workspaceId).Enter(caller.AccountId, least)).OrThrow();
        return new(entered.Workspace.Id, IsWorkspace: true);
    }

    /// <summary>The actor of a workspace, whether it is there or not.</summary>
    /// <exception cref="RefusedException">No workspace can have such an id.</exception>
    public static IWorkspaceGrain Workspace(this IGrainFactory grains, string workspaceId) =>
        grains.GetGrain<IWorkspaceGrain>(EntityId.Parse(workspaceId) ?? throw new RefusedException(NoWorkspace));
}
