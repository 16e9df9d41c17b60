using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Platform.Api.Products.ByteForge;

namespace Platform.Api.Tests.ByteForge;

[Collection(nameof(PlatformServer))]
public sealed class PaymentTests(PlatformServer server)
{
    [Fact]
    public async Task A_payment_is_as_the_contract_shows_and_raises_the_limit()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var paid = await user.PayAsync(id, "10.00", "10000");

        Assert.Equal(HttpStatusCode.Created, paid.Status);
        Assert.Equal(["message", "payment", "new_token_limit"], paid.Json!.AsObject().Select(field => field.Key));
        Assert.Equal(("Payment successful", 30_000), (paid.Text("message"), Number(paid.Json, "new_token_limit")));
        var payment = paid.Json["payment"]!;
        Assert.Equal(
            ["id", "user", "user_email", "conversation", "amount", "tokens_added", "status", "created_at"],
            payment.AsObject().Select(field => field.Key));
        Assert.Equal((user.UserId, user.Email, id), (Number(payment, "user"), Text(payment, "user_email"), Number(payment, "conversation")));
        Assert.Equal(("10.00", 10_000, "success"), (Text(payment, "amount"), Number(payment, "tokens_added"), Text(payment, "status")));
        Assert.EndsWith("Z", Text(payment, "created_at"));

