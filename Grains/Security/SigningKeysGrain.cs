using System.Security.Cryptography;

namespace Platform.Security;

/// <summary>The deployment's signing keys, the one that signs first.</summary>
[GenerateSerializer, Alias("platform.SigningKeysState")]
internal sealed record SigningKeysState
{
    [Id(0)] public IReadOnlyList<SigningKey> Keys { get; init; } = [];
}

[GrainType("signingkeys")]
internal sealed class SigningKeysGrain(
    [PersistentState("keys")] IPersistentState<SigningKeysState> storage, IdSource ids, TimeProvider clock) : Grain, ISigningKeysGrain
{
    private const int KeyBits = 2048;

    private readonly Durable<SigningKeysState> _keys = new(storage);

    public async Task<IReadOnlyList<SigningKey>> Get()
    {
        if (_keys.Value is null)
        {
            using var rsa = RSA.Create(KeyBits);
            var key = new SigningKey(ids.Next(), rsa.ExportPkcs8PrivateKey(), clock.GetUtcNow());
            await _keys.SaveAsync(new SigningKeysState { Keys = [key] });
        }

        return _keys.Value!.Keys;
    }
}
