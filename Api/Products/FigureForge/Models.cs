using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Api.Billing;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.FigureForge;

internal sealed record EmailRequest(string? Email);

internal sealed record VerifyCodeRequest(string? Email, string? Code);

internal sealed record RefreshRequest(string? Refresh);

internal sealed record UpdateUserRequest(string? Username, string? DisplayName);

/// <param name="Token">The access token, where it isn't in the header.</param>
internal sealed record VerifyTokenRequest(string? Token);

/// <param name="ConfirmDelete">What earlier clients call it.</param>
internal sealed record DeleteAccountRequest(bool? Confirm, bool? ConfirmDelete);

internal sealed record MessageOnly(string Message);

internal sealed record ExistsResponse(bool Exists);

/// <param name="Plan">The plan's key.</param>
/// <param name="Status"><c>active</c>, <c>inactive</c>, <c>cancelled</c> or <c>past_due</c>.</param>
internal sealed record SubscriptionView(string Plan, string Status, DateTime? CurrentPeriodEnd, bool CancelAtPeriodEnd);

/// <summary>Images a month.</summary>
internal sealed record QuotaView(long Limit, long Used, long Remaining);

/// <summary>The contract's fields, and beside them those that the web app reads.</summary>
/// <param name="Role"><c>user</c> or <c>admin</c>.</param>
internal sealed record UserResponse(
    string Id,
    string Email,
    string? Username,
    string? DisplayName,
    SubscriptionView Subscription,
    QuotaView Quota,
    DateTime CreatedAt,
    string UserId,
    string Role,
    string SubscriptionPlan,
    long QuotaLimit,
    long QuotaUsed);

internal sealed record UserUpdatedResponse(string Message, UserResponse User);

/// <param name="UsagePercentage">Of the month's quota, 0 to 100.</param>
internal sealed record StatsResponse(
    long ImagesGenerated,
    long ImagesRemaining,
    string SubscriptionTier,
    long QuotaUsed,
    long QuotaLimit,
    double UsagePercentage,
    string SubscriptionPlan);

internal sealed record AccountExport(
    DateTime ExportedAt,
    UserResponse User,
    IReadOnlyList<SessionExport> Sessions,
    IAsyncEnumerable<ImageResponse> Images,
    IAsyncEnumerable<BilledInvoice> Invoices);

internal sealed record TokenOwner(string UserId, string Email, string? Username);

internal sealed record TokenValidResponse(bool Valid, string UserId, TokenOwner User);

/// <summary>A session, under the names of this server and of the web app. A repeat has only the message: the session is open already.</summary>
/// <param name="ExpiresIn">Seconds that the access token lives.</param>
internal sealed record SignedInResponse(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Access = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Refresh = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] UserResponse? User = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AccessToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TokenType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ExpiresIn = null);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(EmailRequest))]
[JsonSerializable(typeof(VerifyCodeRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(UpdateUserRequest))]
[JsonSerializable(typeof(VerifyTokenRequest))]
[JsonSerializable(typeof(DeleteAccountRequest))]
[JsonSerializable(typeof(MessageOnly))]
[JsonSerializable(typeof(ExistsResponse))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(UserUpdatedResponse))]
[JsonSerializable(typeof(StatsResponse))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(WebAppGenerateRequest))]
[JsonSerializable(typeof(AcceptedResponse))]
[JsonSerializable(typeof(DryRunResponse))]
[JsonSerializable(typeof(JobResponse))]
[JsonSerializable(typeof(ImageResponse))]
[JsonSerializable(typeof(ImagesResponse))]
[JsonSerializable(typeof(WebAppImagesResponse))]
[JsonSerializable(typeof(UpdateImageRequest))]
[JsonSerializable(typeof(FavoriteResponse))]
[JsonSerializable(typeof(ReportRequest))]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(ModelsResponse))]
[JsonSerializable(typeof(ReportedImagesResponse))]
[JsonSerializable(typeof(ResolveRequest))]
[JsonSerializable(typeof(PricingResponse))]
[JsonSerializable(typeof(PlansResponse))]
[JsonSerializable(typeof(CurrentSubscriptionResponse))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(WebAppCheckoutRequest))]
[JsonSerializable(typeof(CheckoutResponse))]
[JsonSerializable(typeof(WebAppCheckoutResponse))]
[JsonSerializable(typeof(PortalResponse))]
[JsonSerializable(typeof(WebAppPortalResponse))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(CancelledResponse))]
[JsonSerializable(typeof(PaymentMethodRequest))]
[JsonSerializable(typeof(PaymentMethodResponse))]
[JsonSerializable(typeof(HistoryResponse))]
[JsonSerializable(typeof(WebhookResponse))]
[JsonSerializable(typeof(WebhookHealthResponse))]
[JsonSerializable(typeof(AccountExport))]
[JsonSerializable(typeof(TokenValidResponse))]
[JsonSerializable(typeof(SignedInResponse))]
internal sealed partial class FigureForgeJson : JsonSerializerContext;
