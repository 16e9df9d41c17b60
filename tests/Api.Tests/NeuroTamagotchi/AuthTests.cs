using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.NeuroTamagotchi;

[Collection(nameof(PlatformServer))]
public sealed class AuthTests(PlatformServer server)
{
    private readonly NeuroTamagotchiClient _anyone = new(server.CreateClient());
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];

    [Fact]
    public async Task Register_answers_as_the_contract_shows()
    {
        var answer = await _anyone.PostAsync("/auth/register", NeuroTamagotchiClient.Registration(_name));

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("bearer", answer.Text("token_type"));
        Assert.Equal(3, answer.Text("access_token").Split('.').Length);
        Assert.NotEmpty(answer.Text("refresh_token"));
    }

    [Fact]
    public async Task Login_opens_a_session_of_the_same_account()
    {
        var user = await server.SignUpAsync();
        var login = await _anyone.PostAsync(
            "/auth/login", new JsonObject { ["email"] = user.Email.ToUpperInvariant(), ["password"] = "password123" });

        Assert.Equal(HttpStatusCode.OK, login.Status);
        Assert.Equal(user.UserId, login.Text("user_id"));
        Assert.NotEqual(user.Token, login.Text("access_token"));
    }

    [Fact]
    public async Task Me_shows_the_account()
    {
        var user = await server.SignUpAsync();
        var me = await user.GetAsync("/auth/me");

        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal((user.UserId, user.Email), (me.Text("id"), me.Text("email")));
        Assert.EndsWith("Z", me.Text("created_at"));
    }

    [Fact]
    public async Task A_confirmation_may_be_left_out_but_must_match_when_given()
    {
        var registration = NeuroTamagotchiClient.Registration(_name);
        registration["confirm_password"] = "password124";
        Assert.Equal("body.confirm_password", (await _anyone.PostAsync("/auth/register", registration)).IsError(422).Text("field"));
        registration.Remove("confirm_password");
        Assert.Equal(HttpStatusCode.Created, (await _anyone.PostAsync("/auth/register", registration)).Status);
    }

    [Fact]
    public async Task A_taken_email_and_a_taken_username_have_refusals_of_their_own()
    {
        await _anyone.PostAsync("/auth/register", NeuroTamagotchiClient.Registration(_name));
        var sameEmail = NeuroTamagotchiClient.Registration(_name);
        sameEmail["username"] = $"x{_name}";
        var sameName = NeuroTamagotchiClient.Registration(_name);
        sameName["email"] = $"x{_name}@example.com";

        (await _anyone.PostAsync("/auth/register", sameEmail)).IsError(400, "EMAIL_TAKEN");
        (await _anyone.PostAsync("/auth/register", sameName)).IsError(400, "USERNAME_TAKEN");
    }

    [Fact]
    public async Task Ten_registrations_of_one_email_at_once_make_one_account()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
        {
            var registration = NeuroTamagotchiClient.Registration(_name);
            registration["username"] = $"{_name}-{i}";
            return _anyone.PostAsync("/auth/register", registration);
        }));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Created), answer => answer.IsError(400, "EMAIL_TAKEN"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_email_get_one_answer()
    {
        var user = await server.SignUpAsync();
        var wrong = await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = user.Email, ["password"] = "not this" });
        var unknown = await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = $"no{user.Email}", ["password"] = "not this" });

        Assert.Equal(wrong.IsError(401).Body, unknown.IsError(401).Body);
        Assert.Equal("Bearer", wrong.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        var user = await server.SignUpAsync();
        for (var i = 0; i < 5; i++)
            (await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = user.Email, ["password"] = "not this" })).IsError(401);
        (await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = user.Email, ["password"] = "password123" }))
            .IsError(403, "ACCOUNT_LOCKED");
    }

    [Fact]
    public async Task Refreshing_replaces_both_tokens_and_logging_out_ends_them()
    {
        var registered = await _anyone.PostAsync("/auth/register", NeuroTamagotchiClient.Registration(_name));
        var body = new JsonObject { ["refresh_token"] = registered.Text("refresh_token") };
        var refreshed = await _anyone.PostAsync("/auth/refresh", body);
        var repeated = await _anyone.PostAsync("/auth/refresh", body);

        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.NotEqual(registered.Text("refresh_token"), refreshed.Text("refresh_token"));
        Assert.Equal(refreshed.Body, repeated.Body);

        var user = new NeuroTamagotchiClient(server.CreateClient()) { Token = refreshed.Text("access_token") };
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync("/auth/logout", null)).Status);
        (await user.GetAsync("/auth/me")).IsError(401, "SESSION_ENDED");
        (await _anyone.PostAsync("/auth/refresh", new JsonObject { ["refresh_token"] = refreshed.Text("refresh_token") })).IsError(401, "SESSION_ENDED");
    }

    [Fact]
    public async Task Without_a_token_nothing_is_shown()
    {
        var answer = (await _anyone.GetAsync("/auth/me")).IsError(401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused(string what, Func<string, string> forge)
    {
        var user = await server.SignUpAsync();
        using var http = server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, NeuroTamagotchiClient.Base + "/auth/me");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + forge(user.Token));
        Assert.NotNull(what);
        (await Answer.OfAsync(await http.SendAsync(request))).IsError(401);
    }

    public static TheoryData<string, Func<string, string>> Forgeries => new()
    {
        { "garbage", _ => "x.y.z" },
        { "empty", _ => "" },
        { "cut signature", token => token[..^8] },
        { "other subject", token => WithPayload(token, payload => payload["sub"] = Guid.NewGuid().ToString()) },
        { "longer life", token => WithPayload(token, payload => payload["exp"] = 4102444800) },
        { "other product", token => WithPayload(token, payload => payload["aud"] = "demi") },
        { "alg none", token => $"{Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}." },
        { "alg HS256", token => $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{token.Split('.')[1]}.{token.Split('.')[2]}" },
    };

    private static string WithPayload(string token, Action<JsonNode> change)
    {
        var parts = token.Split('.');
        var payload = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1]))!;
        change(payload);
        return $"{parts[0]}.{Encode(payload.ToJsonString())}.{parts[2]}";
    }

    private static string Encode(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
