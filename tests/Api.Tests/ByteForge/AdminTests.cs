using System.Net;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests.ByteForge;

[Collection(nameof(PlatformServer))]
public sealed class AdminTests(PlatformServer server)
{
    [Fact]
    public async Task An_admin_sees_the_whole_platform()
    {
        var admin = await ByteForgeClient.SignInAdminAsync(server);
        var before = await DashboardAsync(admin);
        var user = await ByteForgeClient.SignUpAsync(server);
        var (kept, gone) = (await user.CreateConversationAsync(), await user.CreateConversationAsync());
        var tokens = 0L;
        foreach (var id in (long[])[kept, gone])
            tokens += (await user.SayAsync(id, "Hello")).Json!["conversation"]!["total_tokens_used"]!.GetValue<long>();
        await user.DeleteAsync($"/chat/conversations/{gone}");
        for (var i = 0; i < 12; i++) await user.PayAsync(kept, $"{i + 1}");

        var after = await DashboardAsync(admin);
        Assert.Equal(
            ["total_users", "total_conversations", "total_tokens_used", "latest_payments"], after.AsObject().Select(field => field.Key));
        Assert.Equal(1, Gained("total_users"));
        Assert.Equal(1, Gained("total_conversations"));
        Assert.Equal(tokens, Gained("total_tokens_used"));
        var history = (await user.GetAsync("/payments/history")).Json!.AsArray();
        Assert.True(JsonNode.DeepEquals(new JsonArray([.. history.Take(10).Select(payment => payment!.DeepClone())]), after["latest_payments"]));

        long Gained(string name) => after[name]!.GetValue<long>() - before[name]!.GetValue<long>();
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var refused = await (await ByteForgeClient.SignUpAsync(server)).GetAsync("/admin/dashboard");
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Equal("""{"error":"Unauthorized. Admin access required."}""", refused.Body);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new ByteForgeClient(server.CreateClient()).GetAsync("/admin/dashboard")).Status);
    }

    [Fact]
    public async Task Whether_somebody_is_an_admin_is_told_when_they_sign_in()
    {
        var admin = await ByteForgeClient.SignInAdminAsync(server);
        var credentials = new JsonObject { ["email"] = PlatformServer.AdminEmail.ToUpperInvariant(), ["password"] = "SecurePass123!" };
        Assert.True(IsAdmin((await new ByteForgeClient(server.CreateClient()).PostAsync("/auth/login", credentials)).Json!["user"]!));
        Assert.True(IsAdmin((await admin.GetAsync("/auth/profile")).Json!));
        Assert.False(IsAdmin((await (await ByteForgeClient.SignUpAsync(server)).GetAsync("/auth/profile")).Json!));

        static bool IsAdmin(JsonNode user) => user["is_admin"]!.GetValue<bool>();
    }

    private static async Task<JsonNode> DashboardAsync(ByteForgeClient admin) => (await admin.GetAsync("/admin/dashboard")).Json!;
}
