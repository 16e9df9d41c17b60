using System.Text.Json.Serialization;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.ByteForge;

internal sealed record RegisterRequest(
    string? Email, string? Password, [property: JsonPropertyName("password2")] string? Password2, string? DisplayName);

internal sealed record LoginRequest(string? Email, string? Password);

internal sealed record RefreshRequest(string? Refresh);

internal sealed record LogoutRequest(string? Refresh);

internal sealed record UpdateProfileRequest(string? DisplayName);

/// <param name="Provider">How the account signs in: always <c>local</c> here.</param>
internal sealed record UserResponse(long Id, string Email, string? DisplayName, string Provider, bool IsAdmin, DateTime CreatedAt);

internal sealed record TokenPair(string Refresh, string Access);

internal sealed record SignedInResponse(string Message, UserResponse User, TokenPair Tokens);

internal sealed record ProfileUpdatedResponse(string Message, UserResponse User);

internal sealed record MessageOnly(string Message);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(Leaving))]
[JsonSerializable(typeof(LogoutRequest))]
[JsonSerializable(typeof(UpdateProfileRequest))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(TokenPair))]
[JsonSerializable(typeof(SignedInResponse))]
[JsonSerializable(typeof(ProfileUpdatedResponse))]
[JsonSerializable(typeof(MessageOnly))]
internal sealed partial class ByteForgeJson : JsonSerializerContext;
