namespace Platform.Workspaces;

/// <summary>Somebody who is to be asked to join.</summary>
/// <param name="Id">The id of the operation: a repeat of it is the same invitation, mailed anew.</param>
/// <param name="Role">Not <see cref="WorkspaceRole.Owner"/>.</param>
[GenerateSerializer, Immutable, Alias("platform.NewInvitation")]
public sealed record NewInvitation([property: Id(0)] string Id, [property: Id(1)] string Email, [property: Id(2)] WorkspaceRole Role);

/// <summary>Somebody who was asked to join, and hasn't yet. What was mailed to them is not in it.</summary>
/// <param name="Email">In lower case.</param>
[GenerateSerializer, Immutable, Alias("platform.Invitation")]
public sealed record Invitation(
    [property: Id(0)] string Id,
    [property: Id(1)] string Email,
    [property: Id(2)] WorkspaceRole Role,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset ExpiresAt);

/// <summary>The invitations of a workspace that wait for an answer, the newest first.</summary>
[GenerateSerializer, Immutable, Alias("platform.InvitationList")]
public sealed record InvitationList([property: Id(0)] IReadOnlyList<Invitation> Items);

/// <summary>Somebody answers an invitation.</summary>
/// <param name="Token">As it was mailed: only its hash is kept.</param>
[GenerateSerializer, Immutable, Alias("platform.InvitationAnswer")]
public sealed record InvitationAnswer([property: Id(0)] string UserId, [property: Id(1)] string Token) : Confidential;
