namespace Platform.Browser.Tests;

/// <summary>Somebody buys, fails, leaves and manages what they have, with a mouse.</summary>
public sealed class SandboxPageTests(Server server, Chromium browser) : IClassFixture<Server>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task One_can_fail_and_then_pay()
    {
        var user = await server.SignUpAsync();
        var page = await browser.OpenAsync(await user.CheckoutAsync("pro"));
        Assert.Equal("Subscribe to Pro", await page.TitleAsync());

        await page.GetByLabel("is declined").CheckAsync();
        await page.ClickAsync("#pay");
        Assert.Contains("declined", await page.GetByRole(Microsoft.Playwright.AriaRole.Alert).InnerTextAsync());
        Assert.Equal("free", await user.PlanAsync());

        await page.ClickAsync("#pay");
        Assert.Equal("Thank you", await page.TitleAsync());
        Assert.Equal("pro", await user.PlanAsync());
    }

    [BrowserFact]
    public async Task One_can_leave()
    {
        var user = await server.SignUpAsync();
        var page = await browser.OpenAsync(await user.CheckoutAsync("pro"));
        await page.ClickAsync("#leave");
        Assert.Equal("Nothing was bought", await page.TitleAsync());
        Assert.Equal("free", await user.PlanAsync());
    }

    [BrowserFact]
    public async Task The_portal_cancels_keeps_and_renews()
    {
        var user = await server.SignUpAsync();
        var checkout = await browser.OpenAsync(await user.CheckoutAsync("pro"));
        await checkout.GetByLabel("every event twice").CheckAsync();
        await checkout.GetByLabel("the last one first").CheckAsync();
        await checkout.ClickAsync("#pay");

        var page = await browser.OpenAsync((await user.PostAsync("payments/portal"))["portal_url"]!.GetValue<string>());
        await page.ClickAsync("#cancel");
        Assert.Contains("ends on", await page.InnerTextAsync("body"));
        Assert.True((await user.GetAsync("payments/subscription"))["cancel_at_period_end"]!.GetValue<bool>());
        await page.ClickAsync("#reactivate");
        Assert.Contains("renews on", await page.InnerTextAsync("body"));
        await page.ClickAsync("#renew");
        Assert.Equal(2, await page.Locator("tbody tr").CountAsync());
        Assert.Equal(2, (await user.GetAsync("payments/history"))["total"]!.GetValue<int>());
        await page.ClickAsync("#back");
        Assert.Equal("Done", await page.TitleAsync());
    }
}
