using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.Idempotency;

/// <summary>What a client may rely on that sends a POST again, through the routes of the products.</summary>
public sealed class IdempotencyTests(LaterServer server) : IClassFixture<LaterServer>
{
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly string _email = $"{Guid.NewGuid():N}@example.com";

    private ApiClient Demi => new(server.CreateClient(), "/demi/api/v1");

    private ApiClient MascotForge => new(server.CreateClient(), "/mascotforge/api/v1");

    private ApiClient ByteForge => new(server.CreateClient(), "/byteforge/api");

    [Fact]
    public async Task The_same_request_gets_the_same_answer_and_creates_one_thing()
    {
        var user = await server.SignUpAsync();
        var first = await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);
        var second = await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);

        Assert.Equal((HttpStatusCode.Created, first.Body), (second.Status, second.Body));
        Assert.Equal((false, true), (IsReplay(first), IsReplay(second)));
        Assert.Single((await user.GetAsync("/characters")).Json!.AsArray());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused_in_each_products_envelope()
    {
        var user = await server.SignUpAsync();
        await user.PostAsync("/characters", NeuroTamagotchiClient.Luna("Luna"), _key);
        (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna("Nova"), _key)).IsError(422, "IDEMPOTENCY_KEY_REUSED");
        Assert.Single((await user.GetAsync("/characters")).Json!.AsArray());

        await Demi.PostAsync("/auth/login", Login("one"), _key);
        await Demi.PostAsync("/auth/register", Login("one"), _key);
        (await Demi.PostAsync("/auth/register", Login("two"), _key)).IsError(422, "idempotency_key_reused");

        await MascotForge.PostAsync("/auth/register", Login("one"), _key);
        var mascot = await MascotForge.PostAsync("/auth/register", Login("two"), _key);
        Assert.Equal((HttpStatusCode.BadRequest, 400), (mascot.Status, mascot.Json!["statusCode"]!.GetValue<int>()));
        Assert.Contains("Idempotency-Key", mascot.Text("message"));

        await ByteForge.PostAsync("/auth/register", Login("one"), _key);
        var byteForge = await ByteForge.PostAsync("/auth/register", Login("two"), _key);
        Assert.Equal(HttpStatusCode.BadRequest, byteForge.Status);
        Assert.Contains("Idempotency-Key", byteForge.Text("error"));
    }

    [Theory]
    [InlineData("/figureforge/api/auth/verify/")]
    [InlineData("/neurotamagotchi/api/v1/payments/webhook")]
    [InlineData("/neurotamagotchi/sandbox/nothing")]
    public async Task Nobody_has_a_key_where_nobody_pays(string path)
    {
        using var anyone = server.CreateClient();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}") };
            request.Headers.Add("Idempotency-Key", _key);
            Assert.False((await anyone.SendAsync(request)).Headers.Contains("Idempotency-Replayed"));
        }
    }

    [Fact]
    public async Task The_same_key_of_another_account_or_on_another_route_is_another()
    {
        var (one, two) = (await (await server.SignUpAsync()).SubscribeAsync(), await server.SignUpAsync());
        var first = await one.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);
        var second = await two.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);
        Assert.NotEqual(first.Text("id"), second.Text("id"));
        Assert.False(IsReplay(second));

        var hello = new JsonObject { ["content"] = "Hello" };
        var other = await one.CreateCharacterAsync();
        var said = await one.PostAsync($"/chat/{first.Text("id")}/send", hello, _key);
        Assert.False(IsReplay(said));
        Assert.False(IsReplay(await one.PostAsync($"/chat/{other}/send", hello, _key)));
        Assert.Equal(said.Body, (await one.PostAsync($"/chat/{first.Text("id")}/send", hello, _key)).Body);
        Assert.Equal(2, (await one.GetAsync($"/chat/{first.Text("id")}/history")).Json!["total"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_message_is_said_once_and_its_answer_told_again_to_the_letter()
    {
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        foreach (var (path, field) in new[] { ("send", "content"), ("chat", "message") })
        {
            var key = Guid.NewGuid().ToString();
            var hello = new JsonObject { [field] = "You are wonderful!" };
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => user.PostAsync($"/chat/{luna}/{path}", hello, key)));
            Assert.Single(answers.Select(answer => answer.Body).Distinct());
            Assert.Single(answers, answer => !IsReplay(answer));
            (await user.PostAsync($"/chat/{luna}/{path}", new JsonObject { [field] = "Bye" }, key)).IsError(422, "IDEMPOTENCY_KEY_REUSED");
        }

        Assert.Equal(4, (await user.GetAsync($"/chat/{luna}/history")).Json!["total"]!.GetValue<int>());

        await Demi.PostAsync("/auth/register", Login("MyPassword123!"));
        var signedIn = await Demi.PostAsync("/auth/login", Login("MyPassword123!"));
        var phone = new ApiClient(server.CreateClient(), "/demi/api/v1") { Token = signedIn.Text("access_token") };
        var first = await phone.PostAsync("/chat/send", new JsonObject { ["content"] = "Hello" }, _key);
        var again = await phone.PostAsync("/chat/send", new JsonObject { ["content"] = "Hello" }, _key);
        Assert.Equal((HttpStatusCode.OK, first.Body, true), (again.Status, again.Body, IsReplay(again)));
    }

    [Fact]
    public async Task Another_way_of_writing_the_path_is_the_same_route()
    {
        var user = await server.SignUpAsync();
        var first = await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);
        var second = await user.PostAsync("//Characters/", NeuroTamagotchiClient.Luna(), _key);
        Assert.Equal(first.Body, second.Body);
    }

    [Fact]
    public async Task Of_eight_twins_at_once_one_has_an_effect_and_all_get_its_answer()
    {
        var user = await server.SignUpAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Single(answers, answer => !IsReplay(answer));
        Assert.Single((await user.GetAsync("/characters")).Json!.AsArray());
    }

    [Fact]
    public async Task Signing_in_again_opens_no_second_session_and_gets_the_same_tokens()
    {
        await Demi.PostAsync("/auth/register", Login("MyPassword123!"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Demi.PostAsync("/auth/login", Login("MyPassword123!"), _key)));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, answers[0].Body), (answer.Status, answer.Body)));
        var phone = new ApiClient(server.CreateClient(), "/demi/api/v1") { Token = answers[0].Text("access_token") };
        // Registering opened the other one.
        Assert.Equal(2, (await phone.GetAsync("/auth/sessions")).Json!["total_count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_wrong_password_is_not_remembered()
    {
        await Demi.PostAsync("/auth/register", Login("MyPassword123!"));
        for (var i = 0; i < 5; i++) (await Demi.PostAsync("/auth/login", Login("wrong"), _key)).IsError(401);
        (await Demi.PostAsync("/auth/login", Login("wrong"), _key)).IsError(403);
    }

    [Fact]
    public async Task A_refusal_is_remembered_too()
    {
        var first = await MascotForge.PostAsync("/auth/register", Login("short"), _key);
        var second = await MascotForge.PostAsync("/auth/register", Login("short"), _key);

        Assert.Equal(HttpStatusCode.BadRequest, first.Status);
        // To the microsecond of its timestamp.
        Assert.Equal(first.Body, second.Body);
        Assert.True(IsReplay(second));
    }

    [Fact]
    public async Task Registering_again_gets_the_account_instead_of_a_conflict()
    {
        var first = await MascotForge.PostAsync("/auth/register", Login("password123"), _key);
        var second = await MascotForge.PostAsync("/auth/register", Login("password123"), _key);
        Assert.Equal((HttpStatusCode.Created, first.Body), (second.Status, second.Body));
    }

    [Fact]
    public async Task After_a_day_the_key_is_new_again()
    {
        var user = await (await server.SignUpAsync()).SubscribeAsync();
        var first = await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key);
        server.Clock.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(first.Body, (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), _key)).Body);
        server.Clock.Advance(TimeSpan.FromHours(0.2));
        var later = await user.PostAsync("/characters", NeuroTamagotchiClient.Luna("Nova"), _key);

        Assert.Equal(HttpStatusCode.Created, later.Status);
        Assert.NotEqual(first.Text("id"), later.Text("id"));
        Assert.Equal(later.Body, (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna("Nova"), _key)).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tab\there")]
    public async Task A_malformed_key_is_refused_before_anything_is_done(string key)
    {
        var user = await server.SignUpAsync();
        (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), key)).IsError(400, "IDEMPOTENCY_KEY_INVALID");
        (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), new string('k', 256))).IsError(400, "IDEMPOTENCY_KEY_INVALID");
        Assert.Equal("[]", (await user.GetAsync("/characters")).Body);
        Assert.Equal(
            HttpStatusCode.Created, (await user.PostAsync("/characters", NeuroTamagotchiClient.Luna(), new string('k', 255))).Status);
    }

    [Theory]
    [InlineData("Idempotency-Key: one\r\nIdempotency-Key: two\r\n")]
    [InlineData("Idempotency-Key: ключ\r\n")]
    [InlineData("Idempotency-Key:\r\n")]
    public async Task Two_keys_none_and_strange_ones_are_refused(string headers)
    {
        using var connection = new TcpClient();
        var address = server.CreateClient().BaseAddress!;
        await connection.ConnectAsync(address.Host, address.Port);
        await connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /demi/api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}Content-Length: 2\r\n\r\n{{}}"));
        var answer = await new StreamReader(connection.GetStream()).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", answer);
        Assert.Contains("idempotency_key_invalid", answer);
    }

    [Fact]
    public async Task A_body_may_be_as_large_with_a_key_as_without_and_no_larger()
    {
        var user = await server.SignUpAsync();
        var character = NeuroTamagotchiClient.Luna();
        character["avatar_url"] = "data:image/png;base64," + Convert.ToBase64String(new byte[1_500_000]);
        var first = await user.PostAsync("/characters", character, _key);
        var again = await user.PostAsync("/characters", character, _key);
        // Too large to be remembered; made under the same id all the same.
        Assert.Equal((HttpStatusCode.Created, first.Text("id")), (again.Status, again.Text("id")));
        Assert.Single((await user.GetAsync("/characters")).Json!.AsArray());

        var id = first.Text("id");
        var tooLong = new JsonObject { ["content"] = new string('x', 300 * 1024) };
        (await user.PostAsync($"/chat/{id}/send", tooLong, _key)).IsError(413, "BODY_TOO_LARGE");
        Assert.Equal(HttpStatusCode.OK, (await user.PostAsync($"/chat/{id}/send", new JsonObject { ["content"] = "Hi" }, _key)).Status);
    }

    [Fact]
    public async Task A_POST_without_a_body_is_remembered_as_well()
    {
        var user = await server.SignUpAsync();
        var answer = await new ApiClient(server.CreateClient(), NeuroTamagotchiClient.Base) { Token = user.Token }
            .SendBytesAsync(HttpMethod.Post, "/auth/logout", null, _key);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        // The gate comes first: a session that has ended gets nothing any more.
        (await user.SendBytesAsync(HttpMethod.Post, "/auth/logout", null, _key)).IsError(401);
    }

    private JsonObject Login(string password) => new() { ["email"] = _email, ["password"] = password };

    private static bool IsReplay(Answer answer) => answer.Headers.Contains("Idempotency-Replayed");
}
