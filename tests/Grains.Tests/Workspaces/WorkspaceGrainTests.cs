using Platform.Billing;
using Platform.Identity;
using Platform.Tests.Wallets;
using Platform.Wallets;
using Platform.Workspaces;

namespace Platform.Tests.Workspaces;

/// <summary>Workspaces as actors, on two silos.</summary>
[Collection(nameof(PlatformCluster))]
public sealed class WorkspaceGrainTests(PlatformCluster cluster)
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly string _owner = Guid.NewGuid().ToString();

    private IWorkspaceGrain Workspace => cluster.Grains.GetGrain<IWorkspaceGrain>(_id);

    private IBillingGrain Billing => cluster.Grains.GetGrain<IBillingGrain>(_id);

    private IWalletGrain Wallet => cluster.Grains.GetGrain<IWalletGrain>(_id);

    [Fact]
    public async Task A_repeated_creation_is_one_and_survives_its_actor()
    {
        await CreateAsync();
        var made = (await Workspaces(_owner).Create("Another name", _id)).Value!;
        Assert.Equal(("Team", WorkspaceRole.Owner), (made.Workspace.Name, made.Role));
        await cluster.Cluster.DeactivateAsync(Workspace);
        Assert.Equal(made, (await Workspace.Enter(_owner, WorkspaceRole.Owner)).Value);
        Assert.Equal(made, Assert.Single((await Workspaces(_owner).List()).Items).Membership);
        Assert.Equal(RefusalKind.NotFound, (await Workspace.Enter("somebody", WorkspaceRole.Member)).Refusal!.Kind);
    }

    [Fact]
    public async Task Nobody_has_more_than_fifty()
    {
        await cluster.OpenAccountAsync(_owner, Products.MascotForge);
        var outcomes = new List<Outcome<WorkspaceMembership>>();
        foreach (var part in Enumerable.Range(0, 52).Chunk(13))
            outcomes.AddRange(await Task.WhenAll(part.Select(i => Workspaces(_owner).Create($"Many {_owner}", $"{_id}-{i}"))));
        Assert.Equal(50, outcomes.Count(outcome => outcome.Value is not null));
        Assert.All(outcomes.Where(outcome => outcome.Value is null), outcome => Assert.Equal(RefusalKind.LimitReached, outcome.Refusal!.Kind));
        // One that is made again is among them.
        Assert.NotNull((await Workspaces(_owner).Create("Many", $"{_id}-0")).Value);
    }

    [Fact]
    public async Task A_workspace_is_full_with_a_hundred_and_those_invited_count()
    {
        await CreateAsync();
        var store = new WorkspaceStore(cluster.Database);
        await cluster.Cluster.DeactivateAsync(Workspace);
        var roster = (await store.FindAsync(_id))!;
        var crowd = Enumerable.Range(1, 98).Select(i => new Place($"{_id}-{i}", WorkspaceRole.Member, cluster.Clock.GetUtcNow()));
        await store.SaveAsync(roster, roster with { Members = [.. roster.Members, .. crowd] });

        var (last, late) = (await OpenAsync(), await OpenAsync());
        Assert.NotNull((await InviteAsync(last)).Value);
        Assert.Equal(RefusalKind.LimitReached, (await InviteAsync(late)).Refusal!.Kind);
        Assert.NotNull((await InviteAsync(last)).Value);
        Assert.NotNull((await AcceptAsync(last, TokenOf(last))).Value);
        Assert.Equal(RefusalKind.LimitReached, (await InviteAsync(late)).Refusal!.Kind);
    }

    [Fact]
    public async Task An_invitation_lives_for_seven_days()
    {
        await CreateAsync();
        var (late, soon) = (await OpenAsync(), await OpenAsync());
        foreach (var user in (string[])[late, soon]) Assert.NotNull((await InviteAsync(user)).Value);
        var tokens = (Late: TokenOf(late), Soon: TokenOf(soon));
        cluster.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.NotNull((await AcceptAsync(soon, tokens.Soon)).Value);
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RefusalKind.NotFound, (await AcceptAsync(late, tokens.Late)).Refusal!.Kind);
        Assert.Empty((await Workspace.Invitations(_owner)).Value!.Items);
    }

    [Fact]
    public async Task A_mail_that_can_not_be_sent_leaves_no_invitation()
    {
        await CreateAsync();
        var user = await OpenAsync();
        cluster.Mail.Broken[$"{user}@example.com"] = true;
        Assert.Equal(RefusalKind.MailFailed, (await InviteAsync(user)).Refusal!.Kind);
        Assert.Empty((await Workspace.Invitations(_owner)).Value!.Items);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_flooded()
    {
        await CreateAsync();
        var user = await OpenAsync();
        for (var i = 0; i < 10; i++) Assert.NotNull((await InviteAsync(user)).Value);
        Assert.Equal(RefusalKind.TooMany, (await InviteAsync(user)).Refusal!.Kind);
    }

    [Fact]
    public async Task A_deleted_workspace_leaves_nothing_and_hears_of_nothing()
    {
        await CreateAsync();
        Assert.NotNull((await Billing.Checkout(NewCheckout())).Value);
        await Wallet.Deposit(new("gift", LedgerEntryType.AdminAdjustment, 10, ""));
        await InviteAsync(await OpenAsync());

        Assert.NotNull((await Workspace.Delete(_owner)).Value);

        Assert.False(await Workspace.Exists());
        Assert.Empty((await Workspaces(_owner).List()).Items);
        Assert.Equal(0, await WalletRows.CountAsync(cluster.Database, _id));
        Assert.Equal(RefusalKind.NotFound, (await Billing.Checkout(NewCheckout())).Refusal!.Kind);
        Assert.False(await cluster.Grains.GetGrain<IBillingEventsGrain>(_id).Apply(Products.MascotForge, Event()));
        Assert.Equal(0, (await Wallet.Balance()).Balance);
    }

    [Fact]
    public async Task An_event_for_a_workspace_that_never_was_is_ignored_and_for_one_that_is_it_counts()
    {
        var events = cluster.Grains.GetGrain<IBillingEventsGrain>(_id);
        Assert.False(await events.Apply(Products.MascotForge, Event()));
        Assert.Equal(RefusalKind.NotFound, (await Billing.Checkout(NewCheckout())).Refusal!.Kind);
        await CreateAsync();
        Assert.True(await events.Apply(Products.MascotForge, Event()));
        Assert.Equal("creator", (await Billing.Get(Products.MascotForge)).PlanId);
        // What a plan gives comes with its payment, not with the month.
        Assert.Equal(0, (await Wallet.Balance()).Balance);
    }

    [Fact]
    public async Task A_deletion_that_died_halfway_is_made_good_by_its_reminder()
    {
        await CreateAsync();
        await Wallet.Deposit(new("gift", LedgerEntryType.AdminAdjustment, 10, ""));
        await cluster.Cluster.DeactivateAsync(Workspace);
        // As it is on the disk when the process dies just after the mark.
        var store = new WorkspaceStore(cluster.Database);
        var roster = (await store.FindAsync(_id))!;
        await store.SaveAsync(roster, roster.Ended());

        Assert.False(await Workspace.Exists());
        Assert.Equal(RefusalKind.NotFound, (await Workspace.Rename(_owner, "Still here")).Refusal!.Kind);
        await cluster.Grains.GetGrain<IRemindable>(GrainId.Create("workspace", _id)).ReceiveReminder("end", default);

        Assert.Null(await store.FindAsync(_id));
        Assert.Equal(0, await WalletRows.CountAsync(cluster.Database, _id));
    }

    [Fact]
    public async Task An_account_that_goes_has_the_first_admin_as_heir_else_the_first_member_else_nobody()
    {
        await CreateAsync();
        var (member, admin, late) = (await JoinAsync(WorkspaceRole.Member), await JoinAsync(WorkspaceRole.Admin), await JoinAsync(WorkspaceRole.Admin));
        string?[] heirs = [admin, late, member, null];
        var owner = _owner;
        foreach (var heir in heirs)
        {
            Assert.NotNull((await cluster.Grains.GetGrain<IUserGrain>(owner).Delete()).Value);
            Assert.False((await Workspace.Enter(owner, WorkspaceRole.Member)).Value is not null);
            if (heir is null) continue;
            Assert.NotNull((await Workspace.Enter(heir, WorkspaceRole.Owner)).Value);
            owner = heir;
        }

        Assert.False(await Workspace.Exists());
        Assert.Null(await new WorkspaceStore(cluster.Database).FindAsync(_id));
    }

    [Fact]
    public async Task Who_joins_while_their_account_goes_does_not_stay()
    {
        await CreateAsync();
        for (var round = 0; round < 5; round++)
        {
            var user = await OpenAsync();
            await InviteAsync(user);
            await Task.WhenAll(AcceptAsync(user, TokenOf(user)), cluster.Grains.GetGrain<IUserGrain>(user).Delete());
            Assert.Equal([_owner], (await new WorkspaceStore(cluster.Database).FindAsync(_id))!.Members.Select(place => place.UserId));
        }
    }

    private IWorkspacesGrain Workspaces(string user) => cluster.Grains.GetGrain<IWorkspacesGrain>(user);

    private async Task CreateAsync()
    {
        await cluster.OpenAccountAsync(_owner, Products.MascotForge);
        Assert.NotNull((await Workspaces(_owner).Create("Team", _id)).Value);
    }

    private async Task<string> OpenAsync()
    {
        var user = Guid.NewGuid().ToString();
        await cluster.OpenAccountAsync(user, Products.MascotForge);
        return user;
    }

    private async Task<string> JoinAsync(WorkspaceRole role)
    {
        var user = await OpenAsync();
        cluster.Clock.Advance(TimeSpan.FromSeconds(1));
        await InviteAsync(user, role);
        Assert.NotNull((await AcceptAsync(user, TokenOf(user))).Value);
        return user;
    }

    private Task<Outcome<Invitation>> InviteAsync(string user, WorkspaceRole role = WorkspaceRole.Member) =>
        Workspace.Invite(_owner, new NewInvitation(Guid.NewGuid().ToString(), $"{user}@example.com", role));

    private Task<Outcome<WorkspaceMembership>> AcceptAsync(string user, string token) => Workspaces(user).Accept(new InvitationAnswer(user, token));

    private string TokenOf(string user) => cluster.Mail.TextFor($"{user}@example.com")!.Split('\n').Select(line => line.Trim()).Single(line => line.Length == 43);

    private static NewCheckout NewCheckout() => new(
        new Payer(Products.MascotForge, "owner@example.com", "http://localhost", "/webhook"), "creator", "http://localhost/", "http://localhost/", Guid.NewGuid().ToString());

    /// <summary>A subscription that nobody opened here, of the plan creator.</summary>
    private string Event() => $$$"""
        {"id":"evt_{{{_id}}}","type":"customer.subscription.created","created":1772000000,"data":{"object":{"id":"sub_{{{_id}}}","object":"subscription",
        "status":"active","customer":"cus_x{{{_id}}}","created":1772000000,"metadata":{"owner_id":"{{{_id}}}","plan":"creator"},
        "items":{"data":[{"current_period_start":1772000000,"current_period_end":1774600000} ] } } } }
        """;
}
