using Orleans.Concurrency;

namespace Platform.Conversations;

/// <summary>What one account paid for tokens; the key is the account's id. Each payment is made by <see cref="IConversationGrain.Pay"/>.</summary>
[Alias("platform.ITokenPaymentsGrain")]
public interface ITokenPaymentsGrain : IGrainWithStringKey
{
    /// <summary>All of them, the newest first.</summary>
    [Alias("List"), AlwaysInterleave]
    Task<IReadOnlyList<TokenPayment>> List();

    /// <summary>Deletes all of them. May be repeated after a crash.</summary>
    [Alias("DeleteAll")]
    Task DeleteAll();
}
