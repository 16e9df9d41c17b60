namespace Platform.Billing.Sandbox;

[GrainType("sandboxsecret")]
internal sealed class SandboxSecretGrain([PersistentState("sandboxsecret")] IPersistentState<SandboxSecret> storage, IdSource ids) : Grain, ISandboxSecretGrain
{
    private readonly Durable<SandboxSecret> _secret = new(storage);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (_secret.Value is null) await _secret.SaveAsync(new SandboxSecret { Value = $"whsec_{ids.NextSecret()}" });
    }

    public Task<string> Get() => Task.FromResult(_secret.Value!.Value);
}

[GenerateSerializer, Alias("platform.SandboxSecret")]
internal sealed record SandboxSecret : Confidential
{
    [Id(0)] public string Value { get; init; } = "";
}
