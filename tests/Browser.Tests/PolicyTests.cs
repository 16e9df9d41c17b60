using Microsoft.Playwright;

namespace Platform.Browser.Tests;

/// <summary>The pages work in a real browser under the policies that they are sent with: it complains of nothing.</summary>
public sealed class PolicyTests(Server server, Chromium browser) : IClassFixture<Server>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task The_home_page_shows_its_table_and_leads_to_the_docs()
    {
        var (page, complaints) = await OpenAsync("/");
        // By its style, which only its hash lets in.
        Assert.Equal("collapse", await page.Locator("table").EvaluateAsync<string>("table => getComputedStyle(table).borderCollapse"));
        Assert.Equal(5, await page.Locator("tbody tr").CountAsync());
        await page.Locator("tbody a").First.ClickAsync();
        await page.WaitForURLAsync("**/docs/**");
        await page.GetByRole(AriaRole.Heading).First.WaitForAsync();
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task The_docs_show_an_operation_and_can_call_it()
    {
        var (page, complaints) = await OpenAsync("/demi/docs/");
        await page.GetByText("Open an account and a session").First.WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Demi" }).First.WaitForAsync();
        // What the page's own client does.
        Assert.Equal(200, await page.EvaluateAsync<int>("async () => (await fetch('/demi/api/v1/status')).status"));
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_script_that_somebody_slips_into_the_docs_does_not_run()
    {
        var (page, complaints) = await OpenAsync("/docs/");
        await page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.evil = true'; document.body.append(script); }");
        Assert.False(await page.EvaluateAsync<bool>("() => window.evil === true"));
        Assert.Single(complaints);
    }

    [BrowserFact]
    public async Task The_pages_of_the_sandbox_complain_of_nothing()
    {
        var user = await server.SignUpAsync();
        var (page, complaints) = await OpenAsync(await user.CheckoutAsync("pro"));
        await page.ClickAsync("#pay");
        Assert.Equal("Thank you", await page.TitleAsync());
        Assert.Empty(complaints);
    }

    [BrowserFact]
    public async Task A_picture_opens_by_itself_and_stands_in_a_page_of_another_site()
    {
        var address = await server.DrawAsync();
        var (alone, complaints) = await OpenAsync(address);
        Assert.True(await alone.Locator("img").EvaluateAsync<int>("image => image.naturalWidth") > 100);
        Assert.Empty(complaints);

        using var site = new OtherSite($"<img src=\"{address}\">");
        var (page, others) = await OpenAsync(site.Address);
        Assert.Empty(others);
        Assert.True(await page.Locator("img").EvaluateAsync<int>("image => image.naturalWidth") > 100);
    }

    /// <summary>A page, and what the browser has to say of it: errors in its console, which violations of a policy are.</summary>
    private async Task<(IPage Page, List<string> Complaints)> OpenAsync(string address)
    {
        var page = await browser.OpenAsync("about:blank");
        var complaints = new List<string>();
        page.Console += (_, said) =>
        {
            // It asks for one by itself, and there is none.
            if (said.Type == "error" && !said.Location.Contains("favicon", StringComparison.Ordinal)) complaints.Add(said.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(server.Address, address).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        return (page, complaints);
    }
}
