namespace Platform.Security;

/// <summary>
/// The keys that sign access tokens, one set for the whole deployment (the key is <see cref="TheKey"/>), so that every front door accepts
/// what any other has signed. A key signs for a configured time; its successor is published before it signs; and the old key verifies
/// until the last token that it can have signed has expired.
/// </summary>
[Alias("platform.ISigningKeysGrain")]
public interface ISigningKeysGrain : IGrainWithStringKey
{
    const string TheKey = "access-tokens";

    /// <summary>How long a key is published before it signs. Whoever verifies has to ask more often than this.</summary>
    static readonly TimeSpan PublishedAhead = TimeSpan.FromHours(1);

    /// <summary>No access token may live longer: when it is over, the key that signed it is forgotten.</summary>
    static readonly TimeSpan LongestTokenLife = TimeSpan.FromDays(7);

    /// <summary>
    /// All keys that verify, the one that signs first. Makes the first key ever and each successor when it is due: a deployment that asks
    /// regularly rotates by itself.
    /// </summary>
    [Alias("Get")]
    Task<IReadOnlyList<SigningKey>> Get();

    /// <summary>
    /// A key has leaked: makes one that signs from now, and forgets all others at once. Every access token of before is void; refresh
    /// tokens are not touched.
    /// </summary>
    /// <returns>The id of the new key.</returns>
    [Alias("ReplaceAll")]
    Task<string> ReplaceAll();
}

/// <summary>An RSA key pair.</summary>
/// <param name="Id">The <c>kid</c> of the tokens that it signs.</param>
/// <param name="Pkcs8">The private key in PKCS #8.</param>
/// <param name="SignsFrom">When it begins to sign.</param>
/// <param name="VerifiesUntil">When it is forgotten; null as long as it has no successor.</param>
[GenerateSerializer, Immutable, Alias("platform.SigningKey")]
public sealed record SigningKey(
    [property: Id(0)] string Id,
    [property: Id(1)] byte[] Pkcs8,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] DateTimeOffset SignsFrom = default,
    [property: Id(4)] DateTimeOffset? VerifiesUntil = null);
