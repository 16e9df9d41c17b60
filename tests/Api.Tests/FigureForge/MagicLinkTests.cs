using System.Net;

namespace Platform.Api.Tests.FigureForge;

public sealed class MagicLinkTests(LaterServer server) : IClassFixture<LaterServer>
{
    private readonly FigureForgeClient _ada = new(server);

    [Fact]
    public async Task A_mailed_code_signs_in_and_opens_the_account_of_an_unknown_email()
    {
        Assert.False(await ExistsAsync());
        Assert.Equal(HttpStatusCode.OK, (await _ada.RequestCodeAsync()).Status);
        Assert.False(await ExistsAsync());
        var code = _ada.Mailbox.Code;
        Assert.Matches("^[0-9]{6}$", code);

        var answer = await _ada.VerifyAsync(code);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            ["message", "access", "refresh", "user", "access_token", "refresh_token", "token_type", "expires_in"],
            answer.Json!.AsObject().Select(field => field.Key));
        Assert.Equal(answer.Text("access"), answer.Text("access_token"));
        Assert.Equal(86400, answer.Json!["expires_in"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, (await _ada.SignedIn(answer).GetAsync("/auth/user/")).Status);
        Assert.True(await ExistsAsync());
    }

    [Fact]
    public async Task The_mail_says_the_code_in_text_and_html_and_links_to_the_web_app()
    {
        await _ada.RequestCodeAsync();
        var mail = Assert.Single(_ada.Mailbox.Mails);
        var code = Mailbox.CodeOf(mail);
        var link = $"https://app.figure.example/auth/magic-link?code={code}&email={Uri.EscapeDataString(_ada.Email)}";

        Assert.Contains(code, mail.TextBody);
        Assert.Contains(link, mail.TextBody);
        Assert.Contains(WebUtility.HtmlEncode(link), mail.HtmlBody);
        Assert.Equal("hello@figure.example", mail.From.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_second_sign_in_finds_the_same_account()
    {
        var first = await (await _ada.SignInAsync()).GetAsync("/auth/user/");
        var second = await (await _ada.SignInAsync()).GetAsync("/auth/user/");
        Assert.Equal(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task Many_verifies_of_one_code_at_once_open_one_session_and_refuse_nobody()
    {
        await _ada.RequestCodeAsync();
        var code = _ada.Mailbox.Code;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _ada.VerifyAsync(code)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers, answer => answer.Json!["access"] is not null);
    }

    [Fact]
    public async Task A_repeat_within_ten_seconds_opens_nothing_and_later_it_is_refused()
    {
        await _ada.RequestCodeAsync();
        var code = _ada.Mailbox.Code;
        await _ada.VerifyAsync(code);
        server.Clock.Advance(TimeSpan.FromSeconds(8));

        var repeat = await _ada.VerifyAsync(code);
        Assert.Equal((HttpStatusCode.OK, 1), (repeat.Status, repeat.Json!.AsObject().Count));
        FigureForgeClient.Refused(await _ada.VerifyAsync(FigureForgeClient.Wrong(code)), 401, "AUTHENTICATION_REQUIRED");
        server.Clock.Advance(TimeSpan.FromSeconds(3));
        FigureForgeClient.Refused(await _ada.VerifyAsync(code), 401, "AUTHENTICATION_REQUIRED");
    }

    [Fact]
    public async Task A_code_dies_after_fifteen_minutes()
    {
        await _ada.RequestCodeAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        FigureForgeClient.Refused(await _ada.VerifyAsync(_ada.Mailbox.Code), 401, "AUTHENTICATION_REQUIRED");
    }

    [Fact]
    public async Task A_code_dies_after_five_wrong_tries_and_a_new_one_takes_its_place()
    {
        await _ada.RequestCodeAsync();
        var code = _ada.Mailbox.Code;
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _ada.VerifyAsync(FigureForgeClient.Wrong(code))));
        FigureForgeClient.Refused(await _ada.VerifyAsync(code), 401, "AUTHENTICATION_REQUIRED");
        await _ada.SignInAsync();
    }

    [Fact]
    public async Task The_newest_code_counts_and_spaces_in_it_do_not()
    {
        await _ada.RequestCodeAsync();
        var old = _ada.Mailbox.Code;
        await _ada.RequestCodeAsync();
        var code = _ada.Mailbox.Code;
        if (old != code) FigureForgeClient.Refused(await _ada.VerifyAsync(old), 401, "AUTHENTICATION_REQUIRED");
        Assert.Equal(HttpStatusCode.OK, (await _ada.VerifyAsync($" {code[..3]} {code[3..]} ")).Status);
    }

    [Fact]
    public async Task A_code_is_nothing_for_another_address()
    {
        await _ada.RequestCodeAsync();
        var eve = new FigureForgeClient(server);
        await eve.RequestCodeAsync();
        if (eve.Mailbox.Code != _ada.Mailbox.Code)
            FigureForgeClient.Refused(await eve.VerifyAsync(_ada.Mailbox.Code), 401, "AUTHENTICATION_REQUIRED");
    }

    [Fact]
    public async Task The_sixth_code_within_fifteen_minutes_is_not_mailed()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, (await _ada.RequestCodeAsync()).Status);
        var refused = FigureForgeClient.Refused(await _ada.RequestCodeAsync(), 429, "RATE_LIMITED");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(5, _ada.Mailbox.Mails.Count);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.OK, (await _ada.RequestCodeAsync()).Status);
    }

    [Theory]
    [InlineData("/auth/magic-link/request", "{}", "email")]
    [InlineData("/auth/magic-link/request", "{\"email\":\"no\"}", "email")]
    [InlineData("/auth/magic-link/request", "{\"email\":\"<a>@b.example\"}", "email")]
    [InlineData("/auth/magic-link/verify", "{\"email\":\"a@b.example\"}", "code")]
    [InlineData("/auth/magic-link/check-user", "{\"email\":null}", "email")]
    [InlineData("/auth/refresh", "{\"refresh\":\"\"}", "refresh")]
    public async Task A_wrong_field_is_named(string path, string body, string field)
    {
        var answer = await new ApiClient(server.CreateClient(), FigureForgeClient.Base).SendAsync(HttpMethod.Post, path, body);
        Assert.Contains(field, FigureForgeClient.Refused(answer, 400, "INVALID_REQUEST").Json!["error"]!["details"]!.AsObject().Select(one => one.Key));
    }

    private async Task<bool> ExistsAsync() =>
        (await _ada.PostAsync("/auth/magic-link/check-user/", new() { ["email"] = _ada.Email })).Json!["exists"]!.GetValue<bool>();
}
