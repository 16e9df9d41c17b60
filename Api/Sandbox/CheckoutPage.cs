using Platform.Api.Billing;
using Platform.Billing.Sandbox;

namespace Platform.Api.Sandbox;

/// <summary>Where one can pay, fail, or leave.</summary>
internal static class CheckoutPage
{
    public static IResult Of(HttpContext context, SandboxCheckout checkout, string? trouble = null) => PlainPage.Of(
        context,
        $"Subscribe to {checkout.PlanName}",
        checkout.IsPaid ? Paid(checkout) : Open(checkout, trouble),
        trouble is null ? 200 : StatusCodes.Status402PaymentRequired);

    private static string Paid(SandboxCheckout checkout) => $"""
        <h1>Subscribed to {PlainPage.Text(checkout.PlanName)}</h1>
        <p>This was paid.</p>
        <a class="button" href="{PlainPage.Text(checkout.SuccessUrl)}">Back</a>
        """;

    private static string Open(SandboxCheckout checkout, string? trouble) => $"""
        <h1>Subscribe to {PlainPage.Text(checkout.PlanName)}</h1>
        <p>{PlainPage.Text(checkout.Product)}, {PlainPage.Text(checkout.Email)}. This is a sandbox: no money moves.</p>
        <p class="price">${Cents.Text(checkout.Amount)} <small>a month</small></p>
        {(trouble is null ? "" : $"<p class=\"bad\" role=\"alert\">{PlainPage.Text(trouble)}</p>")}
        <form method="post">
        {PageFields.Cards(SandboxCard.Pays)}
        {PageFields.Mail(Mischief.None)}
        <button class="main" type="submit" id="pay">Pay</button>
        <a class="button" id="leave" href="{PlainPage.Text(checkout.CancelUrl)}">Leave</a>
        </form>
        """;
}
