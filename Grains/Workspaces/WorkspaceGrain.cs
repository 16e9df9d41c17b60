using Microsoft.Extensions.Options;
using Platform.Billing;
using Platform.Generation;
using Platform.Identity;
using Platform.Mail;
using Platform.Storage;
using Platform.Wallets;

namespace Platform.Workspaces;

/// <summary>
/// The actor of a workspace. What reads interleaves with the rest, which is safe because it shows only what was saved. Its end is marked
/// first, so that it is gone for everybody at once; a reminder removes what a crash has left.
/// </summary>
[GrainType("workspace")]
internal sealed partial class WorkspaceGrain : Grain, IWorkspaceGrain, IWorkspacePlacesGrain, IRemindable
{
    private const string EndReminder = "end";

    /// <summary>When somebody looks whether an end died halfway.</summary>
    private static readonly TimeSpan EndCheck = TimeSpan.FromMinutes(1);

    private readonly RosterKeeper _roster;
    private readonly WorkspaceStore _store;
    private readonly InvitationStore _invitations;
    private readonly InvitationLetters _letters;
    private readonly IMailer _mailer;
    private readonly IGrainFactory _grains;
    private readonly IdSource _ids;
    private readonly TimeProvider _clock;
    private readonly bool _isLimited;

    public WorkspaceGrain(
        WorkspaceStore store,
        InvitationStore invitations,
        InvitationLetters letters,
        IMailer mailer,
        IGrainFactory grains,
        IdSource ids,
        TimeProvider clock,
        IOptions<RateLimitingOptions> limits)
    {
        _roster = new(Id, store);
        _store = store;
        _invitations = invitations;
        _letters = letters;
        _mailer = mailer;
        _grains = grains;
        _ids = ids;
        _clock = clock;
        _isLimited = limits.Value.Enabled;
    }

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => _roster.LoadAsync();

    public async Task<bool> Exists() => await _roster.FindAsync() is not null;

    public async Task<Outcome<WorkspaceMembership>> Enter(string userId, WorkspaceRole least) =>
        await _roster.FindAsync() is { } roster ? roster.Enter(userId, least) : Roster.NoWorkspace;

    public async Task<Outcome<WorkspaceMembership>> Create(string ownerId, string name)
    {
        var now = Instant.Truncate(_clock.GetUtcNow());
        foreach (var slug in Slugs.Choices(name, _ids))
        {
            if (await _roster.StoredAsync() is not null) break;
            if (await _store.IsTakenAsync(slug)) continue;
            await _roster.TryAddAsync(new Roster(new Workspace(Id, name, slug, now), [new Place(ownerId, WorkspaceRole.Owner, now)], Revision: 1));
        }

        return await Enter(ownerId, WorkspaceRole.Member);
    }

    public async Task<Outcome<WorkspaceMembership>> Rename(string userId, string name) => EnteredBy(userId, await _roster.ChangeAsync(roster =>
        roster.Refuses(userId, WorkspaceRole.Admin) is { } refusal ? refusal
        : roster.Workspace.Name == name ? roster
        : roster with { Workspace = roster.Workspace with { Name = name } }));

    public async Task<Outcome<WorkspaceMembers>> Members(string userId)
    {
        if (await _roster.FindAsync() is not { } roster) return Roster.NoWorkspace;
        if (roster.Refuses(userId, WorkspaceRole.Member) is { } refusal) return refusal;
        var members = await Task.WhenAll(roster.Members.Select(ViewAsync));
        // An account that is going, and will be forgotten.
        return new WorkspaceMembers([.. members.OfType<WorkspaceMember>()]);
    }

    public async Task<Outcome<WorkspaceMember>> SetRole(string userId, string memberId, WorkspaceRole role)
    {
        var changed = await _roster.ChangeAsync(roster => roster.WithRole(userId, memberId, role));
        if (changed.Value is not { } roster) return changed.Refusal!;
        return await ViewAsync(roster.Members.Single(place => place.UserId == memberId)) is { } member ? member : Roster.NoWorkspace;
    }

    public async Task<Outcome<Done>> Remove(string userId, string memberId)
    {
        var changed = await _roster.ChangeAsync(roster => roster.Without(userId, memberId));
        return changed.Refusal is { } refusal ? refusal : Done.Instance;
    }

    public Task<Outcome<Done>> Delete(string userId) =>
        ChangeOrEndAsync(roster => roster.Refuses(userId, WorkspaceRole.Owner) is { } refusal ? refusal : roster.Ended());

    public Task Forget(string userId) => ChangeOrEndAsync(roster => roster.WithoutAccount(userId));

    public Task ReceiveReminder(string reminderName, TickStatus status) => RemoveAsync();

    private async Task<Outcome<Done>> ChangeOrEndAsync(Func<Roster, Outcome<Roster>> change)
    {
        var changed = await _roster.ChangeAsync(async before =>
        {
            var decided = change(before);
            if (decided.Value is not { } next) return decided.Refusal!;
            // Before the mark: a crash between the two leaves a reminder that finds nothing to do, never a mark that nobody follows.
            if (next.IsEnding) await this.RegisterOrUpdateReminder(EndReminder, EndCheck, EndCheck);
            return new Draft(next);
        });
        if (changed.Value is { IsEnding: true }) await RemoveAsync();
        return changed.Refusal is { } refusal ? refusal : Done.Instance;
    }

    /// <summary>Every step may be repeated. The row goes last: it says that there is something to remove.</summary>
    private async Task RemoveAsync()
    {
        if (await _roster.StoredAsync() is { IsEnding: true })
        {
            await _grains.GetGrain<IWorkshopGrain>(Id).DeleteAll();
            await _grains.GetGrain<IBillingGrain>(Id).Delete();
            await _grains.GetGrain<IWalletGrain>(Id).Delete();
            await _roster.DeleteAsync();
        }

        if (await this.GetReminder(EndReminder) is { } reminder) await this.UnregisterReminder(reminder);
        DeactivateOnIdle();
    }

    private static Outcome<WorkspaceMembership> EnteredBy(string userId, Outcome<Roster> outcome) =>
        outcome.Value is { } roster ? roster.Enter(userId, WorkspaceRole.Member) : outcome.Refusal!;

    private async Task<WorkspaceMember?> ViewAsync(Place place) =>
        (await _grains.GetGrain<IUserGrain>(place.UserId).GetAccount()).Value is { } account
            ? new WorkspaceMember(account.Id, account.Email, account.DisplayName, place.Role, place.JoinedAt)
            : null;
}
