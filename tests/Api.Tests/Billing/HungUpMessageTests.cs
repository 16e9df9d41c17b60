using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Testing;

namespace Platform.Api.Tests.Billing;

/// <summary>Who hangs up on a reply has sent a message all the same.</summary>
public sealed class HungUpMessageTests
{
    private const int MessagesOfADay = 100;

    [Fact]
    public async Task A_message_counts_whose_sender_does_not_wait_for_the_reply()
    {
        var clock = new LaterClock();
        await using var server = await ModelledServer.StartAsync(builder => builder
            .UseSetting("RateLimiting:Enabled", "true")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock)));
        var user = await server.SignUpAsync();
        var luna = await user.CreateCharacterAsync();
        // In the middle of a day, whenever this runs.
        clock.Advance(clock.GetUtcNow().Date.AddDays(1.5) - clock.GetUtcNow().UtcDateTime);
        for (var i = 1; i < MessagesOfADay; i++)
        {
            // Minutes pass, so that no request budget is in the way.
            if (i % 40 == 0) clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.OK, (await user.SayAsync(luna, $"Message {i}")).Status);
        }

        var pieces = Channel.CreateUnbounded<string>();
        server.Model.Then(ModelServer.Dribbles(pieces.Reader));
        var reply = await user.StreamAsync(HttpMethod.Post, $"/chat/{luna}/send", new JsonObject { ["content"] = "The last one" });
        await pieces.Writer.WriteAsync("Yes?");
        await reply.TextAsync(4);
        await reply.DisposeAsync();
        await pieces.Writer.WriteAsync(" Are you there?");
        pieces.Writer.Complete();

        clock.Advance(TimeSpan.FromMinutes(1));
        await Poll.UntilAsync(async () => (await user.GetAsync($"/chat/{luna}/reply")).Text("status") == "done", TimeSpan.FromSeconds(20));
        (await user.SayAsync(luna, "One more")).IsError(429, "MESSAGE_LIMIT_REACHED");
    }
}
