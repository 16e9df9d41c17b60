using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Identity;

/// <summary>
/// A refresh token: opaque to clients, <c>{account}.{session}.{secret}</c> inside, so that whoever is shown one finds the actor that can
/// check it. Only its hash is kept.
/// <para>
/// The tokens of a session are a chain under a key of the session: a successor is HMAC-SHA256(key, "next" ‖ seed), so a client that lost
/// the answer to its refresh gets the very same successor again, also from another silo, and without any token being stored. Each
/// carries a proof, HMAC-SHA256(key, "proof" ‖ seed), by which the session knows an old link of its chain from an invention: only a real
/// one, used again, may end the session. The key alone makes no token: the seeds are not kept.
/// </para>
/// </summary>
internal sealed record RefreshToken(string AccountId, string SessionId, string Secret)
{
    private const int SeedLength = 32;
    private const int ProofLength = 16;

    /// <summary>SHA-256 of the whole token, in hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())));

    public override string ToString() => $"{AccountId}.{SessionId}.{Secret}";

    /// <summary>The first token of a session.</summary>
    public static RefreshToken First(string accountId, string sessionId, byte[] key, IdSource ids) =>
        new(accountId, sessionId, Seal(key, Base64Url.DecodeFromChars(ids.NextSecret())));

    /// <summary>The parts of a token, or null where the text can't be one.</summary>
    public static RefreshToken? Parse(string text) =>
        text.Split('.') is [var account, var session, var secret] && Guid.TryParse(account, out _) && Guid.TryParse(session, out _)
            ? new(account, session, secret)
            : null;

    /// <summary>The token that follows this one, always the same; null where this one is not of the chain.</summary>
    public RefreshToken? Next(byte[] key) => Open(key) is { } seed ? this with { Secret = Seal(key, Derive(key, "next", seed)) } : null;

    private byte[]? Open(byte[] key)
    {
        var bytes = new byte[SeedLength + ProofLength];
        if (!Base64Url.TryDecodeFromChars(Secret, bytes, out var length) || length != bytes.Length) return null;
        var seed = bytes[..SeedLength];
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(SeedLength), Derive(key, "proof", seed).AsSpan(0, ProofLength)) ? seed : null;
    }

    private static string Seal(byte[] key, byte[] seed) =>
        Base64Url.EncodeToString([.. seed, .. Derive(key, "proof", seed).AsSpan(0, ProofLength)]);

    private static byte[] Derive(byte[] key, string purpose, byte[] seed) =>
        HMACSHA256.HashData(key, (byte[])[.. Encoding.ASCII.GetBytes(purpose), .. seed]);
}
