using Platform.Api.Http;

namespace Platform.Api.Billing;

/// <summary>Where a checkout's page leads to.</summary>
internal readonly record struct CheckoutAddresses(string Success, string Cancel)
{
    /// <summary>Of each: the client's own, else a page of the product's web app, else a page of this server.</summary>
    /// <param name="success">The client's address, its field, and the path in the web app.</param>
    /// <param name="cancel">The same for when nothing was bought.</param>
    public static CheckoutAddresses Read(
        Validation check,
        HttpContext context,
        WebApps webApps,
        (string? Address, string Field, string Page) success,
        (string? Address, string Field, string Page) cancel)
    {
        return new(Of(success, "success"), Of(cancel, "cancelled"));

        string Of((string? Address, string Field, string Page) wanted, string page) => wanted.Address is { } address
            ? check.WebAddress(address, wanted.Field)
            : webApps.PageOf(context, wanted.Page) ?? Payers.ReturnPage(context, page);
    }
}
