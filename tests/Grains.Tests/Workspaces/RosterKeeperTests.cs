using Platform.Storage;
using Platform.Testing;
using Platform.Tests.Storage;
using Platform.Workspaces;

namespace Platform.Tests.Workspaces;

/// <summary>What two activations of a workspace, each with a memory of its own, leave in the rows.</summary>
public sealed class RosterKeeperTests(TestDatabases databases) : IClassFixture<TestDatabases>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _id = Guid.NewGuid().ToString();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_written_is_read_back(string engine)
    {
        var (store, keeper) = await OpenAsync(engine);
        var roster = Team(3) with { Workspace = new Workspace(_id, "Ünïcode 🦊", $"ünïcode-{_id}", Now) };
        Assert.True(await keeper.TryAddAsync(roster));
        AssertSame(roster, await store.FindAsync(_id));

        var changed = (await keeper.ChangeAsync(before => before.WithRole("u0", "u2", WorkspaceRole.Owner))).Value!;
        AssertSame(changed, await store.FindAsync(_id));
        Assert.Equal(2, changed.Revision);
        Assert.Null(await store.FindAsync("another"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_want_a_slug_one_gets_it(string engine)
    {
        var (store, _) = await OpenAsync(engine);
        var added = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            new RosterKeeper($"{_id}-{i}", store).TryAddAsync(Team(1) with { Workspace = new($"{_id}-{i}", "Name", $"slug-{_id}", Now) })));
        Assert.Single(added, isAdded => isAdded);
        Assert.True(await store.IsTakenAsync($"slug-{_id}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_two_activations_do_at_once_there_is_exactly_one_owner(string engine)
    {
        var (store, first) = await OpenAsync(engine);
        await first.TryAddAsync(Team(6));
        var second = new RosterKeeper(_id, store);
        await second.LoadAsync();
        RosterKeeper[] activations = [first, second];
        var random = new Random(1);
        for (var round = 0; round < 60; round++)
        {
            var changes = activations.Select(one => (one, Change(random))).ToList();
            await Task.WhenAll(changes.Select(change => change.one.ChangeAsync(change.Item2)));
            var stored = (await store.FindAsync(_id))!;
            Assert.Single(stored.Members, place => place.Role == WorkspaceRole.Owner);
            Assert.Equal(stored.Members.Length, stored.Members.Select(place => place.UserId).Distinct().Count());
        }

        // And both know what is there, once they have looked.
        foreach (var one in activations) await one.LoadAsync();
        AssertSame((await first.FindAsync())!, await second.FindAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_rows_themselves_refuse_a_second_owner(string engine)
    {
        var (store, keeper) = await OpenAsync(engine);
        await keeper.TryAddAsync(Team(2));
        var before = (await store.FindAsync(_id))!;
        await Assert.ThrowsAsync<StoreConflictException>(() =>
            store.SaveAsync(before, before.With(new Place("u9", WorkspaceRole.Owner, Now))));
        AssertSame(before, await store.FindAsync(_id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_has_what_an_account_belongs_to_the_newest_first(string engine)
    {
        var (store, _) = await OpenAsync(engine);
        var user = Guid.NewGuid().ToString();
        foreach (var i in (int[])[1, 2, 3])
        {
            var workspace = new Workspace($"{_id}-{i}", $"Name {i}", $"{_id}-{i}", Now);
            await store.AddAsync(new Roster(workspace, [new Place(user, WorkspaceRole.Owner, Now.AddHours(i))], Revision: 1));
        }

        var listed = await store.OfUserAsync(user);
        Assert.Equal(["Name 3", "Name 2", "Name 1"], listed.Select(one => one.Membership.Workspace.Name));
        Assert.All(listed, one => Assert.Equal((WorkspaceRole.Owner, 0), (one.Membership.Role, one.Balance)));
        Assert.Equal(3, await store.CountOfUserAsync(user));
        Assert.Empty(await store.OfUserAsync("nobody"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_invitation_is_found_by_its_token_and_accepted_once(string engine)
    {
        var (store, keeper) = await OpenAsync(engine);
        var invitations = new InvitationStore((await databases.SharedAsync(engine)).Node);
        await keeper.TryAddAsync(Team(1));
        var invitation = new Invitation(Guid.NewGuid().ToString(), $"{_id}@example.com", WorkspaceRole.Admin, Now, Now.AddDays(7));
        await keeper.ChangeAsync(before => Task.FromResult<Outcome<Draft>>(new Draft(before, InvitationStore.Put(_id, invitation, $"hash {_id}"))));
        Assert.Equal(new StoredInvitation(invitation, _id, null), await invitations.FindAsync($"hash {_id}"));
        Assert.Equal([invitation], await invitations.OpenAsync(_id, Now));
        Assert.Empty(await invitations.OpenAsync(_id, Now.AddDays(7)));

        var accept = InvitationStore.Accept(invitation.Id, "u1");
        var before = (await store.FindAsync(_id))!;
        var after = await store.SaveAsync(before, before.With(new Place("u1", WorkspaceRole.Admin, Now)), accept);
        await Assert.ThrowsAsync<StoreConflictException>(() => store.SaveAsync(after, after.With(new Place("u2", WorkspaceRole.Admin, Now)), accept));
        AssertSame(after, await store.FindAsync(_id));
        Assert.Equal("u1", (await invitations.FindAsync($"hash {_id}"))!.AcceptedBy);
        Assert.False(await invitations.WithdrawAsync(_id, invitation.Id));

        var again = invitation with { Id = Guid.NewGuid().ToString(), Role = WorkspaceRole.Member };
        await store.SaveAsync(after, after, InvitationStore.Put(_id, again, $"other {_id}"));
        Assert.Null(await invitations.FindAsync($"hash {_id}"));
        await invitations.DeleteOfEmailAsync(again.Email);
        Assert.Null(await invitations.FindAsync($"other {_id}"));
    }

    [Theory]
    [InlineData(WorkspaceStore.CountOfUser, "workspace_members_of_user")]
    [InlineData(InvitationStore.SelectOfToken, "sqlite_autoindex_workspace_invitations")]
    public Task No_read_looks_at_a_whole_table(string sql, string index) => QueryPlan.AssertSearchesAsync(databases, sql, index);

    /// <summary>What any of six may ask for, whether they may or not.</summary>
    private static Func<Roster, Outcome<Roster>> Change(Random random)
    {
        var (who, whom, role, what) = ($"u{random.Next(6)}", $"u{random.Next(6)}", (WorkspaceRole)random.Next(3), random.Next(8));
        return before => what switch
        {
            0 => before.Without(who, whom),
            1 when before.RoleOf(whom) is null => before.With(new Place(whom, WorkspaceRole.Member, Now)),
            2 when before.Members.Length > 1 => before.WithoutAccount(whom),
            _ => before.WithRole(before.Members.First(place => place.Role == WorkspaceRole.Owner).UserId, whom, role),
        };
    }

    private Roster Team(int members) => new(
        new Workspace(_id, "Name", _id, Now),
        [.. Enumerable.Range(0, members).Select(i => new Place($"u{i}", i == 0 ? WorkspaceRole.Owner : WorkspaceRole.Member, Now.AddMinutes(i)))],
        Revision: 1);

    private static void AssertSame(Roster expected, Roster? actual)
    {
        Assert.Equal(expected with { Members = [] }, actual! with { Members = [] });
        Assert.Equal(expected.Members.OrderBy(place => place.UserId), actual.Members.OrderBy(place => place.UserId));
    }

    private async Task<(WorkspaceStore Store, RosterKeeper Keeper)> OpenAsync(string engine)
    {
        var store = new WorkspaceStore((await databases.SharedAsync(engine)).Node);
        return (store, new RosterKeeper(_id, store));
    }
}
