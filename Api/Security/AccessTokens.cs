using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Access tokens: JWT (RFC 7519) signed with RS256, so that every front door verifies and only a sign-in signs. Claims: <c>sub</c> the
/// account, <c>sid</c> the session, <c>aud</c> the product.
/// </summary>
internal sealed class AccessTokens(SigningKeyRing keys, TimeProvider clock)
{
    public const string Issuer = "orleans-platform";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public string Issue(Product product, SignedIn session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = product.Id,
            IssuedAt = now,
            Expires = now + product.AccessTokenLife,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = session.Account.Id,
                [JwtRegisteredClaimNames.Sid] = session.SessionId,
            },
            SigningCredentials = new SigningCredentials(keys.Signing, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What a token must be to be believed. The audience is the gate's to check: it depends on the product that is asked.</summary>
    public static void Configure(JwtBearerOptions options, SigningKeyRing keys, TimeProvider clock)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = Issuer,
            ValidateAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Find(keyId),
            LifetimeValidator = (_, expires, token, _) => expires > clock.GetUtcNow().UtcDateTime
                ? true
                : throw new SecurityTokenExpiredException(),
        };
    }
}
