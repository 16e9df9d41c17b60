using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Platform.Security;

namespace Platform.Api.Security;

/// <summary>The deployment's signing keys, fetched from their grain when the server starts, before it listens.</summary>
internal sealed class SigningKeyRing(IGrainFactory grains) : IHostedService
{
    private IReadOnlyList<RsaSecurityKey> _keys = [];

    /// <summary>The key that signs.</summary>
    public RsaSecurityKey Signing => _keys[0];

    /// <summary>Every key that verifies.</summary>
    public IReadOnlyList<RsaSecurityKey> All => _keys;

    /// <summary>The keys that may have signed a token with this <c>kid</c>: one or none.</summary>
    public IEnumerable<SecurityKey> Find(string? keyId) => _keys.Where(key => key.KeyId == keyId);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var keys = await grains.GetGrain<ISigningKeysGrain>(ISigningKeysGrain.TheKey).Get();
        _keys = [.. keys.Select(Import)];
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static RsaSecurityKey Import(SigningKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key.Pkcs8, out _);
        return new RsaSecurityKey(rsa) { KeyId = key.Id };
    }
}
