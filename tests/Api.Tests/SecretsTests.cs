using System.Net;
using System.Text.Json.Nodes;
using Platform.Api.Tests.Demi;
using Platform.Api.Tests.FigureForge;

namespace Platform.Api.Tests;

/// <summary>Whatever happens, and however much is logged, no secret is in a log.</summary>
public sealed class SecretsTests(LoggedServer server) : IClassFixture<LoggedServer>
{
    private readonly List<string> _secrets = [];

    [Fact]
    public async Task No_password_token_code_or_key_reaches_a_log()
    {
        await SignInEverywhereAsync();
        await UseMailedCodesAsync();
        await SendWhatIsWrongAsync();
        await OpenSocketsAsync();
        var log = server.Log;

        Assert.Contains("/auth/login", log);
        Assert.True(_secrets.Count > 30);
        Assert.All(_secrets, secret => Assert.False(log.Contains(secret, StringComparison.Ordinal), $"In the log: {secret}"));
        Assert.DoesNotContain("PRIVATE KEY", log);
    }

    private async Task SignInEverywhereAsync()
    {
        (string Base, string Access, string Refresh)[] products =
        [
            ("/byteforge/api", "access", "refresh"),
            ("/demi/api/v1", "access_token", "refresh_token"),
            ("/mascotforge/api/v1", "accessToken", "refreshToken"),
            ("/neurotamagotchi/api/v1", "access_token", "refresh_token"),
        ];
        foreach (var (path, access, refresh) in products)
        {
            var anyone = new ApiClient(server.CreateClient(), path);
            var email = $"{Guid.NewGuid():N}@example.com";
            var registered = await anyone.PostAsync("/auth/register", Credentials(email, Secret("right")));
            Assert.Equal(HttpStatusCode.Created, registered.Status);
            var tokens = registered.Json!["tokens"] ?? registered.Json!;
            _secrets.Add(tokens[access]!.GetValue<string>());
            _secrets.Add(tokens[refresh]!.GetValue<string>());
            var user = new ApiClient(server.CreateClient(), path) { Token = tokens[access]!.GetValue<string>() };
            await user.PostAsync("/auth/refresh", new JsonObject { [refresh] = tokens[refresh]!.GetValue<string>() });
            await user.PostAsync("/auth/refresh", new JsonObject { [refresh] = Secret("refresh") });
            for (var i = 0; i < 6; i++) await user.PostAsync("/auth/login", Credentials(email, Secret("wrong")));
            await user.SendAsync(HttpMethod.Delete, "/auth/me", """{"confirm":true}""");
        }
    }

    private async Task UseMailedCodesAsync()
    {
        var ada = new FigureForgeClient(server);
        await ada.RequestCodeAsync();
        var code = ada.Mailbox.Code;
        // Six digits alone may be part of any number.
        _secrets.AddRange([$"\"{code}\"", $"={code}", $" {code} ", $":{code}"]);
        await ada.VerifyAsync(FigureForgeClient.Wrong(code));
        var signedIn = await ada.VerifyAsync(code);
        _secrets.AddRange([signedIn.Text("access"), signedIn.Text("refresh")]);
        await ada.VerifyAsync(code);
        await ada.SignedIn(signedIn).SendAsync(HttpMethod.Delete, "/auth/delete", """{"confirm":true}""");
    }

    private async Task OpenSocketsAsync()
    {
        var user = await DemiClient.SignUpAsync(server);
        _secrets.Add(user.Token!);
        await DemiSocket.OpenAsync(server, user);
        var closed = await DemiSocket.ConnectAsync(server, $"token={Secret("query")}");
        await closed.UntilClosedAsync();
        var byFrame = await DemiSocket.ConnectAsync(server, "");
        await byFrame.SendAsync("auth", new JsonObject { ["token"] = Secret("frame") });
        await byFrame.UntilClosedAsync();
    }

    private async Task SendWhatIsWrongAsync()
    {
        var nobody = new ApiClient(server.CreateClient(), "/demi/api/v1") { Token = Secret("token") };
        await nobody.GetAsync("/auth/sessions");
        await nobody.SendAsync(HttpMethod.Post, "/auth/login", $$"""{"email":"a@b.example","password":"{{Secret("cut")}}""");
        await nobody.SendAsync(HttpMethod.Post, "/auth/login", $$"""{"email":1,"password":"{{Secret("typed")}}"}""");
        await nobody.SendAsync(HttpMethod.Post, "/auth/register", $$"""{"email":"no","password":"{{Secret("invalid")}}"}""");
    }

    private static JsonObject Credentials(string email, string password) => new()
    {
        ["email"] = email,
        ["username"] = email[..12],
        ["password"] = password,
    };

    private string Secret(string kind)
    {
        var secret = $"secret-{kind}-{Guid.NewGuid():N}";
        _secrets.Add(secret);
        return secret;
    }
}
