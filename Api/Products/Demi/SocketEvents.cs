using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json.Serialization.Metadata;
using Platform.Api.Realtime;
using Platform.Companions;
using Platform.Conversations;

namespace Platform.Api.Products.Demi;

/// <summary>What a socket's client is shown: the history, and from then on what happens. Its places rise by at least one with each event.</summary>
internal sealed class SocketEvents(SocketConnection connection, string accountId, IGrainFactory grains, TimeProvider clock)
{
    private const int MaxHistory = 100;

    /// <summary>Clients' libraries refuse a frame of a mebibyte; the rest of the frame needs little.</summary>
    private const int MaxHistoryBytes = (1024 * 1024) - 1024;

    private static readonly TimeSpan HistoryTime = TimeSpan.FromDays(7);

    private readonly ICompanionFeedGrain _feed = grains.GetGrain<ICompanionFeedGrain>(accountId);
    private readonly ICompanionChatGrain _demi = grains.GetGrain<ICompanionChatGrain>(accountId);

    /// <summary>The messages of this socket of which nobody knows yet whether they are stored.</summary>
    private readonly ConcurrentDictionary<string, bool> _own = [];

    private readonly Lock _lock = new();

    /// <summary>The place of the last event that was sent, or that the client has seen before.</summary>
    private long _seq;

    /// <summary>The number of the last message that the client was shown.</summary>
    private long _shown;

    /// <summary>The place in the feed up to which the client knows everything.</summary>
    private long _cursor;

    private static DemiJson Json => DemiJson.Default;

    /// <summary>From here on a message of this id is this client's own: it is told that it was stored, and not what it said.</summary>
    public void Expect(string messageId) => _own[messageId] = true;

    public void SendPong() => Send("pong", new PongEvent(), Json.PongEvent);

    /// <param name="code"><c>inference_error</c>, <c>rate_limited</c>, <c>invalid_message</c> or <c>server_error</c>.</param>
    public void SendError(string code, string message) => Send("error", new ErrorEvent(message, code), Json.ErrorEvent);

    /// <summary>A message of this socket's is lost, or nobody knows.</summary>
    public void SendLost(string messageId)
    {
        _own.TryRemove(messageId, out _);
        Send("typing", new TypingEvent(false), Json.TypingEvent);
        SendError("server_error", "Your message could not be delivered. Please try again.");
    }

    /// <summary>Shows the history, or what came after the last event that the client has seen. Then events may be sent.</summary>
    public async Task StartAsync(long? lastSeq)
    {
        if (lastSeq is not { } seen) await SendHistoryAsync(isAgain: false);
        else _seq = _cursor = seen;
    }

    /// <summary>Shows what happens next, once it has.</summary>
    public async Task FollowAsync()
    {
        var page = (await _feed.Next(accountId, _cursor)).Value;
        if (page is null) connection.Close(WebSocketCloseStatus.PolicyViolation, "Account deleted");
        else if (page.HasGap) await SendHistoryAsync(isAgain: true);
        else await ShowAsync(page.Events);
    }

    private async Task SendHistoryAsync(bool isAgain)
    {
        var query = new HistoryQuery(clock.GetUtcNow() - HistoryTime, null, MaxHistory);
        if ((await _feed.Open(accountId, query)).Value is not var (history, seq))
        {
            connection.Close(WebSocketCloseStatus.PolicyViolation, "Account deleted");
            return;
        }

        // Where the client says that it is may be a place that never was.
        _seq = _cursor = seq;
        if (isAgain) Send("resync", new ResyncEvent("The history follows anew."), Json.ResyncEvent);
        if (history.Items is [var newest, ..]) _shown = newest.Message.Seq;
        // Oldest first; the oldest give way.
        var messages = history.Items.Reverse().Select(Chat.View).ToList();
        while (!TrySendHistory(messages)) messages.RemoveRange(0, (messages.Count + 9) / 10);
    }

    private bool TrySendHistory(List<MessageResponse> messages)
    {
        lock (_lock)
        {
            var frame = SocketFrame.Write(
                "history", _seq + 1, clock.GetUtcNow(), new HistoryEvent(messages, messages.Count), Json.HistoryEvent);
            if (frame.Length > MaxHistoryBytes) return false;
            _seq++;
            connection.Send(frame);
            return true;
        }
    }

    private async Task ShowAsync(IReadOnlyList<FeedEvent> events)
    {
        var delivered = 0L;
        foreach (var happened in events)
        {
            if (happened is HistoryChanged) await SendHistoryAsync(isAgain: true);
            else Show(happened);
            if (Written(happened) is { Role: MessageRole.Assistant, Seq: var number }) delivered = number;
            _cursor = Math.Max(_cursor, happened.Seq);
        }

        if (delivered > 0) await _demi.MarkDelivered(accountId, delivered);
    }

    private static Message? Written(FeedEvent happened) => happened switch
    {
        MessageAdded { Message.Message: var added } => added,
        MessageReplaced { Message.Message: var again } => again,
        _ => null,
    };

    private void Show(FeedEvent happened)
    {
        switch (happened)
        {
            case MessageAdded { Message: var message } when message.Message.Seq > _shown:
                _shown = message.Message.Seq;
                ShowMessage(message, happened.Seq);
                break;
            case MessageReplaced { OldId: var old, Message: var message }:
                Send("message_removed", new MessageIdEvent(old), Json.MessageIdEvent);
                Send("message", Chat.View(message), Json.MessageResponse, happened.Seq);
                break;
            case TypingChanged { IsTyping: var isTyping }:
                Send("typing", new TypingEvent(isTyping), Json.TypingEvent, happened.Seq);
                break;
            case MessageRead { MessageId: var id }:
                Send("read_receipt", new MessageIdEvent(id), Json.MessageIdEvent, happened.Seq);
                break;
            case MoodChanged { Emotions: var felt, CurrentMood: var mood }:
                Send("emotion_update", EmotionUpdateEvent.Of(EmotionalState.Of(felt), mood), Json.EmotionUpdateEvent, happened.Seq);
                break;
            case ReplyMissed { MessageId: var id } when _own.TryRemove(id, out _):
                SendError("inference_error", "The reply could not be written. Your message was kept.");
                break;
        }
    }

    private void ShowMessage(TrackedMessage message, long seq)
    {
        var id = message.Message.Id;
        if (message.Message.Role == MessageRole.Assistant) Send("message", Chat.View(message), Json.MessageResponse, seq);
        // To clients every message event is Demi's: what was said elsewhere has an event of another name.
        else if (_own.ContainsKey(id)) Send("delivered", new MessageIdEvent(id), Json.MessageIdEvent, seq);
        else Send("user_message", Chat.View(message), Json.MessageResponse, seq);
    }

    /// <param name="seq">The place in the feed; 0: an event of this socket alone.</param>
    private void Send<T>(string name, T data, JsonTypeInfo<T> type, long seq = 0)
    {
        lock (_lock)
        {
            _seq = Math.Max(_seq + 1, seq);
            connection.Send(SocketFrame.Write(name, _seq, clock.GetUtcNow(), data, type));
        }
    }
}
