using Microsoft.AspNetCore.Http.Features;

namespace Platform.Api.Idempotency;

/// <summary>
/// The body of an answer, held back until it is remembered. One that must not be held back, as a stream of events, goes out whenever it is
/// flushed, and is recorded beside.
/// </summary>
internal sealed class AnswerRecorder : StreamResponseBodyFeature
{
    private readonly Tape _tape;

    public AnswerRecorder(IHttpResponseBodyFeature client)
        : this(new Tape(client.Stream), client)
    {
    }

    private AnswerRecorder(Tape tape, IHttpResponseBodyFeature client)
        : base(tape, client) => _tape = tape;

    /// <summary>The handler came to its end. Otherwise what went out already may be half an answer.</summary>
    public bool HandlerEnded { get; set; }

    public bool IsWhole => HandlerEnded || !_tape.IsLive;

    public long Length => _tape.Length;

    public byte[] ToArray() => _tape.ToArray();

    /// <summary>Sends what has not gone out yet.</summary>
    public Task ReleaseAsync() => _tape.SendAsync();

    public override void DisableBuffering()
    {
        _tape.IsLive = true;
        base.DisableBuffering();
    }

    private sealed class Tape(Stream client) : MemoryStream
    {
        private int _sent;

        public bool IsLive { get; set; }

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            if (!IsLive) return;
            await SendAsync(cancellationToken);
            await client.FlushAsync(cancellationToken);
        }

        public async Task SendAsync(CancellationToken cancellationToken = default)
        {
            var unsent = GetBuffer().AsMemory(_sent, (int)Length - _sent);
            _sent = (int)Length;
            // Some answers may not even have an empty body.
            if (!unsent.IsEmpty) await client.WriteAsync(unsent, cancellationToken);
        }
    }
}
