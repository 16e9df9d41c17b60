using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Demi;

public sealed class AuthTests(LaterServer server) : IClassFixture<LaterServer>
{
    private const string Base = "/demi/api/v1";

    private readonly string _email = $"{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task Registering_answers_like_login_with_201()
    {
        var answer = await RegisterAsync();

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        AssertTokens(answer, refreshExpiresIn: 604800);
        AssertTokens(await LoginAsync("MyPassword123!"), refreshExpiresIn: 604800);
    }

    [Fact]
    public async Task Refreshing_keeps_the_token_and_does_not_extend_the_session()
    {
        var first = await RegisterAsync();
        server.Clock.Advance(TimeSpan.FromDays(1));
        var second = await RefreshAsync(first.Text("refresh_token"));
        server.Clock.Advance(TimeSpan.FromDays(5));
        var third = await RefreshAsync(first.Text("refresh_token"));

        AssertTokens(second, 6 * 86400);
        AssertTokens(third, 86400);
        Assert.Equal(first.Text("refresh_token"), third.Text("refresh_token"));
        Assert.Equal(first.Text("session_id"), third.Text("session_id"));
        server.Clock.Advance(TimeSpan.FromDays(1));
        (await RefreshAsync(first.Text("refresh_token"))).IsError(401, "session_ended");
        (await Client(third).GetAsync("/auth/sessions")).IsError(401, "token_expired");
    }

    [Fact]
    public async Task Sign_in_ignores_the_dead_token_that_the_app_still_sends()
    {
        await RegisterAsync();
        var stale = new ApiClient(server.CreateClient(), Base) { Token = "dead" };
        var answer = await stale.PostAsync("/auth/login", Login("MyPassword123!"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_device_sees_all_sessions_and_can_end_another_at_once()
    {
        var phone = Client(await RegisterAsync());
        var tablet = await LoginAsync("MyPassword123!", "Galaxy Tab");
        Assert.Equal(HttpStatusCode.OK, (await Client(tablet).GetAsync("/auth/sessions")).Status);

        var sessions = (await phone.GetAsync("/auth/sessions")).Json!;
        Assert.Equal(2, sessions["total_count"]!.GetValue<int>());
        Assert.Equal(["Pixel 7", "Galaxy Tab"], sessions["sessions"]!.AsArray().Select(one => one!["device_name"]!.GetValue<string>()));
        Assert.Equal([true, false], sessions["sessions"]!.AsArray().Select(one => one!["is_current"]!.GetValue<bool>()));

        var ended = await phone.DeleteAsync($"/auth/sessions/{tablet.Text("session_id")}");
        Assert.Equal("Session revoked successfully", ended.Text("message"));
        (await Client(tablet).GetAsync("/auth/sessions")).IsError(401, "session_ended");
        (await RefreshAsync(tablet.Text("refresh_token"))).IsError(401, "session_ended");
        Assert.Equal("Session not found", (await phone.DeleteAsync($"/auth/sessions/{tablet.Text("session_id")}")).IsError(404).Text("detail"));
        (await phone.DeleteAsync("/auth/sessions/no-id")).IsError(404, "not_found");
    }

    [Fact]
    public async Task A_strangers_session_is_not_found()
    {
        var owner = await RegisterAsync();
        var stranger = Client(await new AuthTests(server).RegisterAsync());
        (await stranger.DeleteAsync($"/auth/sessions/{owner.Text("session_id")}")).IsError(404, "not_found");
        Assert.Equal(HttpStatusCode.OK, (await Client(owner).GetAsync("/auth/sessions")).Status);
    }

    [Fact]
    public async Task The_sixth_wrong_password_finds_the_account_locked_until_a_time()
    {
        await RegisterAsync();
        for (var i = 0; i < 5; i++)
            Assert.Equal("Invalid email or password", (await LoginAsync("wrong")).IsError(401, "invalid_credentials").Text("detail"));
        Assert.Matches(
            "^Account locked due to too many failed attempts. Try again after .*Z$",
            (await LoginAsync("MyPassword123!")).IsError(403, "account_locked").Text("detail"));
    }

    [Fact]
    public async Task Missing_fields_are_400_and_wrong_ones_422()
    {
        var anyone = new ApiClient(server.CreateClient(), Base);
        (await anyone.PostAsync("/auth/login", new JsonObject { ["email"] = "a@b.example" })).IsError(400, "validation_error");
        (await anyone.PostAsync("/auth/register", new JsonObject { ["email"] = "no", ["password"] = "MyPassword123!" })).IsError(422, "validation_error");
        (await anyone.SendAsync(HttpMethod.Post, "/auth/login", "{")).IsError(400, "malformed_body");
        (await anyone.GetAsync("/auth/sessions")).IsError(401, "unauthorized");
        (await anyone.GetAsync("/nothing")).IsError(404, "not_found");
    }

    [Fact]
    public async Task A_token_of_another_product_is_refused()
    {
        var other = await server.SignUpAsync();
        (await new ApiClient(server.CreateClient(), Base) { Token = other.Token }.GetAsync("/auth/sessions")).IsError(401, "unauthorized");
    }

    private static void AssertTokens(Answer answer, long refreshExpiresIn)
    {
        Assert.Equal(
            ["access_token", "refresh_token", "token_type", "expires_in", "refresh_expires_in", "user_id", "email", "session_id"],
            answer.Json!.AsObject().Select(field => field.Key));
        Assert.Equal("bearer", answer.Text("token_type"));
        Assert.Equal(1800, answer.Json!["expires_in"]!.GetValue<int>());
        Assert.InRange(answer.Json!["refresh_expires_in"]!.GetValue<long>(), refreshExpiresIn - 60, refreshExpiresIn);
    }

    private ApiClient Client(Answer tokens) => new(server.CreateClient(), Base) { Token = tokens.Text("access_token") };

    private JsonObject Login(string password, string device = "Pixel 7") =>
        new() { ["email"] = _email, ["password"] = password, ["device_name"] = device, ["device_fingerprint"] = "android-uuid-1234" };

    private Task<Answer> RegisterAsync() =>
        new ApiClient(server.CreateClient(), Base).PostAsync("/auth/register", Login("MyPassword123!"));

    private Task<Answer> LoginAsync(string password, string device = "Pixel 7") =>
        new ApiClient(server.CreateClient(), Base).PostAsync("/auth/login", Login(password, device));

    private Task<Answer> RefreshAsync(string token) =>
        new ApiClient(server.CreateClient(), Base).PostAsync("/auth/refresh", new JsonObject { ["refresh_token"] = token });
}
