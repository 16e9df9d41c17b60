using Microsoft.AspNetCore.Http.HttpResults;
using Platform.Api.Errors;
using Platform.Api.Http;
using Platform.Api.Idempotency;
using Platform.Api.Security;
using Platform.Conversations;

namespace Platform.Api.Products.ByteForge;

/// <summary>Tokens for dollars. The payment itself always succeeds, as the contract says.</summary>
internal static class Payments
{
    private static readonly string Range =
        $"Amount must be between {Billing.Cents.Text(TokenPrice.MinCents)} and {Billing.Cents.Text(TokenPrice.MaxCents)}.";

    private static ByteForgeJson Json => ByteForgeJson.Default;

    public static async Task<JsonHttpResult<PaidResponse>> Create(
        Body<CreatePaymentRequest> body, Caller caller, Operation operation, IGrainFactory grains)
    {
        var check = new Validation();
        var conversation = check.Given(body.Value.ConversationId, "body.conversation_id");
        var cents = Cents(check, body.Value.Amount);
        if (cents > 0 && body.Value.TokensToAdd is { } expected && !Buys(cents, expected))
            check.Add("body.tokens_to_add", $"This amount buys {TokenPrice.Tokens(cents)} tokens.", "value_error");
        check.ThrowIfInvalid();

        var payment = (await Chat.Actor(conversation, grains).Pay(caller.AccountId, cents, operation.Id)).OrThrow();
        var paid = new PaidResponse("Payment successful", View(payment), payment.TokenLimit);
        return TypedResults.Json(paid, Json.PaidResponse, statusCode: 201);
    }

    public static async Task<JsonHttpResult<IReadOnlyList<PaymentResponse>>> History(Caller caller, IGrainFactory grains) =>
        TypedResults.Json(await AllAsync(caller, grains), Json.IReadOnlyListPaymentResponse);

    public static async Task<IReadOnlyList<PaymentResponse>> AllAsync(Caller caller, IGrainFactory grains) =>
        [.. (await grains.GetGrain<ITokenPaymentsGrain>(caller.AccountId).List()).Select(View)];

    public static PaymentResponse View(TokenPayment payment) => new(
        payment.Number,
        payment.OwnerNumber,
        payment.OwnerEmail,
        payment.Conversation,
        Billing.Cents.Text(payment.Cents),
        payment.Tokens,
        "success",
        payment.CreatedAt.UtcDateTime);

    private static long Cents(Validation check, string? amount)
    {
        const string Field = "body.amount";
        if (amount is null) check.Add(Field, "Amount is required.", "missing");
        else if (Dollars.Cents(amount) is not { } cents) check.Add(Field, "Amount must be dollars with at most two decimals.", "value_error");
        else if (cents is >= TokenPrice.MinCents and <= TokenPrice.MaxCents) return cents;
        else check.Add(Field, Range, "out_of_range");
        return 0;
    }

    /// <summary>Whether this is what the amount buys, or what is left of it in the page's arithmetic.</summary>
    public static bool Buys(long cents, long tokens) => tokens == TokenPrice.Tokens(cents) || tokens == Dollars.PageTokens(cents);
}
