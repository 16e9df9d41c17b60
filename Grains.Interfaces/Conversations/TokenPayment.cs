namespace Platform.Conversations;

/// <summary>What somebody paid for tokens of a conversation.</summary>
/// <param name="Number">Its id: positive and unique.</param>
/// <param name="OwnerNumber">The number of the account that paid.</param>
/// <param name="OwnerEmail">Its address when it paid.</param>
/// <param name="Conversation">The number of the conversation, which may be deleted since.</param>
/// <param name="Cents">US cents.</param>
/// <param name="Tokens">By how many the limit was raised.</param>
/// <param name="TokenLimit">The conversation's limit from then on.</param>
[GenerateSerializer, Immutable, Alias("platform.TokenPayment")]
public sealed record TokenPayment(
    [property: Id(0)] long Number,
    [property: Id(1)] long OwnerNumber,
    [property: Id(2)] string OwnerEmail,
    [property: Id(3)] long Conversation,
    [property: Id(4)] long Cents,
    [property: Id(5)] long Tokens,
    [property: Id(6)] long TokenLimit,
    [property: Id(7)] DateTimeOffset CreatedAt);

/// <summary>What tokens cost, in US cents.</summary>
public static class TokenPrice
{
    /// <summary>A dollar.</summary>
    public const long MinCents = 100;

    /// <summary>A hundred dollars.</summary>
    public const long MaxCents = 10_000;

    /// <summary>What an amount buys: a thousand tokens a dollar.</summary>
    public static long Tokens(long cents) => checked(cents * 10);
}
