namespace Platform.Api.Tests;

/// <summary>Somebody in front of the sandbox's pages.</summary>
internal static class Checkouts
{
    /// <summary>Stays where a page leads away from here.</summary>
    public static HttpClient Client(PlatformServer server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.CreateClient().BaseAddress };

    /// <summary>The page that a checkout has answered.</summary>
    public static Uri AddressIn(Answer checkout) => new((checkout.Json!["checkout_url"] ?? checkout.Json["checkoutUrl"])!.GetValue<string>());

    /// <summary>Pays; what follows is where the page leads.</summary>
    /// <param name="more">More fields of the form.</param>
    public static Task<HttpResponseMessage> PayAsync(HttpClient http, Uri page, string card = "Pays", params (string Name, string Value)[] more) =>
        SubmitAsync(http, page, [("card", card), .. more]);

    public static async Task<HttpResponseMessage> SubmitAsync(HttpClient http, Uri page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(page, form);
    }
}
