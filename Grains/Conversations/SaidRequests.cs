using Platform.Idempotency;
using Platform.Storage;

namespace Platform.Conversations;

/// <summary>
/// The requests of a day that may be sent again, by what they said in one conversation. One actor writes a conversation, under numbers that
/// nobody else can take, so what it remembers is all there is; after a crash it is read from the log.
/// </summary>
internal sealed class SaidRequests
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly Dictionary<Guid, long> _said = [];
    private readonly Queue<(Guid Name, DateTimeOffset At)> _order = [];

    private SaidRequests()
    {
    }

    public static async Task<SaidRequests> LoadAsync(MessageLog log, string conversationId, long lastSeq, DateTimeOffset now)
    {
        var requests = new SaidRequests();
        var first = await log.FirstSinceAsync(conversationId, now - Remembered, lastSeq);
        foreach (var (seq, request, createdAt) in await log.RequestsAsync(conversationId, first))
            requests.Add(Read(request), seq, Instant.FromStored(createdAt));
        return requests;
    }

    /// <summary>As it stands in the row of a message.</summary>
    public static byte[]? Write(RequestKey? request) =>
        request is null ? null : [.. request.Name.ToByteArray(bigEndian: true), .. request.Fingerprint.ToByteArray(bigEndian: true)];

    public static RequestKey Read(byte[] stored) =>
        new(new Guid(stored.AsSpan(0, 16), bigEndian: true), new Guid(stored.AsSpan(16, 16), bigEndian: true));

    /// <summary>The number of the message that a request of this name said; null: none within a day.</summary>
    public long? Find(Guid name, DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && oldest.At + Remembered <= now) _said.Remove(_order.Dequeue().Name);
        return _said.TryGetValue(name, out var seq) ? seq : null;
    }

    /// <summary>Remembers what a request has said that is not remembered yet.</summary>
    public void Add(RequestKey request, long seq, DateTimeOffset at)
    {
        _said.Add(request.Name, seq);
        _order.Enqueue((request.Name, at));
    }
}
