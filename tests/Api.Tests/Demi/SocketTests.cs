using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Platform.Api.Realtime;

namespace Platform.Api.Tests.Demi;

public sealed class SocketTests(LaterServer server) : IClassFixture<LaterServer>
{
    [Fact]
    public async Task A_message_is_stored_answered_and_felt_in_this_order()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (socket, history) = await DemiSocket.OpenAsync(server, user);
        Assert.Equal("""{"messages":[],"count":0}""", history.ToJsonString());

        await socket.SayAsync(" Hello Demi! ");
        var id = Text(await socket.NextAsync("delivered"), "message_id");
        Assert.True((await socket.NextAsync("typing"))["is_typing"]!.GetValue<bool>());
        Assert.Equal(id, Text(await socket.NextAsync("read_receipt"), "message_id"));
        Assert.False((await socket.NextAsync("typing"))["is_typing"]!.GetValue<bool>());
        var reply = await socket.NextAsync("message");
        Assert.Equal(("demi", "sent", user.UserId), (Text(reply, "sender"), Text(reply, "status"), Text(reply, "conversation_id")));
        var mood = await socket.NextAsync("emotion_update");
        Assert.Equal(Text(mood, "mood"), Text(mood, "current_mood"));
        foreach (var (emotion, value) in reply["emotion_state"]!.AsObject()) Assert.Equal(value!.ToJsonString(), mood[emotion]!.ToJsonString());

