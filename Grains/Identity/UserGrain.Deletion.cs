using Platform.Billing;
using Platform.Companions;
using Platform.Conversations;
using Platform.Generation;
using Platform.Missions;
using Platform.Wallets;
using Platform.Workspaces;

namespace Platform.Identity;

/// <summary>The end of an account: marked first, so that it is gone for everybody at once, then removed piece by piece.</summary>
internal sealed partial class UserGrain
{
    private const string DeletionReminder = "deletion";

    /// <summary>When somebody looks whether a deletion died halfway.</summary>
    private static readonly TimeSpan DeletionCheck = TimeSpan.FromMinutes(1);

    public async Task<Outcome<Done>> Delete()
    {
        if (Account is not { } user) return NoAccount;
        // Before the mark: a crash between the two leaves a reminder that finds nothing to do, never a mark that nobody follows.
        await this.RegisterOrUpdateReminder(DeletionReminder, DeletionCheck, DeletionCheck);
        await _user.SaveAsync(user with { Deleting = true, Sessions = [] });
        _activity.Clear();
        TellEnded();
        await RemoveAsync();
        return Done.Instance;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => RemoveAsync();

    /// <summary>Every step may be repeated. The record goes last: it knows the names.</summary>
    private async Task RemoveAsync()
    {
        if (_user.Value is { Deleting: true } user)
        {
            await grains.GetGrain<IMissionsGrain>(Id).DeleteAll();
            await grains.GetGrain<ICompanionsGrain>(Id).DeleteAll();
            await grains.GetGrain<IConversationsGrain>(Id).DeleteAll();
            // After the conversations: in them nothing is paid any more.
            await grains.GetGrain<ITokenPaymentsGrain>(Id).DeleteAll();
            // Before the wallet: what is under way gives back what it holds.
            await grains.GetGrain<IWorkshopGrain>(Id).DeleteAll();
            if (user.Product == Products.MascotForge) await grains.GetGrain<IWorkspacesGrain>(Id).LeaveAll(user.Email);
            await grains.GetGrain<IBillingGrain>(Id).Delete();
            await grains.GetGrain<IWalletGrain>(Id).Delete();
            await requests.DeleteOfAccountAsync(Id);
            await accounts.RemoveAsync(Id, user.Product, user.Number);
            await grains.GetGrain<IMailedCodeGrain>(IAccountDirectoryGrain.Key(user.Product, user.Email)).Forget();
            await AccountNames.ReleaseAsync(grains, Id, user.Product, user.Email, user.Username);
            await _user.ClearAsync();
        }

        if (await this.GetReminder(DeletionReminder) is { } reminder) await this.UnregisterReminder(reminder);
        DeactivateOnIdle();
    }
}
