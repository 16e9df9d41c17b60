using System.Globalization;

namespace Platform.Wallets;

/// <summary>What the owner's plan puts into the wallet, and lets lapse.</summary>
internal sealed partial class WalletDraft
{
    private void ApplyAllowance()
    {
        if (_allowance is not { } allowance) return;
        if (State.Period != allowance.Period)
        {
            State = State with { Period = allowance.Period, Used = 0 };
            if (allowance.Kind == AllowanceKind.TopUp) TopUp(allowance);
        }

        KeepQuota();
    }

    /// <summary>Once a period. The key sees to that also where periods come back.</summary>
    private void TopUp(Allowance allowance)
    {
        var key = $"{OwnPrefix}topup:{allowance.Period}";
        var missing = allowance.Amount - State.Available;
        if (missing > 0 && Entry(key) is null) Append(key, LedgerEntryType.SubscriptionGrant, missing, "Monthly credits");
    }

    /// <summary>
    /// Under a quota the balance is the amount less what was used. It changes by itself with a new period or another amount, and after an
    /// operation where that gave back what is no longer part of the quota. What is held stays, whatever the amount.
    /// </summary>
    private void KeepQuota()
    {
        if (_allowance is not { Kind: AllowanceKind.Quota } quota) return;
        var difference = Math.Max(State.Held, quota.Amount - State.Used) - State.Balance;
        if (difference == 0) return;
        var key = string.Create(CultureInfo.InvariantCulture, $"{OwnPrefix}quota:{State.Counts.All + 1}");
        Append(key, LedgerEntryType.SubscriptionGrant, difference, difference > 0 ? "Monthly images" : "Lapsed images");
    }
}
