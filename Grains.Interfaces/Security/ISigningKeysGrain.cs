namespace Platform.Security;

/// <summary>
/// The keys that sign access tokens, one set for the whole deployment (the key is <see cref="TheKey"/>), so that every front door accepts
/// what any other has signed.
/// </summary>
[Alias("platform.ISigningKeysGrain")]
public interface ISigningKeysGrain : IGrainWithStringKey
{
    const string TheKey = "access-tokens";

    /// <summary>All keys that still verify, the one that signs first. The first call ever makes the first key.</summary>
    [Alias("Get")]
    Task<IReadOnlyList<SigningKey>> Get();
}

/// <summary>An RSA key pair.</summary>
/// <param name="Id">The <c>kid</c> of the tokens that it signs.</param>
/// <param name="Pkcs8">The private key in PKCS #8.</param>
[GenerateSerializer, Immutable, Alias("platform.SigningKey")]
public sealed record SigningKey(
    [property: Id(0)] string Id,
    [property: Id(1)] byte[] Pkcs8,
    [property: Id(2)] DateTimeOffset CreatedAt);
