using Dapper;
using Platform.Storage;

namespace Platform.Workspaces;

/// <summary>An invitation as its row has it.</summary>
/// <param name="AcceptedBy">Null: nobody yet.</param>
internal sealed record StoredInvitation(Invitation Invitation, string WorkspaceId, string? AcceptedBy)
{
    /// <summary>Whether somebody may join with it now.</summary>
    public bool IsOpen(DateTimeOffset now) => AcceptedBy is null && Invitation.ExpiresAt > now;
}

/// <summary>The rows of invitations. What changes with the members of a workspace is written in one unit with them.</summary>
internal sealed class InvitationStore(Database database)
{
    private const string Select = """
        SELECT invitation_id AS id, workspace_id AS workspaceId, email, role, accepted_by AS acceptedBy, created_at AS createdAt,
            expires_at AS expiresAt
        FROM workspace_invitations
        """;

    internal const string SelectOpen =
        Select + " WHERE workspace_id = @workspaceId AND accepted_by IS NULL AND expires_at > @now ORDER BY created_at DESC, invitation_id DESC";

    internal const string SelectOfToken = Select + " WHERE token_hash = @hash";

    private const string Insert = """
        INSERT INTO workspace_invitations (invitation_id, workspace_id, email, role, token_hash, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string MarkAccepted =
        "UPDATE workspace_invitations SET accepted_by = $2 WHERE invitation_id = $1 AND accepted_by IS NULL";

    /// <summary>The invitation that this is the hash of the token of, or null.</summary>
    public async Task<StoredInvitation?> FindAsync(string hash)
    {
        var row = await database.ReadAsync(connection => connection.QuerySingleOrDefaultAsync<Row>(SelectOfToken, new { hash }));
        return row?.ToStored();
    }

    /// <summary>Those of a workspace that wait for an answer, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenAsync(string workspaceId, DateTimeOffset now)
    {
        var rows = await database.ReadAsync(connection =>
            connection.QueryAsync<Row>(SelectOpen, new { workspaceId, now = Instant.ToStored(now) }));
        return [.. rows.Select(row => row.ToStored().Invitation)];
    }

    /// <summary>Ends an invitation that waits for an answer. False: none of this id does.</summary>
    public async Task<bool> WithdrawAsync(string workspaceId, string id)
    {
        try
        {
            await database.WriteAsync(new Statement(
                "DELETE FROM workspace_invitations WHERE invitation_id = $1 AND workspace_id = $2 AND accepted_by IS NULL",
                [id, workspaceId],
                ExpectedRows: 1));
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Ends all invitations of an address, answered or not.</summary>
    public Task DeleteOfEmailAsync(string email) =>
        database.WriteAsync(new Statement("DELETE FROM workspace_invitations WHERE email = $1", [email]));

    /// <summary>Writes an invitation in the place of an earlier one of the same address, and removes those that have expired.</summary>
    public static Statement[] Put(string workspaceId, Invitation invitation, string hash) =>
    [
        new(
            "DELETE FROM workspace_invitations WHERE workspace_id = $1 AND (email = $2 OR expires_at <= $3)",
            [workspaceId, invitation.Email, Instant.ToStored(invitation.CreatedAt)]),
        new(
            Insert,
            [
                invitation.Id,
                workspaceId,
                invitation.Email,
                (int)invitation.Role,
                hash,
                Instant.ToStored(invitation.CreatedAt),
                Instant.ToStored(invitation.ExpiresAt),
            ]),
    ];

    public static Statement Accept(string id, string userId) => new(MarkAccepted, [id, userId], ExpectedRows: 1);

    public static Statement DeleteAll(string workspaceId) => new("DELETE FROM workspace_invitations WHERE workspace_id = $1", [workspaceId]);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string WorkspaceId { get; init; } = "";

        public string Email { get; init; } = "";

        public long Role { get; init; }

        public string? AcceptedBy { get; init; }

        public long CreatedAt { get; init; }

        public long ExpiresAt { get; init; }

        public StoredInvitation ToStored() => new(
            new(Id, Email, (WorkspaceRole)Role, Instant.FromStored(CreatedAt), Instant.FromStored(ExpiresAt)), WorkspaceId, AcceptedBy);
    }
}
