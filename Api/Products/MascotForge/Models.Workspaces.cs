namespace Platform.Api.Products.MascotForge;

internal sealed record WorkspaceRequest(string? Name);

/// <param name="Role">The caller's.</param>
internal sealed record WorkspaceResponse(string Id, string Name, string Slug, string Role, long CreditBalance, DateTime CreatedAt);

internal sealed record WorkspacesResponse(IReadOnlyList<WorkspaceResponse> Data);

internal sealed record RoleRequest(string? Role);

internal sealed record MemberResponse(string UserId, string Email, string? Name, string Role, DateTime JoinedAt);

internal sealed record MembersResponse(IReadOnlyList<MemberResponse> Data);

internal sealed record InvitationRequest(string? Email, string? Role);

internal sealed record InvitationResponse(string Id, string Email, string Role, DateTime CreatedAt, DateTime ExpiresAt);

internal sealed record InvitationsResponse(IReadOnlyList<InvitationResponse> Data);
