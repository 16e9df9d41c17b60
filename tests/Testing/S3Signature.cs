using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Platform.Testing;

/// <summary>
/// Checks AWS Signature Version 4 as a server does: from the request as it came in. See
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html.
/// </summary>
internal static partial class S3Signature
{
    public static bool IsRight(HttpContext context, byte[] body, string accessKey, string secretKey, string region)
    {
        var request = context.Request;
        if (Header().Match(request.Headers.Authorization.ToString()) is not { Success: true } header) return false;
        var (date, signedHeaders) = (header.Groups["date"].Value, header.Groups["headers"].Value);
        var time = request.Headers["x-amz-date"].ToString();
        if (header.Groups["key"].Value != accessKey || header.Groups["region"].Value != region) return false;
        if (!time.StartsWith(date, StringComparison.Ordinal)) return false;
        string[] mustBeSigned = ["host", "x-amz-content-sha256", "x-amz-date"];
        if (mustBeSigned.Except(signedHeaders.Split(';')).Any()) return false;
        var payload = request.Headers["x-amz-content-sha256"].ToString();
        if (payload != Hex(SHA256.HashData(body))) return false;

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var headers = signedHeaders.Split(';').Select(name => $"{name}:{request.Headers[name].ToString().Trim()}\n");
        var query = Query(target.ElementAtOrDefault(1) ?? "");
        string[] canonical = [request.Method, target[0], query, string.Concat(headers), signedHeaders, payload];
        var scope = string.Create(CultureInfo.InvariantCulture, $"{date}/{region}/s3/aws4_request");
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Bytes(string.Join('\n', canonical))))}";
        var key = scope.Split('/').Aggregate(Bytes("AWS4" + secretKey), (secret, part) => HMACSHA256.HashData(secret, Bytes(part)));
        return header.Groups["signature"].Value == Hex(HMACSHA256.HashData(key, Bytes(toSign)));
    }

    private static string Query(string raw)
    {
        var pairs = raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var canonical = pairs.Select(pair => $"{Again(pair[0])}={Again(pair.ElementAtOrDefault(1) ?? "")}").Order(StringComparer.Ordinal);
        return string.Join('&', canonical);
    }

    private static string Again(string escaped) => Uri.EscapeDataString(Uri.UnescapeDataString(escaped));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(
        @"^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<date>\d{8})/(?<region>[^/]+)/s3/aws4_request, ?" +
        "SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$")]
    private static partial Regex Header();
}
