namespace Platform.Workspaces;

/// <summary>What somebody may do in a workspace. The first may everything; each other one less than the one before.</summary>
public enum WorkspaceRole
{
    /// <summary>There is exactly one: they may do all, and alone may buy for the workspace and delete it.</summary>
    Owner,

    /// <summary>Renames it, invites, manages all but the owner, and sees what is billed.</summary>
    Admin,

    /// <summary>Sees it, and spends its credits.</summary>
    Member,
}

/// <summary>Something that several people share: what they make there, and the credits that it costs.</summary>
/// <param name="Slug">For addresses: unique, made of the first name, and never changed.</param>
[GenerateSerializer, Immutable, Alias("platform.Workspace")]
public sealed record Workspace(
    [property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] string Slug, [property: Id(3)] DateTimeOffset CreatedAt);

/// <summary>A workspace, as one of its members has it.</summary>
[GenerateSerializer, Immutable, Alias("platform.WorkspaceMembership")]
public sealed record WorkspaceMembership([property: Id(0)] Workspace Workspace, [property: Id(1)] WorkspaceRole Role);

/// <summary>A membership in a list.</summary>
/// <param name="Balance">What is in the workspace's wallet.</param>
[GenerateSerializer, Immutable, Alias("platform.ListedWorkspace")]
public sealed record ListedWorkspace([property: Id(0)] WorkspaceMembership Membership, [property: Id(1)] long Balance);

/// <summary>The workspaces of an account, the newest membership first.</summary>
[GenerateSerializer, Immutable, Alias("platform.WorkspaceList")]
public sealed record WorkspaceList([property: Id(0)] IReadOnlyList<ListedWorkspace> Items);

/// <summary>Somebody who belongs to a workspace, as the others see them.</summary>
/// <param name="Name">Null where they never said.</param>
[GenerateSerializer, Immutable, Alias("platform.WorkspaceMember")]
public sealed record WorkspaceMember(
    [property: Id(0)] string UserId,
    [property: Id(1)] string Email,
    [property: Id(2)] string? Name,
    [property: Id(3)] WorkspaceRole Role,
    [property: Id(4)] DateTimeOffset JoinedAt);

/// <summary>All members, the first to join first.</summary>
[GenerateSerializer, Immutable, Alias("platform.WorkspaceMembers")]
public sealed record WorkspaceMembers([property: Id(0)] IReadOnlyList<WorkspaceMember> Items);
