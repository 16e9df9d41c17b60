using Platform.Api.Tests.MascotForge;

namespace Platform.Api.Tests.Documentation;

/// <summary>Those without whom some things can't be done: somebody to share a workspace with.</summary>
internal static class Colleagues
{
    /// <summary>Does what somebody else has to do before an operation, and tells what it is then about, by parameter.</summary>
    public static async Task<Dictionary<string, string>> ForAsync(string operation, Visitor whose)
    {
        var server = whose.Server;
        var visitor = new MascotForgeClient(server) { Token = whose.Token, Email = whose.Email };
        switch (operation)
        {
            case "PATCH /workspaces/{workspaceId}/members/{userId}" or "DELETE /workspaces/{workspaceId}/members/{userId}":
                var (own, other) = (await visitor.CreateWorkspaceAsync(), await MascotForgeClient.SignUpAsync(server));
                await visitor.AddAsync(own, other);
                return new() { ["workspaceId"] = own, ["userId"] = other.UserId };
            case "POST /workspaces/invitations/{token}/accept" or "POST /workspaces/{workspaceId}/leave":
                var colleague = await MascotForgeClient.SignUpAsync(server);
                var theirs = await colleague.CreateWorkspaceAsync();
                await colleague.InviteAsync(theirs, visitor.Email);
                var token = visitor.MailedToken();
                if (operation.EndsWith("leave", StringComparison.Ordinal)) await visitor.AcceptAsync(token);
                return new() { ["workspaceId"] = theirs, ["token"] = token };
            default:
                return await Studio.ForAsync(operation, visitor);
        }
    }
}
