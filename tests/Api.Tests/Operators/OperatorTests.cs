using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Platform.Testing;

namespace Platform.Api.Tests.Operators;

[Collection(nameof(PlatformServer))]
public sealed class OperatorTests(PlatformServer server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task An_admin_who_proves_the_address_sees_what_goes_on()
    {
        using var admin = await OperatorClient.SignInAsync(server);
        var user = await server.SignUpAsync();
        JsonNode? view = null;
        await Poll.UntilAsync(async () =>
        {
            Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/auth/me")).Status);
            view = await admin.GetFromJsonAsync<JsonNode>("/operator/view");
            return Product(view!) is { } product && product["requests"]!.GetValue<long>() > 0 && view!["moments"]!.AsArray().Count > 1;
        }, Patience);

        Assert.Contains(view!["silos"]!.AsArray(), silo => silo!["status"]!.GetValue<string>() == "Active");
        Assert.Contains(view["activations"]!.AsArray(), kind => kind!["kind"]!.GetValue<string>() == "user");
        Assert.True(Product(view)!["p99"]!.GetValue<double>() > 0);

        // Only what is new is sent again.
        var last = view["moments"]!.AsArray()[^1]!["at"]!.GetValue<DateTimeOffset>();
        var later = (await admin.GetFromJsonAsync<JsonNode>($"/operator/view?after={Uri.EscapeDataString(last.ToString("O"))}"))!;
        Assert.All(later["moments"]!.AsArray(), moment => Assert.True(moment!["at"]!.GetValue<DateTimeOffset>() > last));

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync("/operator/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await admin.GetAsync("/operator/view")).StatusCode);
    }

    [Fact]
    public async Task The_session_is_in_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        using var client = server.CreateClient();
        using var answer = await OperatorClient.SendCodeAsync(server, client, PlatformServer.AdminEmail);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        foreach (var attribute in (string[])["httponly", "samesite=strict", "path=/operator"]) Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Whoever_is_no_admin_is_refused_and_has_no_session()
    {
        using var client = server.CreateClient();
        using var answer = await OperatorClient.SendCodeAsync(server, client, $"{Guid.NewGuid():N}@example.com");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_account_that_anybody_could_have_opened_under_an_admins_address_is_none()
    {
        // Nobody asks there whose address it is.
        using var client = server.CreateClient();
        using var registered = await client.PostAsJsonAsync(
            "/mascotforge/api/v1/auth/register", new { email = PlatformServer.AdminEmail, password = "password123", name = "Mallory" });
        using var signedIn = registered.IsSuccessStatusCode ? registered : await client.PostAsJsonAsync(
            "/mascotforge/api/v1/auth/login", new { email = PlatformServer.AdminEmail, password = "password123" });
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]!.GetValue<string>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var path in (string[])["/operator/view", "/metrics", "/operator/orleans/", "/operator/orleans/DashboardCounters"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Nothing_of_the_engines_dashboard_is_for_others()
    {
        // From then on it is there.
        using var admin = await OperatorClient.SharedAsync(server);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(new Uri("/operator/orleans/", UriKind.Relative))).StatusCode);
        using var nobody = server.CreateClient();
        foreach (var page in (string[])["", "/", "/index.html", "/index.min.js", "/version", "/ClusterStats", "/GrainTypes", "/SiloStats/x", "/Trace", "/Reminders", "/nothing"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(new Uri($"/operator/orleans{page}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_engines_dashboard_answers_an_admin()
    {
        using var admin = await OperatorClient.SharedAsync(server);
        Assert.Contains("<html", await admin.GetStringAsync("/operator/orleans/"));
        Assert.NotNull((await admin.GetFromJsonAsync<JsonNode>("/operator/orleans/DashboardCounters"))!["hosts"]);
    }

    [Theory]
    [InlineData("/operator/orleans/Reminders")]
    [InlineData("/operator/orleans/reminders/1")]
    [InlineData("/operator/orleans/GrainState?grainId=ada@example.org&grainType=accountname")]
    public async Task Whose_reminders_and_state_there_are_the_engines_dashboard_says_nobody(string path)
    {
        using var admin = await OperatorClient.SharedAsync(server);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Metrics_are_there_for_an_admin_without_an_operations_port()
    {
        using var admin = await OperatorClient.SharedAsync(server);
        using var nobody = server.CreateClient();
        foreach (var path in (string[])["/metrics", "/operator/metrics"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        var text = await admin.GetStringAsync("/operator/metrics");
        Assert.Contains("platform_activations{", text);
        Assert.Contains("platform_grain_call_duration_seconds_bucket{", text);
        Assert.Contains("http_server_request_duration_seconds_bucket{", text);
    }

    [Theory]
    [InlineData("""{"email": 1}""", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("""{"email": "a@example.com"}""", "text/plain", 415)]
    [InlineData("""{"email": "no address"}""", "application/json", 422)]
    public async Task What_is_no_request_is_refused(string body, string type, int status)
    {
        using var client = server.CreateClient();
        using var content = new StringContent(body, new MediaTypeHeaderValue(type));
        (await Answer.OfAsync(await client.PostAsync(new Uri("/operator/code", UriKind.Relative), content))).IsError(status);
    }

    private static JsonNode? Product(JsonNode view) =>
        view["products"]!.AsArray().FirstOrDefault(product => product!["product"]!.GetValue<string>() == "neurotamagotchi");
}
