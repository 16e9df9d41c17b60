using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Workspaces;

namespace Platform.Api.Products.MascotForge;

/// <summary>Who belongs to a workspace, and who was asked to.</summary>
internal static class Members
{
    /// <summary>In the order of <see cref="WorkspaceRole"/>.</summary>
    private static readonly string[] Roles = ["owner", "admin", "member"];

    private static readonly Refusal NoMember = new(RefusalKind.NotFound, "Member not found");
    private static readonly Refusal NoInvitation = new(RefusalKind.NotFound, "Invitation not found");

    private static MascotForgeJson Json => MascotForgeJson.Default;

    public static string Word(WorkspaceRole role) => Roles[(int)role];

    public static async Task<JsonHttpResult<MembersResponse>> List(string workspaceId, Caller caller, IGrainFactory grains)
    {
        var members = (await grains.Workspace(workspaceId).Members(caller.AccountId)).OrThrow();
        return TypedResults.Json(new MembersResponse([.. members.Items.Select(View)]), Json.MembersResponse);
    }

    public static async Task<JsonHttpResult<MemberResponse>> SetRole(
        string workspaceId, string userId, Body<RoleRequest> body, Caller caller, IGrainFactory grains)
    {
        var check = new Validation();
        var role = Role(check.OneOf(body.Value.Role, "body.role", Roles));
        check.ThrowIfInvalid();

        var changed = await grains.Workspace(workspaceId).SetRole(caller.AccountId, MemberId(userId), role);
        return TypedResults.Json(View(changed.OrThrow()), Json.MemberResponse);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Remove(string workspaceId, string userId, Caller caller, IGrainFactory grains)
    {
        (await grains.Workspace(workspaceId).Remove(caller.AccountId, MemberId(userId))).OrThrow();
        return TypedResults.Json(new MessageOnly("Member removed"), Json.MessageOnly);
    }

    public static async Task<JsonHttpResult<InvitationResponse>> Invite(
        string workspaceId, Body<InvitationRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var check = new Validation();
        var email = check.Email(body.Value.Email, "body.email");
        // Ownership is handed over, never offered.
        var role = Role(check.OneOf(body.Value.Role, "body.role", Roles[1..]));
        check.ThrowIfInvalid();

        var invited = await grains.Workspace(workspaceId).Invite(caller.AccountId, new NewInvitation(operation.Id, email, role));
        return TypedResults.Json(View(invited.OrThrow()), Json.InvitationResponse, statusCode: 201);
    }

    public static async Task<JsonHttpResult<InvitationsResponse>> Invitations(string workspaceId, Caller caller, IGrainFactory grains)
    {
        var invitations = (await grains.Workspace(workspaceId).Invitations(caller.AccountId)).OrThrow();
        return TypedResults.Json(new InvitationsResponse([.. invitations.Items.Select(View)]), Json.InvitationsResponse);
    }

    public static async Task<JsonHttpResult<MessageOnly>> Withdraw(
        string workspaceId, string invitationId, Caller caller, IGrainFactory grains)
    {
        var id = EntityId.Parse(invitationId) ?? throw new RefusedException(NoInvitation);
        (await grains.Workspace(workspaceId).Withdraw(caller.AccountId, id)).OrThrow();
        return TypedResults.Json(new MessageOnly("Invitation withdrawn"), Json.MessageOnly);
    }

    private static WorkspaceRole Role(string word) => (WorkspaceRole)Math.Max(0, Array.IndexOf(Roles, word));

    private static string MemberId(string text) => EntityId.Parse(text) ?? throw new RefusedException(NoMember);

    private static MemberResponse View(WorkspaceMember member) =>
        new(member.UserId, member.Email, member.Name, Word(member.Role), member.JoinedAt.UtcDateTime);

    private static InvitationResponse View(Invitation invitation) =>
        new(invitation.Id, invitation.Email, Word(invitation.Role), invitation.CreatedAt.UtcDateTime, invitation.ExpiresAt.UtcDateTime);
}
