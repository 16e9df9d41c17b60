using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Api.Idempotency;

/// <summary>
/// A request with an Idempotency-Key, as it may be stored. Bodies hold passwords, and answers hold access and refresh tokens, which are kept
/// in clear nowhere else; so what is stored must say nothing to anybody who does not hold the client's key already, and the key itself is
/// never stored. A secret is extracted from the key and the body (HKDF, RFC 5869), and two independent values are expanded from it: the
/// fingerprint, which is stored and tells one body from another, and the key that seals the answer, which only the same request can derive
/// again. All this is as strong as the client's key is hard to guess: a random UUID is.
/// </summary>
internal sealed class KeyedRequest
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _sealingKey;

    /// <param name="scope">Whose key it is and what for: the same key elsewhere is another.</param>
    /// <param name="content">All else that makes the request what it is, beside its body.</param>
    public KeyedRequest(string key, IEnumerable<string> scope, string content, ReadOnlySequence<byte> body)
    {
        Id = Convert.ToHexStringLower(HashOf([.. scope, key]));
        var secret = SecretOf(key, content, body);
        Fingerprint = Expand(secret, "fingerprint");
        _sealingKey = Expand(secret, "answer");
    }

    /// <summary>Names the request in its scope: SHA-256, in hex.</summary>
    public string Id { get; }

    /// <summary>32 bytes that are others for another content or body.</summary>
    public byte[] Fingerprint { get; }

    /// <summary>Encrypts and authenticates with AES-GCM: nonce, tag, ciphertext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> answer, IEntropy entropy)
    {
        var box = new byte[NonceLength + TagLength + answer.Length];
        var (nonce, tag, text) = Parts(box);
        // Random: two runs of one request may each have an answer, under the same sealing key.
        entropy.Fill(box.AsSpan(nonce));
        using var aes = new AesGcm(_sealingKey, TagLength);
        aes.Encrypt(box.AsSpan(nonce), answer, box.AsSpan(text), box.AsSpan(tag));
        return box;
    }

    /// <exception cref="CryptographicException">It was not sealed by the same request.</exception>
    public byte[] Open(byte[] box)
    {
        var (nonce, tag, text) = Parts(box);
        var answer = new byte[box.Length - text.Start.Value];
        using var aes = new AesGcm(_sealingKey, TagLength);
        aes.Decrypt(box.AsSpan(nonce), box.AsSpan(text), box.AsSpan(tag), answer);
        return answer;
    }

    private static (Range Nonce, Range Tag, Range Text) Parts(byte[] box) =>
        (..NonceLength, NonceLength..(NonceLength + TagLength), (NonceLength + TagLength)..box.Length);

    private static byte[] SecretOf(string key, string content, ReadOnlySequence<byte> body)
    {
        using var extract = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(key));
        Append(extract, content);
        foreach (var segment in body) extract.AppendData(segment.Span);
        return extract.GetHashAndReset();
    }

    /// <summary>Bound to the id too: the same request of another account has other values.</summary>
    private byte[] Expand(byte[] secret, string purpose) =>
        HKDF.Expand(HashAlgorithmName.SHA256, secret, 32, Encoding.ASCII.GetBytes($"idempotency {purpose} {Id}"));

    private static byte[] HashOf(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) Append(hash, part);
        return hash.GetHashAndReset();
    }

    /// <summary>Led by its length, so that no two lists of texts give the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
