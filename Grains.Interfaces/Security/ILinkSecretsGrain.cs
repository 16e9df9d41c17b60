namespace Platform.Security;

/// <summary>What links to private files are signed with, one for the whole deployment; the key is <see cref="TheKey"/>.</summary>
[Alias("platform.ILinkSecretsGrain")]
public interface ILinkSecretsGrain : IGrainWithStringKey
{
    const string TheKey = "links";

    /// <summary>The secrets: the first signs, all verify. Made when they are first asked for.</summary>
    [Alias("Get")]
    Task<LinkSecrets> Get();

    /// <summary>Replaces them: no link that was ever given out leads anywhere from then on.</summary>
    [Alias("ReplaceAll")]
    Task ReplaceAll();
}

/// <param name="Secrets">Of 32 bytes each.</param>
[GenerateSerializer, Immutable, Alias("platform.LinkSecrets")]
public sealed record LinkSecrets([property: Id(0)] IReadOnlyList<byte[]> Secrets) : Confidential;
