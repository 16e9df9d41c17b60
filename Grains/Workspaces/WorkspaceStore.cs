using System.Collections.Immutable;
using Dapper;
using Platform.Storage;

namespace Platform.Workspaces;

/// <summary>The rows of workspaces and of their members. What lists show is the truth itself, so a list wakes nobody and is never behind.</summary>
internal sealed class WorkspaceStore(Database database)
{
    private const string SelectMembers =
        "SELECT user_id AS userId, role, joined_at AS joinedAt FROM workspace_members WHERE workspace_id = @id ORDER BY joined_at, user_id";

    private const string Select = """
        SELECT workspace_id AS id, name, slug, created_at AS createdAt, is_ending AS isEnding, revision FROM workspaces WHERE workspace_id = @id
        """;

    /// <summary>A workspace is allowed nothing by itself, so its wallet's row is all that is in it.</summary>
    internal const string SelectOfUser = """
        SELECT w.workspace_id AS id, w.name, w.slug, w.created_at AS createdAt, m.role, COALESCE(b.balance, 0) AS balance
        FROM workspace_members m
        JOIN workspaces w ON w.workspace_id = m.workspace_id
        LEFT JOIN wallets b ON b.wallet_id = m.workspace_id
        WHERE m.user_id = @userId ORDER BY m.joined_at DESC, m.workspace_id DESC
        """;

    internal const string CountOfUser = "SELECT COUNT(*) FROM workspace_members WHERE user_id = @userId";

    private const string Insert =
        "INSERT INTO workspaces (workspace_id, name, slug, created_at, is_ending, revision) VALUES ($1, $2, $3, $4, $5, $6)";

    private const string Update =
        "UPDATE workspaces SET name = $2, is_ending = $3, revision = $4 WHERE workspace_id = $1 AND revision = $5";

    private const string InsertMember = "INSERT INTO workspace_members (workspace_id, user_id, role, joined_at) VALUES ($1, $2, $3, $4)";

    private const string UpdateMember = "UPDATE workspace_members SET role = $3 WHERE workspace_id = $1 AND user_id = $2";

    private const string DeleteMember = "DELETE FROM workspace_members WHERE workspace_id = $1 AND user_id = $2";

    public Task<Roster?> FindAsync(string id) => database.ReadAsync(async connection =>
    {
        // The row last: if what was written in between makes it newer than the members, all is read again.
        for (; ; )
        {
            var before = await connection.QuerySingleOrDefaultAsync<Row>(Select, new { id });
            var members = await connection.QueryAsync<MemberRow>(SelectMembers, new { id });
            var row = await connection.QuerySingleOrDefaultAsync<Row>(Select, new { id });
            if (row?.Revision == before?.Revision) return row?.ToRoster(members);
        }
    });

    public Task<bool> IsTakenAsync(string slug) => database.ReadAsync(async connection =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM workspaces WHERE slug = @slug", new { slug }) > 0);

    /// <summary>The workspaces of an account, the newest membership first.</summary>
    public async Task<IReadOnlyList<ListedWorkspace>> OfUserAsync(string userId)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<ListRow>(SelectOfUser, new { userId }));
        return [.. rows.Select(row => row.ToListed())];
    }

    public Task<long> CountOfUserAsync(string userId) => database.ReadAsync(connection =>
        connection.ExecuteScalarAsync<long>(CountOfUser, new { userId }));

    /// <summary>Writes a new workspace.</summary>
    /// <exception cref="StoreConflictException">The slug is taken, or it is there already.</exception>
    public Task AddAsync(Roster roster)
    {
        var workspace = roster.Workspace;
        return database.WriteAsync(
        [
            new Statement(
                Insert,
                [workspace.Id, workspace.Name, workspace.Slug, Instant.ToStored(workspace.CreatedAt), 0, roster.Revision]),
            .. roster.Members.Select(place => Add(workspace.Id, place)),
        ]);
    }

    /// <summary>Writes what has changed, with what belongs to it, as one unit.</summary>
    /// <returns>The roster as it is then stored.</returns>
    /// <exception cref="StoreConflictException">It is no longer as <paramref name="before"/> says.</exception>
    public async Task<Roster> SaveAsync(Roster before, Roster next, params IEnumerable<Statement> with)
    {
        next = next with { Revision = before.Revision + 1 };
        var id = next.Workspace.Id;
        await database.WriteAsync(
        [
            new Statement(Update, [id, next.Workspace.Name, next.IsEnding ? 1 : 0, next.Revision, before.Revision], ExpectedRows: 1),
            .. Changes(id, before.Members, next.Members),
            .. next.IsEnding ? [InvitationStore.DeleteAll(id)] : with,
        ]);
        return next;
    }

    public Task DeleteAsync(string id) => database.WriteAsync(
        new Statement("DELETE FROM workspace_members WHERE workspace_id = $1", [id]),
        new Statement("DELETE FROM workspaces WHERE workspace_id = $1", [id]));

    /// <summary>Who goes and who is owner no more comes first: at no moment are there two owners.</summary>
    private static IEnumerable<Statement> Changes(string id, ImmutableArray<Place> before, ImmutableArray<Place> after)
    {
        foreach (var gone in before.Where(place => !after.Any(other => other.UserId == place.UserId)))
            yield return new Statement(DeleteMember, [id, gone.UserId], ExpectedRows: 1);
        foreach (var changed in after.Except(before).OrderByDescending(place => place.Role))
        {
            yield return before.Any(other => other.UserId == changed.UserId)
                ? new Statement(UpdateMember, [id, changed.UserId, (int)changed.Role], ExpectedRows: 1)
                : Add(id, changed);
        }
    }

    private static Statement Add(string id, Place place) =>
        new(InsertMember, [id, place.UserId, (int)place.Role, Instant.ToStored(place.JoinedAt)]);

    private class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Slug { get; init; } = "";

        public long CreatedAt { get; init; }

        public long IsEnding { get; init; }

        public long Revision { get; init; }

        protected Workspace Workspace => new(Id, Name, Slug, Instant.FromStored(CreatedAt));

        public Roster ToRoster(IEnumerable<MemberRow> members) =>
            new(Workspace, [.. members.Select(member => member.ToPlace())], Revision, IsEnding != 0);
    }

    private sealed class ListRow : Row
    {
        public long Role { get; init; }

        public long Balance { get; init; }

        public ListedWorkspace ToListed() => new(new(Workspace, (WorkspaceRole)Role), Balance);
    }

    private sealed class MemberRow
    {
        public string UserId { get; init; } = "";

        public long Role { get; init; }

        public long JoinedAt { get; init; }

        public Place ToPlace() => new(UserId, (WorkspaceRole)Role, Instant.FromStored(JoinedAt));
    }
}