        var usage = (await user.GetAsync($"/chat/conversations/{id}/token-usage")).Json!;
        Assert.Equal((30_000, 30_000), (Number(usage, "token_limit"), Number(usage, "tokens_remaining")));
        Assert.True(JsonNode.DeepEquals(new JsonArray(payment.DeepClone()), (await user.GetAsync("/payments/history/")).Json));
    }

    [Fact]
    public async Task A_conversation_that_is_used_up_goes_on_after_a_payment()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var text = string.Concat(Enumerable.Repeat("word ", 2_000)).TrimEnd();
        while ((await user.SayAsync(id, text)).Status == HttpStatusCode.OK)
        {
            // Until nothing is left.
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await user.SayAsync(id, "On we go")).Status);
        await user.PayAsync(id, "100");
        Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(id, "On we go")).Status);
    }

    [Theory]
    [InlineData("1", "1.00", 1_000)]
    [InlineData("2.01", "2.01", 2_010)]
    [InlineData("1e1", "10.00", 10_000)]
    [InlineData("10.000", "10.00", 10_000)]
    [InlineData("\"10.5\"", "10.50", 10_500)]
    [InlineData("99.99", "99.99", 99_990)]
    [InlineData("100.00", "100.00", 100_000)]
    public async Task An_amount_is_taken_to_the_cent_in_whatever_form(string amount, string shown, long tokens)
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var paid = (await user.PayAsync(await user.CreateConversationAsync(), amount)).Json!["payment"]!;
        Assert.Equal((shown, tokens), (Text(paid, "amount"), Number(paid, "tokens_added")));
    }

    [Theory]
    [InlineData("0.99", null, "amount")]
    [InlineData("100.01", null, "amount")]
    [InlineData("-10", null, "amount")]
    [InlineData("1e400", null, "amount")]
    [InlineData("10.001", null, "amount")]
    [InlineData("9.9999999999999999999999999999999", null, "amount")]
    [InlineData("\"ten\"", null, "amount")]
    [InlineData("null", null, "amount")]
    [InlineData("true", null, "amount")]
    [InlineData("[10]", null, "amount")]
    [InlineData("10", "0", "tokens_to_add")]
    [InlineData("10", "10001", "tokens_to_add")]
    [InlineData("10", "9999", "tokens_to_add")]
    [InlineData("2.01", "2008", "tokens_to_add")]
    [InlineData("2.01", "2011", "tokens_to_add")]
    [InlineData("2.01", "\"many\"", "tokens_to_add")]
    public async Task What_is_wrong_stands_under_its_name_and_nothing_is_paid(string amount, string? tokens, string field)
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var answer = await user.PayAsync(id, amount, tokens);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Text("error"));
        Assert.NotEmpty(answer.Json![field]![0]!.GetValue<string>());
        Assert.Empty((await user.GetAsync("/payments/history")).Json!.AsArray());
        Assert.Equal(20_000, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "token_limit"));
    }

    [Fact]
    public async Task All_that_the_page_gets_wrong_is_accepted_and_one_token_more_or_less_elsewhere_is_not()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var limit = 20_000L;
        // All 74 of them, and as many of the others.
        var lost = Enumerable.Range(100, 9_901).Where(cents => Dollars.PageTokens(cents) < cents * 10).ToList();
        foreach (var cents in lost.Concat(Enumerable.Range(0, 74).Select(i => 100 + i * 133)))
        {
            var amount = (cents / 100.0).ToString("R", CultureInfo.InvariantCulture);
            var floor = (long)Math.Floor(cents / 100.0 * 1000);
            foreach (var wrong in (long[])[floor - 1, cents * 10 + 1])
                Assert.Equal(HttpStatusCode.BadRequest, (await user.PayAsync(id, amount, $"{wrong}")).Status);
            var paid = await user.PayAsync(id, amount, $"{floor}");
            Assert.Equal(HttpStatusCode.Created, paid.Status);
            limit += cents * 10;
            Assert.Equal((cents * 10, limit), (Number(paid.Json!["payment"]!, "tokens_added"), Number(paid.Json, "new_token_limit")));
        }
    }

    [Fact]
    public async Task A_payment_that_is_sent_again_under_its_key_is_paid_once()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        var body = new JsonObject { ["conversation_id"] = id, ["amount"] = 5 };
        var paid = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => user.PostAsync("/payments/create/", body.DeepClone(), "a key")));

        Assert.Single(paid.Select(answer => answer.Body).Distinct());
        Assert.Single((await user.GetAsync("/payments/history")).Json!.AsArray());
        Assert.Equal(25_000, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "token_limit"));
        body["amount"] = 6;
        Assert.Equal(HttpStatusCode.BadRequest, (await user.PostAsync("/payments/create/", body.DeepClone(), "a key")).Status);
    }

    [Fact]
    public async Task Payments_at_once_all_count_and_the_newest_stands_first()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var (first, second) = (await user.CreateConversationAsync(), await user.CreateConversationAsync());
        var paid = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => user.PayAsync(i % 2 == 0 ? first : second, "1.25")));
        Assert.All(paid, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        foreach (var id in (long[])[first, second])
            Assert.Equal(20_000 + 10 * 1_250, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "token_limit"));

        var last = (await user.PayAsync(first, "7")).Json!["payment"]!;
        var history = (await user.GetAsync("/payments/history")).Json!.AsArray();
        Assert.True(JsonNode.DeepEquals(last, history[0]));
        Assert.Equal(21, history.Select(payment => Number(payment!, "id")).Distinct().Count());
        var times = history.Select(payment => DateTimeOffset.Parse(Text(payment!, "created_at"), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(first, Number((await user.GetAsync("/chat/conversations")).Json![0]!, "id"));
    }

    [Fact]
    public async Task A_stranger_sees_no_payment_and_can_pay_for_nothing()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        await user.PayAsync(id, "10");
        var stranger = await ByteForgeClient.SignUpAsync(server);
        var nobody = new ByteForgeClient(server.CreateClient());

        Assert.Empty((await stranger.GetAsync("/payments/history")).Json!.AsArray());
        var answers = (Answer[])[await stranger.PayAsync(id, "10"), await user.PayAsync(long.MaxValue, "10")];
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.NotFound, "Not found."), (answer.Status, answer.Text("detail"))));
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/payments/history")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PayAsync(id, "10")).Status);
        Assert.Equal(30_000, Number((await user.GetAsync($"/chat/conversations/{id}")).Json!, "token_limit"));
    }

    [Fact]
    public async Task Payments_outlive_their_conversation_and_are_in_the_export()
    {
        var user = await ByteForgeClient.SignUpAsync(server);
        var id = await user.CreateConversationAsync();
        await user.PayAsync(id, "10");
        await user.DeleteAsync($"/chat/conversations/{id}");

        var history = (await user.GetAsync("/payments/history")).Json!;
        Assert.Equal(id, Number(Assert.Single(history.AsArray())!, "conversation"));
        Assert.True(JsonNode.DeepEquals(history, (await user.GetAsync("/auth/profile/export")).Json!["payments"]));
    }

    private static long Number(JsonNode node, string name) => node[name]!.GetValue<long>();

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
