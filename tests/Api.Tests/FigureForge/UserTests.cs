using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.FigureForge;

[Collection(nameof(PlatformServer))]
public sealed class UserTests(PlatformServer server)
{
    private readonly FigureForgeClient _ada = new(server);

    [Fact]
    public async Task A_user_has_the_contracts_fields_and_those_of_the_web_app()
    {
        var user = (await (await _ada.SignInAsync()).GetAsync("/auth/user/")).Json!.AsObject();

        Assert.Equal(
            ["id", "email", "username", "display_name", "subscription", "quota", "created_at",
                "user_id", "role", "subscription_plan", "quota_limit", "quota_used"],
            user.Select(field => field.Key));
        Assert.Matches("^user_[0-9a-f-]{36}$", user["id"]!.GetValue<string>());
        Assert.Matches("^user_[0-9]{8}$", user["username"]!.GetValue<string>());
        Assert.Equal((_ada.Email, "user", "free", 20, 0), (
            user["email"]!.GetValue<string>(),
            user["role"]!.GetValue<string>(),
            user["subscription_plan"]!.GetValue<string>(),
            user["quota_limit"]!.GetValue<int>(),
            user["quota_used"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Names_change_with_both_methods_and_stay()
    {
        var ada = await _ada.SignInAsync();
        var name = $"ada{Guid.NewGuid():N}"[..16];
        var posted = await ada.PostAsync("/auth/user/update/", new JsonObject { ["username"] = name, ["display_name"] = " Ada L. " });
        var put = await ada.SendAsync(HttpMethod.Put, "/auth/user/update", $$"""{"username":"{{name}}2"}""");

        Assert.Equal(name, posted.Json!["user"]!["username"]!.GetValue<string>());
        Assert.Equal($"{name}2", put.Json!["user"]!["username"]!.GetValue<string>());
        var user = await ada.GetAsync("/auth/user/");
        Assert.Equal(($"{name}2", "Ada L."), (user.Text("username"), user.Text("display_name")));
    }

    [Fact]
    public async Task A_username_has_one_holder_and_the_old_one_is_free_again()
    {
        var ada = await _ada.SignInAsync();
        var eve = await new FigureForgeClient(server).SignInAsync();
        var name = $"ada{Guid.NewGuid():N}"[..16];
        await ada.PostAsync("/auth/user/update/", new JsonObject { ["username"] = name });

        FigureForgeClient.Refused(
            await eve.PostAsync("/auth/user/update/", new JsonObject { ["username"] = name.ToUpperInvariant() }), 400, "INVALID_REQUEST");
        await ada.PostAsync("/auth/user/update/", new JsonObject { ["username"] = $"{name}2" });
        Assert.Equal(HttpStatusCode.OK, (await eve.PostAsync("/auth/user/update/", new JsonObject { ["username"] = name })).Status);
    }

    [Fact]
    public async Task Stats_are_those_of_the_plan()
    {
        var stats = (await (await _ada.SignInAsync()).GetAsync("/auth/user/stats/")).Json!.AsObject();
        Assert.Equal(
            ["images_generated", "images_remaining", "subscription_tier", "quota_used", "quota_limit", "usage_percentage", "subscription_plan"],
            stats.Select(field => field.Key));
        Assert.Equal((0, 20, "free"), (
            stats["images_generated"]!.GetValue<int>(), stats["images_remaining"]!.GetValue<int>(), stats["subscription_tier"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_token_is_verified_from_the_header_or_the_body()
    {
        var ada = await _ada.SignInAsync();
        var id = (await ada.GetAsync("/auth/user/")).Text("id");
        foreach (var answer in (Answer[])
            [
                await ada.SendAsync(HttpMethod.Post, "/auth/verify/"),
                await _ada.PostAsync("/auth/verify/", new() { ["token"] = ada.Token }),
            ])
        {
            Assert.True(answer.Json!["valid"]!.GetValue<bool>());
            Assert.Equal(id, answer.Text("user_id"));
            Assert.Equal(["user_id", "email", "username"], answer.Json!["user"]!.AsObject().Select(field => field.Key));
        }
    }

    [Fact]
    public async Task A_token_that_is_no_good_is_not_valid_and_unauthorized()
    {
        var ada = await _ada.SignInAsync();
        await ada.SendAsync(HttpMethod.Post, "/auth/logout/");
        foreach (var answer in (Answer[])
            [
                await _ada.PostAsync("/auth/verify/", new() { ["token"] = "invented" }),
                await _ada.PostAsync("/auth/verify/", []),
                await ada.SendAsync(HttpMethod.Post, "/auth/verify/"),
                await _ada.PostAsync("/auth/verify/", new() { ["token"] = (await server.SignUpAsync()).Token }),
            ])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.False(answer.Json!["valid"]!.GetValue<bool>());
            Assert.Equal("AUTHENTICATION_REQUIRED", answer.Json!["error"]!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Deleting_needs_a_confirmation_and_ends_everything_at_once()
    {
        var ada = await _ada.SignInAsync();
        var other = await _ada.SignInAsync();
        var id = (await ada.GetAsync("/auth/user/")).Text("id");
        foreach (var body in new[] { null, "{}", """{"confirm":false}""", """{"confirm":"yes"}""" })
            FigureForgeClient.Refused(await ada.SendAsync(HttpMethod.Delete, "/auth/delete/", body), 400, "INVALID_REQUEST");

        Assert.Equal(HttpStatusCode.OK, (await ada.SendAsync(HttpMethod.Delete, "/auth/delete/", """{"confirm":true}""")).Status);

        FigureForgeClient.Refused(await ada.GetAsync("/auth/user/"), 401, "AUTHENTICATION_REQUIRED");
        FigureForgeClient.Refused(await other.GetAsync("/auth/user/"), 401, "AUTHENTICATION_REQUIRED");
        var again = await (await _ada.SignInAsync()).GetAsync("/auth/user/");
        Assert.NotEqual(id, again.Text("id"));
    }

    [Fact]
    public async Task Refreshing_replaces_both_tokens_and_a_wrong_one_is_refused()
    {
        await _ada.RequestCodeAsync();
        var first = await _ada.VerifyAsync(_ada.Mailbox.Code);
        var second = await _ada.PostAsync("/auth/refresh/", new() { ["refresh"] = first.Text("refresh") });

        Assert.NotEqual(first.Text("refresh"), second.Text("refresh"));
        Assert.Equal(HttpStatusCode.OK, (await _ada.SignedIn(second).GetAsync("/auth/user/")).Status);
        FigureForgeClient.Refused(await _ada.PostAsync("/auth/refresh/", new() { ["refresh"] = "invented" }), 401, "AUTHENTICATION_REQUIRED");
    }

    [Fact]
    public async Task Nobody_and_unknown_routes_are_refused_in_the_products_envelope()
    {
        var nobody = new ApiClient(server.CreateClient(), FigureForgeClient.Base);
        FigureForgeClient.Refused(await nobody.GetAsync("/auth/user/"), 401, "AUTHENTICATION_REQUIRED");
        FigureForgeClient.Refused(await nobody.GetAsync("/nothing/"), 404, "NOT_FOUND");
        FigureForgeClient.Refused(await nobody.DeleteAsync("/auth/user/"), 405, "METHOD_NOT_ALLOWED");
        FigureForgeClient.Refused(await nobody.SendAsync(HttpMethod.Post, "/auth/magic-link/request", "{"), 400, "INVALID_REQUEST");
    }
}
