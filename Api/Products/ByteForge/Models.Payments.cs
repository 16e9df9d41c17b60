using System.Text.Json.Serialization;
using Platform.Api.Http;

namespace Platform.Api.Products.ByteForge;

/// <param name="Amount">Dollars, as they were written.</param>
/// <param name="TokensToAdd">How many tokens the client takes the amount to buy.</param>
internal sealed record CreatePaymentRequest(
    long? ConversationId, [property: JsonConverter(typeof(NumberText))] string? Amount, long? TokensToAdd);

/// <param name="User">The number of the account that paid.</param>
/// <param name="Amount">Dollars with two decimals.</param>
/// <param name="Status">Always <c>success</c> here.</param>
internal sealed record PaymentResponse(
    long Id, long User, string UserEmail, long Conversation, string Amount, long TokensAdded, string Status, DateTime CreatedAt);

internal sealed record PaidResponse(string Message, PaymentResponse Payment, long NewTokenLimit);

/// <param name="LatestPayments">The ten newest.</param>
internal sealed record DashboardResponse(
    long TotalUsers, long TotalConversations, long TotalTokensUsed, IReadOnlyList<PaymentResponse> LatestPayments);
