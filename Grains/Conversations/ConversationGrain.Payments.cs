using Platform.Identity;

namespace Platform.Conversations;

/// <summary>How the limit of a conversation is raised: the payment and what it buys are one commit.</summary>
internal sealed partial class ConversationGrain
{
    public async Task<Outcome<TokenPayment>> Pay(string ownerId, long cents, string operationId)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cents, TokenPrice.MinCents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cents, TokenPrice.MaxCents);
        // Before all else: what was paid was paid, also where the conversation is gone since.
        if (await payments.MadeByAsync(ownerId, operationId) is { } made) return made;
        if (Owned(ownerId) is not { } conversation) return Unknown;

        // A request that its account's deletion has overtaken has no account to be paid from.
        var account = await grains.GetGrain<IUserGrain>(ownerId).GetAccount();
        if (account.Value is not { } payer) return account.Refusal!;
        var tokens = TokenPrice.Tokens(cents);
        var next = conversation with { TokenLimit = checked(conversation.TokenLimit + tokens), UpdatedAt = After(conversation) };
        var payment = new TokenPayment(
            await sequences.NextAsync("payments"), payer.Number, payer.Email, Number, cents, tokens, next.TokenLimit, next.UpdatedAt);
        await SaveAsync(next, TokenPaymentLog.Append(ownerId, operationId, payment));
        return payment;
    }
}
