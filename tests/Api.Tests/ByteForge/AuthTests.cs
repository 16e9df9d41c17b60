using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.ByteForge;

[Collection(nameof(PlatformServer))]
public sealed class AuthTests(PlatformServer server)
{
    private const string Base = "/byteforge/api";

    private readonly string _email = $"{Guid.NewGuid():N}@example.com";
    private readonly ApiClient _anyone = new(server.CreateClient(), Base);

    [Fact]
    public async Task Registering_and_signing_in_answer_as_the_contract_says()
    {
        var registered = await RegisterAsync();
        var signedIn = await _anyone.PostAsync("/auth/login/", new JsonObject { ["email"] = _email, ["password"] = "Test123!" });

        Assert.Equal(HttpStatusCode.Created, registered.Status);
        Assert.Equal("User registered successfully", registered.Text("message"));
        Assert.Equal(HttpStatusCode.OK, signedIn.Status);
        Assert.Equal("Login successful", signedIn.Text("message"));
        Assert.True(JsonNode.DeepEquals(registered.Json!["user"], signedIn.Json!["user"]));
        var user = registered.Json!["user"]!;
        Assert.Equal(["id", "email", "display_name", "provider", "is_admin", "created_at"], user.AsObject().Select(field => field.Key));
        Assert.InRange(user["id"]!.GetValue<long>(), 1, long.MaxValue);
        Assert.EndsWith("Z", user["created_at"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(user, (await Client(registered).GetAsync("/auth/profile")).Json));
    }

    [Fact]
    public async Task No_two_accounts_share_a_number()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            _anyone.PostAsync("/auth/register", new JsonObject { ["email"] = $"{i}{_email}", ["password"] = "Test123!" })));
        Assert.Equal(40, answers.Select(answer => answer.Json!["user"]!["id"]!.GetValue<long>()).Distinct().Count());
    }

    [Fact]
    public async Task A_name_can_be_changed_and_may_be_empty()
    {
        var client = Client(await RegisterAsync());
        var changed = await client.SendAsync(HttpMethod.Put, "/auth/profile/update", """{"display_name":"Jane Doe"}""");
        Assert.Equal("Jane Doe", changed.Json!["user"]!["display_name"]!.GetValue<string>());
        await client.SendAsync(HttpMethod.Put, "/auth/profile/update", """{"display_name":""}""");
        Assert.Equal("", (await client.GetAsync("/auth/profile")).Text("display_name"));
    }

    [Fact]
    public async Task Logging_out_ends_the_session_and_its_refresh_token()
    {
        var registered = await RegisterAsync();
        var refresh = new JsonObject { ["refresh"] = registered.Json!["tokens"]!["refresh"]!.GetValue<string>() };
        var refreshed = await _anyone.PostAsync("/auth/refresh", refresh);
        Assert.Equal(["refresh", "access"], refreshed.Json!.AsObject().Select(field => field.Key));
        var client = new ApiClient(server.CreateClient(), Base) { Token = refreshed.Text("access") };

        Assert.Equal("Logout successful", (await client.PostAsync("/auth/logout", new JsonObject { ["refresh"] = refreshed.Text("refresh") })).Text("message"));

        Assert.Equal("Given token not valid for any token type", Refused(await client.GetAsync("/auth/profile"), 401, "detail"));
        Refused(await _anyone.PostAsync("/auth/refresh", new JsonObject { ["refresh"] = refreshed.Text("refresh") }), 401, "detail");
    }

    [Fact]
    public async Task Wrong_fields_stand_under_their_names_beside_error()
    {
        var answer = await _anyone.PostAsync("/auth/register", new JsonObject { ["email"] = _email, ["password"] = "Test123!", ["password2"] = "other" });
        Refused(answer, 400, "error");
        Assert.Equal("The two passwords do not match.", answer.Json!["password"]![0]!.GetValue<string>());

        await RegisterAsync();
        var taken = await _anyone.PostAsync("/auth/register", new JsonObject { ["email"] = _email, ["password"] = "Test123!" });
        Refused(taken, 400, "error");
        Assert.NotEmpty(taken.Json!["email"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_refusal_has_the_contracts_shape()
    {
        await RegisterAsync();
        Assert.Equal("Authentication credentials were not provided.", Refused(await _anyone.GetAsync("/auth/profile"), 401, "detail"));
        Refused(await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = _email, ["password"] = "wrong" }), 401, "detail");
        Assert.Equal("Not found.", Refused(await _anyone.GetAsync("/nothing"), 404, "detail"));
        Refused(await _anyone.DeleteAsync("/auth/login"), 405, "detail");
        Refused(await _anyone.SendAsync(HttpMethod.Post, "/auth/login", "{"), 400, "error");
    }

    private static string Refused(Answer answer, int status, string key)
    {
        Assert.Equal(status, (int)answer.Status);
        Assert.DoesNotContain("Exception", answer.Body);
        return answer.Text(key);
    }

    private Task<Answer> RegisterAsync() => _anyone.PostAsync(
        "/auth/register",
        new JsonObject { ["email"] = _email, ["password"] = "Test123!", ["password2"] = "Test123!", ["display_name"] = "John Doe" });

    private ApiClient Client(Answer signedIn) =>
        new(server.CreateClient(), Base) { Token = signedIn.Json!["tokens"]!["access"]!.GetValue<string>() };
}
