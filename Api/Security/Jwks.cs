using System.Text.Json.Serialization;
using Microsoft.IdentityModel.Tokens;

namespace Platform.Api.Security;

/// <summary>
/// <c>/.well-known/jwks.json</c>: the public halves of the keys that verify access tokens (RFC 7517), for whoever wants to check a token
/// without asking this server.
/// </summary>
internal static class Jwks
{
    public static void MapJwks(this IEndpointRouteBuilder app) =>
        app.MapGet("/.well-known/jwks.json", (SigningKeyRing keys, HttpResponse response) =>
        {
            // A small part of the time for which a key is published before it signs.
            response.Headers.CacheControl = "public, max-age=300";
            var shown = keys.All.Select(key =>
            {
                var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
                return new PublicKey(
                    "RSA", "sig", "RS256", key.KeyId, Base64UrlEncoder.Encode(numbers.Modulus!), Base64UrlEncoder.Encode(numbers.Exponent!));
            });
            return TypedResults.Json(new KeySet([.. shown]), JwksJson.Default.KeySet);
        }).ExcludeFromDescription();
}

internal sealed record KeySet(IReadOnlyList<PublicKey> Keys);

internal sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeySet))]
internal sealed partial class JwksJson : JsonSerializerContext;
