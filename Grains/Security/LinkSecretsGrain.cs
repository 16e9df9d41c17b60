namespace Platform.Security;

/// <summary>Random bytes, kept for good: links that don't expire are to work as long as their files are there.</summary>
[GrainType("linksecrets")]
internal sealed class LinkSecretsGrain([PersistentState("secrets")] IPersistentState<LinkSecretsState> storage, IEntropy entropy) : Grain, ILinkSecretsGrain
{
    private const int Length = 32;

    private readonly Durable<LinkSecretsState> _secrets = new(storage);

    public async Task<LinkSecrets> Get()
    {
        if (_secrets.Value is null) await ReplaceAll();
        return new LinkSecrets(_secrets.Value!.Secrets);
    }

    public Task ReplaceAll()
    {
        var secret = new byte[Length];
        entropy.Fill(secret);
        return _secrets.SaveAsync(new LinkSecretsState { Secrets = [secret] });
    }
}

[GenerateSerializer, Alias("platform.LinkSecretsState")]
internal sealed record LinkSecretsState : Confidential
{
    [Id(0)] public IReadOnlyList<byte[]> Secrets { get; init; } = [];
}
