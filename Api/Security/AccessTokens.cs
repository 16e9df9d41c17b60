using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Api.Errors;
using Platform.Api.Products;
using Platform.Identity;

namespace Platform.Api.Security;

/// <summary>
/// Access tokens: JWT (RFC 7519) signed with RS256, so that every front door verifies and only a sign-in signs. Claims: <c>sub</c> the
/// account, <c>sid</c> the session, <c>aud</c> the product.
/// </summary>
internal sealed class AccessTokens : IDisposable
{
    public const string Issuer = "orleans-platform";

    /// <summary>A client sends one token thousands of times, and verifying a signature costs more than all the rest of the gate.</summary>
    private const int MaxRemembered = 20_000;

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly MemoryCache _believed = new(new MemoryCacheOptions { SizeLimit = MaxRemembered });
    private readonly TokenValidationParameters _expected;
    private readonly SigningKeyRing _keys;
    private readonly IGrainFactory _grains;
    private readonly TimeProvider _clock;

    public AccessTokens(SigningKeyRing keys, IGrainFactory grains, TimeProvider clock)
    {
        _keys = keys;
        _grains = grains;
        _clock = clock;
        _expected = new()
        {
            ValidIssuer = Issuer,
            // The product that is asked decides, and that is the gate's to check.
            ValidateAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireExpirationTime = true,
            IssuerSigningKeyResolver = (_, _, keyId, _) => keys.Find(keyId) is { } key ? [key] : [],
            // Looked at below, for remembered tokens too.
            ValidateLifetime = false,
        };
    }

    public string Issue(Product product, SignedIn session)
    {
        var issuedAt = session.IssuedAt.UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = product.Id,
            IssuedAt = issuedAt,
            Expires = issuedAt + product.AccessTokenLife,
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = session.Account.Id,
                [JwtRegisteredClaimNames.Sid] = session.SessionId,
            },
            SigningCredentials = new SigningCredentials(_keys.Signing, SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>What a token says, if it is to be believed: signed here, and not expired.</summary>
    /// <exception cref="ApiException">It isn't: <see cref="ApiError.InvalidToken"/>, <see cref="ApiError.TokenExpired"/>.</exception>
    public async ValueTask<AccessToken> VerifyAsync(string token)
    {
        // A key that was retired takes its tokens along.
        var key = new Remembered(token);
        if (!TryRecall(key, out var verified) || _keys.Find(verified.KeyId) is null)
        {
            verified = await ReadAsync(token) ?? throw new ApiException(ApiError.InvalidToken);
            _believed.Set(key, verified, new MemoryCacheEntryOptions { Size = 1 });
        }

        return verified.Expires > _clock.GetUtcNow() ? verified : throw new ApiException(ApiError.TokenExpired);
    }

    public void Dispose() => _believed.Dispose();

    private bool TryRecall(Remembered key, [NotNullWhen(true)] out AccessToken? verified)
    {
        _believed.TryGetValue(key, out var entry);
        verified = entry as AccessToken;
        return verified is not null;
    }

    private async Task<AccessToken?> ReadAsync(string token)
    {
        var result = await Handler.ValidateTokenAsync(token, _expected);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Its key may be newer than what is known here.
            await _keys.LookAgainAsync();
            result = await Handler.ValidateTokenAsync(token, _expected);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken { Subject.Length: > 0 } jwt }
            && jwt.ValidTo != DateTime.MinValue
            && jwt.Audiences.FirstOrDefault() is { } productId
            && jwt.TryGetPayloadValue<string>(JwtRegisteredClaimNames.Sid, out var sessionId)
            ? new(
                productId,
                jwt.Subject,
                sessionId,
                jwt.Kid,
                new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero),
                _grains.GetGrain<IUserGrain>(jwt.Subject))
            : null;
    }

    /// <summary>
    /// A token as a key. Only its end is hashed: that is the signature's and as good as random, and hashing the whole of it would cost more
    /// than all the rest of a look-up.
    /// </summary>
    private sealed class Remembered(string token) : IEquatable<Remembered>
    {
        private const int HashedLength = 24;

        private readonly string _token = token;

        public bool Equals(Remembered? other) => other?._token == _token;

        public override bool Equals(object? obj) => Equals(obj as Remembered);

        public override int GetHashCode() => string.GetHashCode(_token.AsSpan(Math.Max(0, _token.Length - HashedLength)));
    }
}

/// <summary>What a believed token says.</summary>
/// <param name="User">The account's actor, found once and not at every request.</param>
internal sealed record AccessToken(
    string ProductId, string AccountId, string SessionId, string KeyId, DateTimeOffset Expires, IUserGrain User);