        var stored = (await user.GetAsync("/chat/history")).Json!["messages"]!.AsArray();
        Assert.Equal([Text(reply, "message_id"), id], stored.Select(message => Text(message!, "message_id")));
        Assert.Equal("Hello Demi!", Text(stored[1]!, "content"));
    }

    [Fact]
    public async Task The_history_is_oldest_first_and_what_is_in_it_is_delivered()
    {
        var user = await DemiClient.SignUpAsync(server);
        var said = (await user.SayAsync("Привет, Demi 🦊")).Json!;
        var (socket, history) = await DemiSocket.OpenAsync(server, user);

        Assert.Equal(2, history["count"]!.GetValue<int>());
        Assert.Equal(["user", "demi"], history["messages"]!.AsArray().Select(message => Text(message!, "sender")));
        Assert.Equal(Text(said["message"]!, "message_id"), Text(history["messages"]![1]!, "message_id"));
        Assert.Equal("delivered", Text(history["messages"]![1]!, "status"));
        await socket.SendAsync("ping");
        await socket.NextAsync("pong");
    }

    [Fact]
    public async Task What_is_said_elsewhere_is_shown_under_another_name()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (socket, _) = await DemiSocket.OpenAsync(server, user);
        var (other, _) = await DemiSocket.OpenAsync(server, user);

        await user.SayAsync("From the REST side");
        Assert.Equal("From the REST side", Text(await socket.NextAsync("user_message"), "content"));
        var reply = await socket.UntilAsync("message");
        Assert.Equal(reply.ToJsonString(), (await other.UntilAsync("message")).ToJsonString());

        await other.SayAsync("From the other socket");
        Assert.Equal("From the other socket", Text(await socket.UntilAsync("user_message"), "content"));
        await other.UntilAsync("delivered");
    }

    [Fact]
    public async Task Who_reconnects_misses_nothing_and_sees_nothing_twice()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (first, _) = await DemiSocket.OpenAsync(server, user);
        await first.SayAsync("One");
        await first.UntilAsync("emotion_update");
        await first.CloseAsync();

        var two = (await user.SayAsync("Two")).Json!;
        var three = (await user.SayAsync("Three")).Json!;
        // As after a restart: the actor has forgotten whom it told what.
        await DeactivateAsync(user);
        var second = await DemiSocket.ConnectAsync(server, $"token={user.Token}&last_seq={first.LastSeq}");
        foreach (var said in (JsonNode[])[two, three])
        {
            Assert.Equal(Text(said["user_message"]!, "message_id"), Text(await second.NextAsync("user_message"), "message_id"));
            Assert.Equal(Text(said["message"]!, "message_id"), Text(await second.NextAsync("message"), "message_id"));
            await second.NextAsync("emotion_update");
        }

        // Nothing is left to tell.
        var third = await DemiSocket.ConnectAsync(server, $"token={user.Token}&last_seq={second.LastSeq}");
        await third.SendAsync("ping");
        await third.NextAsync("pong");
        await third.SayAsync("Four");
        await third.NextAsync("delivered");
        Assert.Equal("Four", Text(await second.NextAsync("user_message"), "content"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("9223372036854775807")]
    public async Task Where_what_was_missed_is_not_told_the_history_comes_anew(string lastSeq)
    {
        var user = await DemiClient.SignUpAsync(server);
        await user.SayAsync("Hello");
        var socket = await DemiSocket.ConnectAsync(server, $"token={user.Token}&last_seq={lastSeq}");

        await socket.NextAsync("resync");
        Assert.Equal(2, (await socket.NextAsync("history"))["count"]!.GetValue<int>());
        await user.SayAsync("And on it goes");
        await socket.NextAsync("user_message");
    }

    [Fact]
    public async Task A_check_in_comes_as_a_message()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (socket, _) = await DemiSocket.OpenAsync(server, user);
        server.Clock.Advance(TimeSpan.FromHours(30));
        var demi = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IRemindable>(GrainIdOf(user));
        await demi.ReceiveReminder("check-in", new());

        var checkIn = (await new ApiClient(server.CreateClient(), DemiClient.Base) { Token = (await user.SignInAgainAsync()).Token }
            .GetAsync("/autonomy/checkins")).Json!["checkins"]![0]!;
        Assert.Equal(Text(checkIn, "checkin_id"), Text(await socket.NextAsync("message"), "message_id"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"event":"message"}""")]
    [InlineData("""{"event":"message","data":{"content":5}}""")]
    [InlineData("""{"event":"message","data":{"content":"\ud800"}}""")]
    [InlineData("""{"event":"dance"}""")]
    [InlineData("""{"event":"read_receipt","data":{}}""")]
    public async Task What_is_no_event_is_said_to_be_none_and_the_socket_stays_open(string frame)
    {
        var (socket, _) = await DemiSocket.OpenAsync(server, await DemiClient.SignUpAsync(server));
        await socket.SendTextAsync(frame);
        Assert.Equal("invalid_message", Text(await socket.NextAsync("error"), "code"));
        await socket.SendAsync("ping");
        await socket.NextAsync("pong");
    }

    [Fact]
    public async Task An_empty_message_is_ignored_and_one_that_is_too_long_refused()
    {
        var (socket, _) = await DemiSocket.OpenAsync(server, await DemiClient.SignUpAsync(server));
        await socket.SayAsync("   ");
        await socket.SayAsync(new string('x', 4001));
        Assert.Equal("invalid_message", Text(await socket.NextAsync("error"), "code"));
        await socket.SayAsync(string.Concat(Enumerable.Repeat("🦊", 4000)));
        await socket.NextAsync("delivered");
    }

    [Fact]
    public async Task A_frame_that_is_too_big_ends_the_socket()
    {
        var (socket, _) = await DemiSocket.OpenAsync(server, await DemiClient.SignUpAsync(server));
        await socket.SayAsync(new string('x', 70_000));
        await socket.UntilClosedAsync();
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.CloseStatus);
    }

    [Fact]
    public async Task A_receipt_makes_a_message_read_once_and_a_foreign_one_changes_nothing()
    {
        var user = await DemiClient.SignUpAsync(server);
        var stranger = await DemiClient.SignUpAsync(server);
        var hers = Text((await stranger.SayAsync("Hello")).Json!["message"]!, "message_id");
        var (socket, _) = await DemiSocket.OpenAsync(server, user);
        await socket.SayAsync("Hello");
        var id = Text(await socket.UntilAsync("message"), "message_id");
        foreach (var read in (string[])[hers, "nonsense", id, id])
            await socket.SendAsync("read_receipt", new JsonObject { ["message_id"] = read });

        await Testing.Poll.UntilAsync(
            async () => Text((await user.GetAsync("/chat/history")).Json!["messages"]![0]!, "status") == "read", TimeSpan.FromSeconds(30));
        Assert.NotEqual("read", Text((await stranger.GetAsync("/chat/history")).Json!["messages"]![0]!, "status"));
    }

    [Fact]
    public async Task A_token_may_come_in_the_query_the_header_or_the_first_frame()
    {
        var user = await DemiClient.SignUpAsync(server);
        var byHeader = await DemiSocket.ConnectAsync(server, "", $"Bearer {user.Token}");
        await byHeader.NextAsync("history");
        var byFrame = await DemiSocket.ConnectAsync(server, "", path: "/demi//api/v1/chat/ws/");
        await byFrame.SendAsync("auth", new JsonObject { ["token"] = user.Token });
        await byFrame.NextAsync("history");
    }

    [Theory]
    [InlineData("token=nonsense")]
    [InlineData("token=")]
    public async Task A_bad_token_is_accepted_and_then_closed_with_1008(string query)
    {
        var socket = await DemiSocket.ConnectAsync(server, query);
        // Without a token the first frame is waited for.
        await socket.SendAsync("ping");
        await socket.UntilClosedAsync();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
        Assert.NotEqual("", socket.CloseReason);
    }

    [Fact]
    public async Task The_end_of_its_session_ends_a_socket_and_only_that()
    {
        var user = await DemiClient.SignUpAsync(server);
        var phone = await user.SignInAgainAsync();
        var (first, _) = await DemiSocket.OpenAsync(server, user);
        var (second, _) = await DemiSocket.OpenAsync(server, phone);
        // A token that has expired ends nothing.
        server.Clock.Advance(TimeSpan.FromMinutes(31));
        var sessions = (await (await user.SignInAgainAsync()).GetAsync("/auth/sessions")).Json!["sessions"]!.AsArray();
        var oldest = sessions.MinBy(session => Text(session!, "created_at"), StringComparer.Ordinal)!;
        Assert.Equal(
            HttpStatusCode.OK,
            (await (await user.SignInAgainAsync()).SendAsync(HttpMethod.Delete, $"/auth/sessions/{Text(oldest, "session_id")}", "")).Status);

        await first.UntilClosedAsync();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, first.CloseStatus);
        await second.SendAsync("ping");
        await second.NextAsync("pong");

        await (await user.SignInAgainAsync()).SendAsync(HttpMethod.Delete, "/auth/account", """{"confirm":true,"password":"MyPassword123!"}""");
        await second.UntilClosedAsync();
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, second.CloseStatus);
    }

    [Fact]
    public async Task A_client_that_doesnt_read_is_let_go()
    {
        var (socket, _) = await DemiSocket.OpenAsync(server, await DemiClient.SignUpAsync(server));
        // Answers pile up in the kernel first, then in the server.
        var error = await Record.ExceptionAsync(async () =>
        {
            for (var i = 0; i < 200_000; i++) await socket.SendTextAsync("""{"event":"ping"}""");
            await socket.UntilClosedAsync();
        });
        Assert.True(error is WebSocketException || (int?)socket.CloseStatus == 1013, $"{error} {socket.CloseStatus}");
    }

    [Fact]
    public async Task What_a_socket_has_shown_is_delivered_and_what_was_emptied_elsewhere_is_shown_no_more()
    {
        var user = await DemiClient.SignUpAsync(server);
        var (socket, _) = await DemiSocket.OpenAsync(server, user);
        await socket.SayAsync("One");
        var shown = Text(await socket.UntilAsync("message"), "created_at");
        // What comes next comes after the first was marked.
        await socket.SayAsync("Two");
        await socket.UntilAsync("emotion_update");
        await socket.UntilAsync("message");
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        var first = (await user.GetAsync("/chat/history")).Json!["messages"]!.AsArray()[2]!;
        Assert.True(DateTimeOffset.Parse(Text(first, "delivered_at"), CultureInfo.InvariantCulture) - DateTimeOffset.Parse(shown, CultureInfo.InvariantCulture) < TimeSpan.FromMinutes(5));

        await user.SendAsync(HttpMethod.Delete, "/chat/history");
        await socket.UntilAsync("resync");
        Assert.Equal(0, (await socket.NextAsync("history"))["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task One_account_takes_only_so_many_sockets_at_once()
    {
        var user = await DemiClient.SignUpAsync(server);
        var open = new List<DemiSocket>();
        for (var i = 0; i < AccountSockets.Most; i++) open.Add((await DemiSocket.OpenAsync(server, user)).Socket);
        var refused = await DemiSocket.ConnectAsync(server, $"token={user.Token}");
        await refused.UntilClosedAsync();
        Assert.Equal((SocketConnection.TryAgainLater, AccountSockets.Refusal), (refused.CloseStatus, refused.CloseReason));

        // Neither others nor who closes one are kept out.
        await DemiSocket.OpenAsync(server, await DemiClient.SignUpAsync(server));
        await open[0].CloseAsync();
        await Testing.Poll.UntilAsync(
            async () => await (await DemiSocket.ConnectAsync(server, $"token={user.Token}")).ReceiveAsync() is not null, TimeSpan.FromSeconds(60));
        foreach (var socket in open) socket.Dispose();
    }

    [Fact]
    public async Task A_plain_request_is_told_to_upgrade()
    {
        var answer = await server.CreateClient().GetAsync("/demi/api/v1/chat/ws");
        Assert.Equal((HttpStatusCode.UpgradeRequired, "websocket"), (answer.StatusCode, answer.Headers.Upgrade.ToString()));
        Assert.Contains("upgrade_required", await answer.Content.ReadAsStringAsync());
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static GrainId GrainIdOf(DemiClient user) => GrainId.Create("companion", user.UserId);

    private Task DeactivateAsync(DemiClient user) => server.Services.GetRequiredService<IGrainFactory>()
        .GetGrain<Orleans.Core.Internal.IGrainManagementExtension>(GrainIdOf(user)).DeactivateOnIdle().AsTask();
}
