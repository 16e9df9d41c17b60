using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Platform.Idempotency;

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

    private readonly byte[] _id;
    private readonly byte[] _secret;
    private byte[]? _fingerprint;

    /// <param name="scope">Whose key it is and what for: the same key elsewhere is another.</param>
    /// <param name="content">All else that makes the request what it is, beside its body.</param>
    public KeyedRequest(string key, IEnumerable<string> scope, string content, ReadOnlySequence<byte> body)
    {
        _id = HashOf(scope, key);
        _secret = SecretOf(key, content, body);
    }

    /// <summary>Names the request in its scope: SHA-256, in hex.</summary>
    public string Id => Convert.ToHexStringLower(_id);

    /// <summary>32 bytes that are others for another content or body.</summary>
    public byte[] Fingerprint => _fingerprint ??= Expand("fingerprint");

    /// <summary>The request for an actor that keeps what came of it: of the id and the fingerprint, as much as no two share.</summary>
    public RequestKey ToRequestKey() => new(new Guid(_id.AsSpan(0, 16)), new Guid(Fingerprint.AsSpan(0, 16)));

    /// <summary>Encrypts and authenticates with AES-GCM: nonce, tag, ciphertext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> answer, IEntropy entropy)
    {
        var box = new byte[NonceLength + TagLength + answer.Length];
        var (nonce, tag, text) = Parts(box);
        // Random: two runs of one request may each have an answer, under the same sealing key.
        entropy.Fill(box.AsSpan(nonce));
        using var aes = new AesGcm(Expand("answer"), TagLength);
        aes.Encrypt(box.AsSpan(nonce), answer, box.AsSpan(text), box.AsSpan(tag));
        return box;
    }

    /// <exception cref="CryptographicException">It was not sealed by the same request.</exception>
    public byte[] Open(byte[] box)
    {
        var (nonce, tag, text) = Parts(box);
        var answer = new byte[box.Length - text.Start.Value];
        using var aes = new AesGcm(Expand("answer"), TagLength);
        aes.Decrypt(box.AsSpan(nonce), box.AsSpan(text), box.AsSpan(tag), answer);
        return answer;
    }

    private static (Range Nonce, Range Tag, Range Text) Parts(byte[] box) =>
        (..NonceLength, NonceLength..(NonceLength + TagLength), (NonceLength + TagLength)..box.Length);

    private static byte[] SecretOf(string key, string content, ReadOnlySequence<byte> body)
    {
        var all = new ArrayBufferWriter<byte>(256 + content.Length + (int)body.Length);
        Append(all, content);
        foreach (var segment in body) all.Write(segment.Span);
        return HMACSHA256.HashData(Encoding.ASCII.GetBytes(key), all.WrittenSpan);
    }

    /// <summary>
    /// HKDF-Expand where one block is enough. Bound to the id too: the same request of another account has other values.
    /// </summary>
    private byte[] Expand(string purpose) =>
        HMACSHA256.HashData(_secret, (byte[])[.. Encoding.ASCII.GetBytes($"idempotency {purpose} "), .. _id, 1]);

    private static byte[] HashOf(IEnumerable<string> scope, string key)
    {
        var all = new ArrayBufferWriter<byte>(512);
        foreach (var part in scope) Append(all, part);
        Append(all, key);
        return SHA256.HashData(all.WrittenSpan);
    }

    /// <summary>Led by its length, so that no two lists of texts give the same bytes.</summary>
    private static void Append(ArrayBufferWriter<byte> all, string text)
    {
        BinaryPrimitives.WriteInt32BigEndian(all.GetSpan(4), Encoding.UTF8.GetByteCount(text));
        all.Advance(4);
        Encoding.UTF8.GetBytes(text, all);
    }
}
