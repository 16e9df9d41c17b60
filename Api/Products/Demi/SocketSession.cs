using System.Text.Json;
using System.Threading.Channels;
using Platform.Api.Http;
using Platform.Api.Realtime;
using Platform.Api.Security;
using Platform.Companions;
using Platform.Identity;

namespace Platform.Api.Products.Demi;

/// <summary>
/// A signed-in client's socket. Nothing in it holds anything else up: messages queue for Demi while receipts, pings and events go on.
/// </summary>
internal sealed class SocketSession(
    SocketConnection connection, Caller caller, IGrainFactory grains, IdSource ids, TimeProvider clock, ILogger<SocketSession> logger)
{
    private const int MessagesPerMinute = 50;

    private readonly SocketLoop _loop = new(clock, logger, connection.Closing);
    private readonly SocketEvents _events = new(connection, caller.AccountId, grains, clock);
    private readonly ICompanionChatGrain _demi = grains.GetGrain<ICompanionChatGrain>(caller.AccountId);

    /// <summary>All sockets of an account share it.</summary>
    private readonly IAddressBudgetGrain _budget = grains.GetGrain<IAddressBudgetGrain>($"{Platform.Products.Demi}.socket:{caller.AccountId}");

    private readonly Channel<NewMessage> _said = Channel.CreateBounded<NewMessage>(2 * MessagesPerMinute);
    private readonly Channel<string> _read = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });

    private static DemiJson Json => DemiJson.Default;

    /// <param name="lastSeq">The last event that the client has seen; null: none.</param>
    public async Task RunAsync(long? lastSeq)
    {
        await _events.StartAsync(lastSeq);
        await Task.WhenAll(
            _loop.RepeatAsync(_events.FollowAsync),
            _loop.WatchAsync(caller, grains, connection.CloseEnded),
            _loop.RepeatAsync(async () => await HearAsync(await connection.Incoming.ReadAsync(connection.Closing))),
            _loop.RepeatAsync(async () => await SayAsync(await _said.Reader.ReadAsync(connection.Closing))),
            _loop.RepeatAsync(async () => await _demi.MarkRead(caller.AccountId, await _read.Reader.ReadAsync(connection.Closing))));
    }

    /// <summary>An event of the client's; null: it is none.</summary>
    public static ClientEvent? Read(byte[] frame)
    {
        try
        {
            return JsonSerializer.Deserialize(frame, Json.ClientEvent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task HearAsync(byte[] frame)
    {
        switch (Read(frame))
        {
            case { Event: "message", Data: { Content: { } content } }:
                await QueueAsync(content);
                break;
            case { Event: "read_receipt", Data: { MessageId: { } id } }:
                _read.Writer.TryWrite(id);
                break;
            case { Event: "ping" }:
                _events.SendPong();
                break;
            case { Event: "auth" }:
                // It is signed in already.
                break;
            default:
                _events.SendError("invalid_message", "This is no event that this socket knows, or a part of it is missing.");
                break;
        }
    }

    private async Task QueueAsync(string content)
    {
        if (string.IsNullOrWhiteSpace(content)) return;
        var check = new Validation();
        var text = check.Text(content, "data.content", 1, Replies.MaxContentLength);
        if (check.Errors is [var error, ..]) _events.SendError("invalid_message", error.Message);
        else if ((await _budget.Spend(MessagesPerMinute, TimeSpan.FromMinutes(1))).Verdict == Verdict.BudgetSpent)
            _events.SendError("rate_limited", $"At most {MessagesPerMinute} messages a minute. Please slow down.");
        else if (!_said.Writer.TryWrite(new NewMessage(ids.Next(), text)))
            _events.SendError("rate_limited", "Demi is still busy with your other messages.");
    }

    private async Task SayAsync(NewMessage message)
    {
        _events.Expect(message.Id);
        try
        {
            await _demi.Say(caller.AccountId, message);
        }
        catch
        {
            _events.SendLost(message.Id);
            throw;
        }
    }
}
