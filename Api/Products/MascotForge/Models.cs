using System.Text.Json.Serialization;
using Platform.Api.Billing;
using Platform.Api.Http;
using Platform.Api.Security;

namespace Platform.Api.Products.MascotForge;

internal sealed record RegisterRequest(string? Email, string? Password, string? Name);

internal sealed record LoginRequest(string? Email, string? Password);

internal sealed record RefreshRequest(string? RefreshToken);

internal sealed record UserResponse(string Id, string Email, string? Name, string Plan, long CreditBalance);

internal sealed record SignedInResponse(string AccessToken, string RefreshToken, UserResponse User);

internal sealed record MessageOnly(string Message);

/// <param name="Mascots">The account's own, as all lists here the newest first; files are at their addresses.</param>
/// <param name="Transactions">Of the account's own credits.</param>
internal sealed record AccountExport(
    DateTime ExportedAt,
    UserResponse User,
    IReadOnlyList<SessionExport> Sessions,
    IReadOnlyList<WorkspaceResponse> Workspaces,
    IAsyncEnumerable<MascotResponse> Mascots,
    IAsyncEnumerable<AnimationResponse> Animations,
    IAsyncEnumerable<LogoPackResponse> LogoPacks,
    IAsyncEnumerable<TransactionResponse> Transactions,
    IAsyncEnumerable<BilledInvoice> Invoices);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(WellFormedString)])]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(Leaving))]
[JsonSerializable(typeof(UserResponse))]
[JsonSerializable(typeof(SignedInResponse))]
[JsonSerializable(typeof(MessageOnly))]
[JsonSerializable(typeof(AccountExport))]
[JsonSerializable(typeof(MascotRequest))]
[JsonSerializable(typeof(MascotResponse))]
[JsonSerializable(typeof(MascotsResponse))]
[JsonSerializable(typeof(AnimationRequest))]
[JsonSerializable(typeof(DefaultPackRequest))]
[JsonSerializable(typeof(AnimationResponse))]
[JsonSerializable(typeof(AnimationsResponse))]
[JsonSerializable(typeof(DefaultPackResponse))]
[JsonSerializable(typeof(JobStatusResponse))]
[JsonSerializable(typeof(LogoPackRequest))]
[JsonSerializable(typeof(LogoPackResponse))]
[JsonSerializable(typeof(LogoPacksResponse))]
[JsonSerializable(typeof(DownloadResponse))]
[JsonSerializable(typeof(DryRunResponse))]
[JsonSerializable(typeof(JobStatusEvent))]
[JsonSerializable(typeof(JobStatusMessage))]
[JsonSerializable(typeof(PongMessage))]
[JsonSerializable(typeof(ClientMessage))]
[JsonSerializable(typeof(BalanceResponse))]
[JsonSerializable(typeof(TransactionsResponse))]
[JsonSerializable(typeof(IReadOnlyList<PlanResponse>))]
[JsonSerializable(typeof(SubscriptionResponse))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(CheckoutResponse))]
[JsonSerializable(typeof(BillingRequest))]
[JsonSerializable(typeof(PortalResponse))]
[JsonSerializable(typeof(InvoicesResponse))]
[JsonSerializable(typeof(ReceivedResponse))]
[JsonSerializable(typeof(WorkspaceRequest))]
[JsonSerializable(typeof(WorkspaceResponse))]
[JsonSerializable(typeof(WorkspacesResponse))]
[JsonSerializable(typeof(RoleRequest))]
[JsonSerializable(typeof(MemberResponse))]
[JsonSerializable(typeof(MembersResponse))]
[JsonSerializable(typeof(InvitationRequest))]
[JsonSerializable(typeof(InvitationResponse))]
[JsonSerializable(typeof(InvitationsResponse))]
internal sealed partial class MascotForgeJson : JsonSerializerContext;
