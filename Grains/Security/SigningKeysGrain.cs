using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Platform.Security;

/// <summary>The deployment's signing keys, the newest first.</summary>
[GenerateSerializer, Alias("platform.SigningKeysState")]
internal sealed record SigningKeysState
{
    [Id(0)] public IReadOnlyList<SigningKey> Keys { get; init; } = [];
}

[GrainType("signingkeys")]
internal sealed class SigningKeysGrain(
    [PersistentState("keys")] IPersistentState<SigningKeysState> storage,
    IdSource ids,
    TimeProvider clock,
    IOptions<SigningKeyOptions> options) : Grain, ISigningKeysGrain
{
    private const int KeyBits = 2048;

    /// <summary>A front door that hears late of a successor still signs with the old key: its tokens are good too.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    private readonly Durable<SigningKeysState> _keys = new(storage);

    private IReadOnlyList<SigningKey> Known => _keys.Value?.Keys ?? [];

    public async Task<IReadOnlyList<SigningKey>> Get()
    {
        var now = clock.GetUtcNow();
        if (Known is not [var newest, ..]) await SaveAsync([Create(signsFrom: now)]);
        else if (now >= newest.SignsFrom + options.Value.RotateAfter - ISigningKeysGrain.PublishedAhead) await SucceedAsync(newest, now);
        else if (Known.Any(key => key.VerifiesUntil <= now)) await SaveAsync(Verifying(now));

        // The newest of those whose time has come; a successor that is only published comes last.
        return [.. Known.OrderByDescending(key => key.SignsFrom <= now)];
    }

    public async Task<string> ReplaceAll()
    {
        var key = Create(signsFrom: clock.GetUtcNow());
        await SaveAsync([key]);
        return key.Id;
    }

    private Task SucceedAsync(SigningKey newest, DateTimeOffset now)
    {
        var successor = Create(signsFrom: now + ISigningKeysGrain.PublishedAhead);
        var retiring = newest with { VerifiesUntil = successor.SignsFrom + ISigningKeysGrain.LongestTokenLife + Margin };
        return SaveAsync([successor, retiring, .. Verifying(now).Skip(1)]);
    }

    private IEnumerable<SigningKey> Verifying(DateTimeOffset now) => Known.Where(key => key.VerifiesUntil is not { } end || end > now);

    private Task SaveAsync(IEnumerable<SigningKey> keys) => _keys.SaveAsync(new SigningKeysState { Keys = [.. keys] });

    private SigningKey Create(DateTimeOffset signsFrom)
    {
        using var rsa = RSA.Create(KeyBits);
        return new(ids.Next(), rsa.ExportPkcs8PrivateKey(), clock.GetUtcNow(), signsFrom);
    }
}
