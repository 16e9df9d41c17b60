using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class AuthTests(PlatformServer server)
{
    private const string Base = "/mascotforge/api/v1";

    private readonly string _email = $"{Guid.NewGuid():N}@example.com";
    private readonly ApiClient _anyone = new(server.CreateClient(), Base);

    [Fact]
    public async Task Registering_and_signing_in_answer_as_the_contract_says()
    {
        var registered = await RegisterAsync("Ada");
        var signedIn = await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = _email, ["password"] = "password123" });

        Assert.Equal(HttpStatusCode.Created, registered.Status);
        Assert.Equal(HttpStatusCode.Created, signedIn.Status);
        Assert.Equal(["accessToken", "refreshToken", "user"], registered.Json!.AsObject().Select(field => field.Key));
        var user = signedIn.Json!["user"]!;
        Assert.Equal(["id", "email", "name", "plan", "creditBalance"], user.AsObject().Select(field => field.Key));
        Assert.Equal("Ada", user["name"]!.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(user, (await Client(registered).GetAsync("/users/me")).Json));
    }

    [Fact]
    public async Task A_name_may_be_left_out() => Assert.Null((await RegisterAsync(null)).Json!["user"]!["name"]);

    [Fact]
    public async Task Refreshing_replaces_both_tokens()
    {
        var registered = await RegisterAsync("Ada");
        var refreshed = await _anyone.PostAsync("/auth/refresh", new JsonObject { ["refreshToken"] = registered.Text("refreshToken") });

        Assert.NotEqual(registered.Text("refreshToken"), refreshed.Text("refreshToken"));
        Assert.Equal(HttpStatusCode.OK, (await Client(refreshed).GetAsync("/users/me")).Status);
    }

    [Fact]
    public async Task Every_refusal_has_the_contracts_shape()
    {
        await RegisterAsync("Ada");
        Refused(await _anyone.PostAsync("/auth/register", new JsonObject { ["email"] = _email, ["password"] = "password123" }), 409, "Conflict");
        Refused(await _anyone.PostAsync("/auth/login", new JsonObject { ["email"] = _email, ["password"] = "wrong" }), 401, "Unauthorized");
        Refused(await _anyone.GetAsync("/users/me"), 401, "Unauthorized");
        Refused(await _anyone.GetAsync("/nothing"), 404, "Not Found");
        Refused(await _anyone.SendAsync(HttpMethod.Post, "/auth/login", "{"), 400, "Bad Request");
        var invalid = await _anyone.PostAsync("/auth/register", new JsonObject { ["email"] = "no", ["password"] = "short" });
        Refused(invalid, 400, "Bad Request");
        Assert.Equal(2, invalid.Json!["message"]!.AsArray().Count);
    }

    private static void Refused(Answer answer, int status, string error)
    {
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(["statusCode", "message", "error", "timestamp", "path"], answer.Json!.AsObject().Select(field => field.Key));
        Assert.Equal(status, answer.Json!["statusCode"]!.GetValue<int>());
        Assert.Equal(error, answer.Text("error"));
        Assert.DoesNotContain("Exception", answer.Body);
    }

    private Task<Answer> RegisterAsync(string? name)
    {
        var body = new JsonObject { ["email"] = _email, ["password"] = "password123" };
        if (name is not null) body["name"] = name;
        return _anyone.PostAsync("/auth/register", body);
    }

    private ApiClient Client(Answer signedIn) => new(server.CreateClient(), Base) { Token = signedIn.Text("accessToken") };
}
