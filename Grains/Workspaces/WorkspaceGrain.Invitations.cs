using Platform.Identity;
using Platform.Mail;
using Platform.Storage;

namespace Platform.Workspaces;

/// <summary>How people come into a workspace.</summary>
internal sealed partial class WorkspaceGrain
{
    /// <summary>How many mails somebody may have sent to others, and how many an address may get, so that nobody's mailbox is flooded from here.</summary>
    private const int MailsOfSender = 50, MailsToAddress = 10;

    private static readonly TimeSpan MailWindow = TimeSpan.FromHours(1);

    private static readonly Refusal NoInvitation = new(RefusalKind.NotFound, "Invitation not found");
    private static readonly Refusal NotSent = new(RefusalKind.MailFailed, "The mail could not be sent. Please try again.");
    private static readonly Refusal IsMember = new(RefusalKind.Taken, "This person belongs to the workspace already.", "email");

    public async Task<Outcome<Invitation>> Invite(string userId, NewInvitation invitation)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)invitation.Role, (int)WorkspaceRole.Owner, nameof(invitation));
        var entered = await Enter(userId, WorkspaceRole.Admin);
        if (entered.Refusal is { } refusal) return refusal;
        var sender = await _grains.GetGrain<IUserGrain>(userId).GetAccount();
        if (sender.Value is not { } inviter) return sender.Refusal!;
        var email = invitation.Email.ToLowerInvariant();
        if ((await TooManyOfAsync(userId, MailsOfSender) ?? await TooManyOfAsync(email, MailsToAddress)) is { } tooMany) return tooMany;

        var now = Instant.Truncate(_clock.GetUtcNow());
        var made = new Invitation(invitation.Id, email, invitation.Role, now, now + InvitationToken.Life);
        var token = _ids.NextSecret();
        var saved = await SaveAsync(userId, inviter.Product, made, token);
        if (saved.Value is not { } roster) return saved.Refusal!;
        try
        {
            var letter = _letters.Write(invitation.Email, inviter.DisplayName is { Length: > 0 } name ? name : inviter.Email, roster.Workspace.Name, token);
            await _mailer.SendAsync(letter, CancellationToken.None);
            return made;
        }
        catch (MailException)
        {
            await _invitations.WithdrawAsync(Id, made.Id);
            return NotSent;
        }
    }

    public async Task<Outcome<InvitationList>> Invitations(string userId)
    {
        if ((await Enter(userId, WorkspaceRole.Admin)).Refusal is { } refusal) return refusal;
        return new InvitationList(await _invitations.OpenAsync(Id, _clock.GetUtcNow()));
    }

    public async Task<Outcome<Done>> Withdraw(string userId, string invitationId)
    {
        if ((await Enter(userId, WorkspaceRole.Admin)).Refusal is { } refusal) return refusal;
        return await _invitations.WithdrawAsync(Id, invitationId) ? Done.Instance : NoInvitation;
    }

    public async Task<Outcome<WorkspaceMembership>> Join(string userId, string hash) => EnteredBy(userId, await _roster.ChangeAsync(async roster =>
    {
        var now = Instant.Truncate(_clock.GetUtcNow());
        if (await _invitations.FindAsync(hash) is not { } found || found.WorkspaceId != Id) return NoInvitation;
        var isMember = roster.RoleOf(userId) is not null;
        if (found.AcceptedBy == userId && isMember) return new Draft(roster);
        if (!found.IsOpen(now)) return NoInvitation;
        var accept = InvitationStore.Accept(found.Invitation.Id, userId);
        if (isMember) return new Draft(roster, accept);
        if (roster.Members.Length >= Roster.MaxMembers) return Roster.Full;
        return new Draft(roster.With(new Place(userId, found.Invitation.Role, now)), accept);
    }));

    private Task<Outcome<Roster>> SaveAsync(string userId, string product, Invitation invitation, string token) => _roster.ChangeAsync(async roster =>
    {
        if (roster.Refuses(userId, WorkspaceRole.Admin) is { } refusal) return refusal;
        var invited = await _grains.GetGrain<IAccountDirectoryGrain>(IAccountDirectoryGrain.Key(product, invitation.Email)).Find();
        if (invited is not null && roster.RoleOf(invited) is not null) return IsMember;
        var others = (await _invitations.OpenAsync(Id, invitation.CreatedAt)).Count(other => other.Email != invitation.Email);
        if (roster.Members.Length + others >= Roster.MaxMembers) return Roster.Full;
        return new Draft(roster, InvitationStore.Put(Id, invitation, InvitationToken.Hash(token)));
    });

    private async Task<Refusal?> TooManyOfAsync(string whose, int most)
    {
        if (!_isLimited) return null;
        var budget = await _grains.GetGrain<IAddressBudgetGrain>($"invitations:{whose}").Spend(most, MailWindow);
        return budget.Verdict == Verdict.Admitted
            ? null
            : new Refusal(RefusalKind.TooMany, "Too many invitations were mailed. Please try again later.", Until: budget.ResetsAt);
    }
}
