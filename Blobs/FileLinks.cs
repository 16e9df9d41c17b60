using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Blobs;

/// <summary>
/// Addresses of private files that need no sign-in, because they are signed:
/// <c>/files/{kind}/{uuid}/{sha256}.{extension}?name=…&amp;expires=…&amp;signature=…</c>. The signature is an HMAC-SHA256 over all that
/// stands before it, in base64url; <c>expires</c> is in seconds since 1970. Both <c>name</c> and <c>expires</c> may be missing, which is
/// signed as well.
/// </summary>
public sealed partial class FileLinks
{
    public const int SecretLength = 32;
    public const int LongestName = 200;

    private const string Root = "/files/";

    private readonly byte[][] _secrets;

    /// <param name="secrets">Of 32 bytes each. The first signs, and all verify: a new one is put before the others.</param>
    /// <exception cref="ArgumentException">There is none, or one of another length.</exception>
    public FileLinks(params IEnumerable<byte[]> secrets)
    {
        _secrets = [.. secrets.Select(secret => (byte[])secret.Clone())];
        if (_secrets.Length == 0 || _secrets.Any(secret => secret.Length != SecretLength))
            throw new ArgumentException($"Links are signed with one or more secrets of {SecretLength} bytes.", nameof(secrets));
    }

    /// <summary>The path and query of a link to this file.</summary>
    /// <param name="downloadName">
    /// What a browser saves the file as, of at most 200 characters; null: the link is for showing the file.
    /// </param>
    /// <param name="expires">From when on the link leads nowhere, cut to the second; null: never.</param>
    /// <exception cref="ArgumentException">The name is empty, too long, or has characters that are none.</exception>
    public string Sign(BlobKey key, string? downloadName = null, DateTimeOffset? expires = null)
    {
        if (downloadName?.Length is 0 or > LongestName || downloadName?.EnumerateRunes().All(IsText) == false)
            throw new ArgumentException("No file has such a name.", nameof(downloadName));
        return Sign(_secrets[0], key, downloadName, expires is { } time ? Math.Max(0, time.ToUnixTimeSeconds()) : null);
    }

    /// <summary>
    /// Reads a link. Nothing of an altered one is believed, and one that expired is told from it only where it is authentic.
    /// </summary>
    /// <param name="path">As it was sent, without what the server stands under.</param>
    /// <param name="query">As it was sent, with its question mark.</param>
    public FileLink Verify(string path, string query, DateTimeOffset now)
    {
        if (!TryRead(path, query, out var key, out var name, out var expires)) return FileLink.Altered;
        // There is one way only to write a link, so a link is right when it is what would be written.
        var sent = Encoding.UTF8.GetBytes(path + query);
        var isAuthentic = false;
        foreach (var secret in _secrets)
            isAuthentic |= CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(Sign(secret, key, name, expires)));
        if (!isAuthentic) return FileLink.Altered;
        return expires <= now.ToUnixTimeSeconds() ? FileLink.Expired : FileLink.Valid(key, name, Time(expires));
    }

    private static string Sign(byte[] secret, BlobKey key, string? name, long? expires)
    {
        var link = new StringBuilder(Root).Append(key).Append('?');
        if (name is not null) link.Append("name=").Append(Uri.EscapeDataString(name)).Append('&');
        if (expires is not null) link.Append(CultureInfo.InvariantCulture, $"expires={expires}&");
        var signature = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(link.ToString()));
        return link.Append("signature=").Append(WebEncoders.Base64UrlEncode(signature)).ToString();
    }

    private static bool TryRead(string path, string query, [NotNullWhen(true)] out BlobKey? key, out string? name, out long? expires)
    {
        (key, name, expires) = (null, null, null);
        if (!path.StartsWith(Root, StringComparison.Ordinal) || !BlobKey.TryParse(path[Root.Length..], out key)) return false;
        if (IsQuery().Match(query) is not { Success: true } parts) return false;
        if (parts.Groups["name"] is { Success: true, Value: var escaped }) name = Uri.UnescapeDataString(escaped);
        if (parts.Groups["expires"] is { Success: true, Value: var seconds }) expires = long.Parse(seconds, CultureInfo.InvariantCulture);
        return Time(expires) is not null || expires is null;
    }

    private static DateTimeOffset? Time(long? seconds) =>
        seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    /// <summary>Half of a character is read as the one that stands for what can't be read.</summary>
    private static bool IsText(Rune rune) => !Rune.IsControl(rune) && rune != Rune.ReplacementChar;

    [GeneratedRegex(
        @"\A\?(name=(?<name>[^&]{1,6000})&)?(expires=(?<expires>[0-9]{1,12})&)?signature=[A-Za-z0-9_-]{43}\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex IsQuery();
}
