using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Wallets;

namespace Platform.Api.Tests.MascotForge;

[Collection(nameof(PlatformServer))]
public sealed class CreditTests(PlatformServer server)
{
    [Fact]
    public async Task A_new_account_has_the_free_plans_credits_everywhere()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        var balance = (await user.GetAsync("/credits/balance")).Json!;

        Assert.Equal(
            ["balance", "plan", "creditsLastResetAt", "monthlyAllowance", "held", "available"], balance.AsObject().Select(field => field.Key));
        Assert.Equal((30, "free", 30, 0, 30), (Number(balance, "balance"), balance["plan"]!.GetValue<string>(), Number(balance, "monthlyAllowance"),
            Number(balance, "held"), Number(balance, "available")));
        var login = await user.PostAsync("/auth/login", new JsonObject { ["email"] = user.Email, ["password"] = "password123" });
        foreach (var me in (JsonNode[])[login.Json!["user"]!, (await user.GetAsync("/users/me")).Json!])
            Assert.Equal(("free", 30), (me["plan"]!.GetValue<string>(), Number(me, "creditBalance")));
        var transaction = Assert.Single((await user.GetAsync("/credits/transactions")).Json!["data"]!.AsArray())!;
        Assert.Equal(
            ["id", "type", "amount", "balanceAfter", "status", "description", "createdAt"], transaction.AsObject().Select(field => field.Key));
        Assert.Equal(("subscription_grant", 30, "completed"), (transaction["type"]!.GetValue<string>(), Number(transaction, "amount"),
            transaction["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_held_is_in_the_balance_but_not_available()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        await user.GetAsync("/credits/balance");
        await Wallet(user).Hold(new NewHold("work", 25, "An animation", DateTimeOffset.MaxValue));

        var balance = (await user.GetAsync("/credits/balance")).Json!;
        Assert.Equal((30, 25, 5), (Number(balance, "balance"), Number(balance, "held"), Number(balance, "available")));
        Assert.Equal(30, Number((await user.GetAsync("/users/me")).Json!, "creditBalance"));
    }

    [Fact]
    public async Task Transactions_are_paged_from_the_newest_and_filtered_by_type()
    {
        var user = await MascotForgeClient.SignUpAsync(server);
        await user.GetAsync("/credits/balance");
        for (var i = 1; i <= 5; i++) await Wallet(user).Spend(new Spending($"spend {i}", 1, $"Mascot {i}"));

        var first = (await user.GetAsync("/credits/transactions?page=1&limit=4")).Json!;
        var second = (await user.GetAsync("/credits/transactions?page=2&limit=4")).Json!;
        Assert.Equal(["Mascot 5", "Mascot 4", "Mascot 3", "Mascot 2"], Descriptions(first));
        Assert.Equal("Mascot 1", Descriptions(second)[0]);
        Assert.Equal("{\"page\":2,\"limit\":4,\"total\":6,\"totalPages\":2}", second["meta"]!.ToJsonString());
        var all = first["data"]!.AsArray().Concat(second["data"]!.AsArray()).ToList();
        Assert.Equal(6, all.Select(one => one!["id"]!.GetValue<string>()).Distinct().Count());
        Assert.All(all, one => Assert.StartsWith($"{user.UserId}-", one!["id"]!.GetValue<string>()));

        var usage = (await user.GetAsync("/credits/transactions?type=usage&limit=2")).Json!;
        Assert.Equal((2, 5, 3), (usage["data"]!.AsArray().Count, Number(usage["meta"]!, "total"), Number(usage["meta"]!, "totalPages")));
        Assert.Empty((await user.GetAsync("/credits/transactions?type=refund")).Json!["data"]!.AsArray());
        Assert.Equal(0, Number((await user.GetAsync("/credits/transactions?type=refund")).Json!["meta"]!, "totalPages"));
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=x")]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("type=gift")]
    public async Task A_wrong_query_is_refused(string query) =>
        MascotForgeClient.Refused(await (await MascotForgeClient.SignUpAsync(server)).GetAsync($"/credits/transactions?{query}"), 400);

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        var (ada, eve) = (await MascotForgeClient.SignUpAsync(server), await MascotForgeClient.SignUpAsync(server));
        var workspace = await ada.CreateWorkspaceAsync();
        foreach (var path in (string[])["/credits/balance", "/credits/transactions"])
        {
            MascotForgeClient.Refused(await eve.GetAsync($"{path}?workspaceId={workspace}"), 404, "Workspace not found");
            // An account's id is no workspace's, not even one's own.
            MascotForgeClient.Refused(await eve.GetAsync($"{path}?workspaceId={ada.UserId}"), 404, "Workspace not found");
            MascotForgeClient.Refused(await eve.GetAsync($"{path}?workspaceId=nonsense"), 404, "Workspace not found");
            Assert.Equal(200, (int)(await ada.GetAsync($"{path}?workspaceId={workspace}")).Status);
        }
    }

    private IWalletGrain Wallet(MascotForgeClient user) => server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWalletGrain>(user.UserId);

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();

    private static List<string> Descriptions(JsonNode page) =>
        [.. page["data"]!.AsArray().Select(one => one!["description"]!.GetValue<string>())];
}
