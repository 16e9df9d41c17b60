using Microsoft.Playwright;

namespace Platform.Browser.Tests;

/// <summary>An operator signs in, and watches.</summary>
public sealed class OperatorPageTests(Server server, Chromium browser) : IClassFixture<Server>, IClassFixture<Chromium>
{
    [BrowserFact]
    public async Task An_admin_signs_in_and_sees_plots_that_move()
    {
        var page = await browser.OpenAsync("about:blank");
        List<string> complaints = [], asked = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(new Uri(server.Address, "/operator").ToString());

        await page.GetByLabel("Email").FillAsync(Server.AdminEmail);
        await page.GetByText("Send the code").ClickAsync();
        await page.GetByLabel("Code").FillAsync(await server.CodeAsync());
        await page.Locator("#show button").ClickAsync();

        var user = await server.SignUpAsync();
        await user.PostAsync("characters", new { name = "Luna", style = "anime" });
        var line = page.Locator("#plots figure").First.Locator("path");
        await Assertions.Expect(line).ToHaveAttributeAsync("d", Anything, new() { Timeout = 20_000 });
        var before = await line.GetAttributeAsync("d");
        await user.GetAsync("auth/me");
        await Assertions.Expect(line).Not.ToHaveAttributeAsync("d", before!, new() { Timeout = 20_000 });

        await Assertions.Expect(page.Locator("#products")).ToContainTextAsync("neurotamagotchi");
        await Assertions.Expect(page.Locator("#silos")).ToContainTextAsync("Active");
        await Assertions.Expect(page.Locator("#activations")).ToContainTextAsync("companion");
        if (Environment.GetEnvironmentVariable("PLATFORM_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "operator.png"), FullPage = true });

        // Before anybody had signed in, it was told so once.
        Assert.All(complaints, complaint => Assert.Contains("401", complaint));
        Assert.All(asked, url => Assert.StartsWith(server.Address.ToString(), url));

        await page.GetByText("Sign out").ClickAsync();
        await Assertions.Expect(page.Locator("#door")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#view")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Somebody_else_is_told_why_not()
    {
        var page = await browser.OpenAsync(new Uri(server.Address, "/operator"));
        await page.GetByLabel("Email").FillAsync("somebody@example.com");
        await page.GetByText("Send the code").ClickAsync();
        await page.GetByLabel("Code").FillAsync(await server.CodeAsync());
        await page.Locator("#show button").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("permission");
        await Assertions.Expect(page.Locator("#view")).ToBeHiddenAsync();
    }

    private static readonly System.Text.RegularExpressions.Regex Anything = new("^M.+L");
}
