using System.Globalization;
using Platform.Api.Billing;
using Platform.Billing.Sandbox;

namespace Platform.Api.Sandbox;

/// <summary>Where subscriptions are cancelled and taken up again, cards are changed, and time is helped along.</summary>
internal static class PortalPage
{
    public static IResult Of(HttpContext context, SandboxPortal portal, string? trouble = null) => PlainPage.Of(
        context, "Your subscription", Body(portal, trouble), trouble is null ? 200 : StatusCodes.Status402PaymentRequired);

    private static string Body(SandboxPortal portal, string? trouble) => $"""
        <h1>Your subscription</h1>
        <p>{PlainPage.Text(portal.Product)}, {PlainPage.Text(portal.Email)}. This is a sandbox: no money moves.</p>
        {(trouble is null ? "" : $"<p class=\"bad\" role=\"alert\">{PlainPage.Text(trouble)}</p>")}
        {(portal.Subscriptions.Count == 0 ? "<p>Nothing was bought yet.</p>" : string.Concat(portal.Subscriptions.Select(one => Subscription(one, portal))))}
        <h2>Card</h2>
        <p>{PlainPage.Text(portal.Card)}</p>
        <form method="post">
        {PageFields.Cards(SandboxCard.Pays)}
        {PageFields.Mail(portal.Mischief)}
        {Button(SandboxAction.ChangeCard, "Use this card")}
        {Button(SandboxAction.ChangeMail, "Only change how this server hears of it")}
        </form>
        <h2>Invoices</h2>
        <table><thead><tr><th scope="col">Date</th><th scope="col">Amount</th><th scope="col">State</th></tr></thead><tbody>
        {string.Concat(portal.Invoices.Select(Invoice))}</tbody></table>
        <p><a class="button" id="back" href="{PlainPage.Text(portal.ReturnUrl)}">Back</a></p>
        """;

    private static string Subscription(SandboxSubscriptionView subscription, SandboxPortal portal) => $"""
        <h2>{PlainPage.Text(subscription.PlanName)}</h2>
        <p>{PlainPage.Text(subscription.Status)}{End(subscription)}</p>
        {(subscription.HasEnded ? "" : $"""
        <form method="post">
        <input type="hidden" name="subscription" value="{PlainPage.Text(subscription.Id)}">
        {Kept(portal.Mischief)}
        {(subscription.CancelsAtPeriodEnd
            ? Button(SandboxAction.Reactivate, "Keep it")
            : Button(SandboxAction.Cancel, "Cancel at the end of the period"))}
        {Button(SandboxAction.Renew, "Let the period end now")}
        </form>
        """)}
        """;

    private static string End(SandboxSubscriptionView subscription) => subscription switch
    {
        { HasEnded: true } => "",
        { CancelsAtPeriodEnd: true } => $"; ends on {Day(subscription.PeriodEnd)}",
        _ => $"; renews on {Day(subscription.PeriodEnd)}",
    };

    private static string Button(SandboxAction action, string text) =>
        $"""<button type="submit" name="action" value="{action}" id="{action.ToString().ToLowerInvariant()}">{text}</button>""";

    /// <summary>What is set stays set.</summary>
    private static string Kept(Mischief mischief) =>
        (mischief.Twice ? """<input type="hidden" name="twice" value="on">""" : "")
        + (mischief.Reversed ? """<input type="hidden" name="reversed" value="on">""" : "")
        + string.Create(CultureInfo.InvariantCulture, $"""<input type="hidden" name="delay" value="{mischief.DelaySeconds}">""");

    private static string Invoice(SandboxInvoiceView invoice) =>
        $"<tr><td>{Day(invoice.CreatedAt)}</td><td>${Cents.Text(invoice.Amount)}</td><td>{(invoice.IsPaid ? "paid" : "not paid")}</td></tr>\n";

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
