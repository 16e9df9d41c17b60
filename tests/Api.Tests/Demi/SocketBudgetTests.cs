namespace Platform.Api.Tests.Demi;

public sealed class SocketBudgetTests(RequestBudgetTests.LimitedServer server) : IClassFixture<RequestBudgetTests.LimitedServer>
{
    [Fact]
    public async Task All_sockets_of_an_account_share_fifty_messages_a_minute_and_receipts_cost_none()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (one, _) = await DemiSocket.OpenAsync(server, user);
        var (two, _) = await DemiSocket.OpenAsync(server, user);
        for (var i = 0; i < 25; i++)
        {
            await one.SayAsync($"One {i}");
            await one.UntilAsync("delivered");
            await two.SayAsync($"Two {i}");
            await two.UntilAsync("delivered");
            await two.SendAsync("read_receipt", new() { ["message_id"] = "any" });
        }

        await one.SayAsync("One too many");
        Assert.Equal("rate_limited", (await one.UntilAsync("error"))["code"]!.GetValue<string>());
        await two.SendAsync("ping");
        await two.UntilAsync("pong");
    }
}
