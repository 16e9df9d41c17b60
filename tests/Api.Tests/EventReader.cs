using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Platform.Api.Tests;

/// <summary>An answer in events, read with the framework's own parser.</summary>
public sealed class EventReader(HttpResponseMessage response) : IAsyncDisposable
{
    private IAsyncEnumerator<SseItem<string>>? _items;

    public HttpResponseMessage Response => response;

    /// <summary>The id of the last event that had one.</summary>
    public string LastId { get; private set; } = "";

    /// <summary>The next event; null: that was the last.</summary>
    public async Task<(string Name, JsonNode Data)?> NextAsync()
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
            Assert.Fail($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        _items ??= SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        if (!await _items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60))) return null;
        if (_items.Current.EventId is { Length: > 0 } id) LastId = id;
        return (_items.Current.EventType, JsonNode.Parse(_items.Current.Data)!);
    }

    /// <summary>All that comes.</summary>
    public async Task<List<(string Name, JsonNode Data)>> ToListAsync()
    {
        var all = new List<(string, JsonNode)>();
        while (await NextAsync() is { } next) all.Add(next);
        return all;
    }

    /// <summary>The pieces of the text that come until there are so many characters.</summary>
    public async Task<string> TextAsync(int length)
    {
        var text = "";
        while (text.Length < length)
        {
            if (await NextAsync() is not { } next) throw new EndOfStreamException(text);
            if (next.Name == "delta") text += (string?)next.Data["text"];
        }

        return text;
    }

    /// <summary>Goes away, wherever the answer is.</summary>
    public ValueTask DisposeAsync()
    {
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
