using System.Net;
using System.Text;
using FsCheck.Fluent;

namespace Platform.Api.Tests.NeuroTamagotchi;

/// <summary>Whatever is sent, the answer is in the product's envelope, with a status of its contract and nothing of the inside.</summary>
[Collection(nameof(PlatformServer))]
public sealed class BadInputTests(PlatformServer server)
{
    private static readonly string[] Values =
        ["null", "true", "0", "-1", "1e400", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[[]]", "\"\\u0000\"", "\"\\ud800\"", "{\"a\":null}"];

    [Theory]
    [InlineData("", 422)]
    [InlineData("null", 422)]
    [InlineData("[]", 422)]
    [InlineData("\"text\"", 422)]
    [InlineData("{", 400)]
    [InlineData("{} {}", 400)]
    [InlineData("{\"email\":}", 400)]
    [InlineData("not json", 400)]
    public async Task A_body_that_is_no_object_is_refused(string body, int status)
    {
        var user = await server.SignUpAsync();
        foreach (var path in new[] { "/auth/register", "/auth/login", "/characters" })
            (await user.SendAsync(HttpMethod.Post, path, body)).IsError(status);
    }

    [Theory]
    [InlineData("/auth/register", "email", "username", "password", "confirm_password")]
    [InlineData("/auth/login", "email", "password")]
    [InlineData("/characters", "name", "style", "appearance", "personality", "avatar_url")]
    public async Task Any_wrong_value_in_any_field_is_named(string path, params string[] fields)
    {
        var user = await server.SignUpAsync();
        var good = path == "/characters" ? NeuroTamagotchiClient.Luna() : NeuroTamagotchiClient.Registration("someone");
        foreach (var field in fields)
        {
            foreach (var value in Values)
            {
                var body = good.ToJsonString().Replace($"\"{field}\":{good[field]!.ToJsonString()}", $"\"{field}\":{value}");
                var answer = await user.SendAsync(HttpMethod.Post, path, body);
                Assert.True((int)answer.Status is 200 or 201 or 400 or 401 or 403 or 422, $"{field}={value}: {(int)answer.Status}");
                if ((int)answer.Status == 422) Assert.StartsWith("body", answer.IsError(422, "VALIDATION_ERROR").Text("field"));
                else if ((int)answer.Status >= 400) answer.IsError((int)answer.Status);
            }
        }
    }

    [Fact]
    public async Task Every_wrong_field_is_listed_with_a_sentence_of_its_own()
    {
        var user = new NeuroTamagotchiClient(server.CreateClient());
        var answer = (await user.SendAsync(HttpMethod.Post, "/auth/register", """{"email":"no","username":"a b","password":"short"}""")).IsError(422);
        var errors = answer.Json!["errors"]!.AsArray();
        Assert.Equal(["body.email", "body.username", "body.password"], errors.Select(error => error!["field"]!.GetValue<string>()));
        Assert.All(errors, error => Assert.EndsWith(".", error!["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused()
    {
        var user = await server.SignUpAsync();
        var body = Encoding.Latin1.GetBytes("{\"name\":\"\u00ff\u00fe\",\"style\":\"anime\"}");
        var answer = await user.SendBytesAsync(HttpMethod.Post, "/characters", body);
        answer.IsError((int)answer.Status is 400 ? 400 : 422);
    }

    [Fact]
    public async Task A_body_of_a_mebibyte_is_too_large_where_no_picture_is_expected()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        (await user.SayAsync(id, new string('x', 1024 * 1024))).IsError(413);
        (await user.GetAsync("/auth/me")).Text("id");
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("%00")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("1' OR '1'='1")]
    [InlineData("💥")]
    public async Task A_bad_id_names_nothing(string id)
    {
        var user = await server.SignUpAsync();
        foreach (var path in new[] { $"/characters/{id}", $"/chat/{id}/history" })
        {
            using var http = server.CreateClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", user.Token);
            using var response = await http.GetAsync(new Uri(server.ClientOptions.BaseAddress, NeuroTamagotchiClient.Base + path));
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{id}: {response.StatusCode}");
        }
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=x")]
    [InlineData("page=99999999999999999999")]
    [InlineData("page_size=0")]
    [InlineData("page_size=101")]
    [InlineData("page_size=1.5")]
    public async Task A_page_that_can_not_be_is_named(string query)
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        Assert.StartsWith("query.", (await user.GetAsync($"/chat/{id}/history?{query}")).IsError(422).Text("field"));
    }

    [Fact]
    public async Task An_unknown_route_and_a_wrong_method_are_errors_of_the_product()
    {
        var user = await server.SignUpAsync();
        (await user.GetAsync("/nothing/here")).IsError(404);
        (await user.SendAsync(HttpMethod.Put, "/auth/me")).IsError(405);
        (await user.SendAsync(HttpMethod.Delete, "/characters")).IsError(405);
    }

    [Fact]
    public async Task Random_bytes_and_mangled_json_never_reach_the_inside()
    {
        var user = await server.SignUpAsync();
        var id = await user.CreateCharacterAsync();
        string[] paths = ["/auth/register", "/auth/login", "/characters", $"/chat/{id}/send"];
        var random = new Random(20261124);
        var good = Encoding.UTF8.GetBytes(NeuroTamagotchiClient.Luna().ToJsonString());
        var bodies = Gen.Sample(Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)), 60, 60).Concat(
            Enumerable.Range(0, 140).Select(_ => Mangle(good, random)));
        foreach (var body in bodies)
        {
            foreach (var path in paths)
            {
                var answer = await user.SendBytesAsync(HttpMethod.Post, path, body);
                if ((int)answer.Status >= 400) answer.IsError((int)answer.Status is 400 or 401 or 403 or 422 ? (int)answer.Status : 422);
            }
        }
    }

    private static byte[] Mangle(byte[] good, Random random)
    {
        var bad = good.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
        return bad[..random.Next(1, bad.Length + 1)];
    }
}
