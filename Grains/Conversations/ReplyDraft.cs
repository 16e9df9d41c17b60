using System.Text;

namespace Platform.Conversations;

/// <summary>
/// One reply while it is written: its actor adds pieces, and any number of readers ask for what follows an offset. Lives in an actor's memory
/// only: what is lost with it was never finished.
/// </summary>
internal sealed class ReplyDraft<THeard, TDone>(string id)
    where THeard : class
    where TDone : class
{
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = NewSignal();
    private THeard? _heard;
    private Outcome<TDone>? _end;
    private bool _isClosed;

    public string Id => id;

    public bool IsEnded => _end is not null;

    /// <summary>The message is kept, and its answer is being written.</summary>
    public void Hear(THeard heard)
    {
        _heard = heard;
        Wake();
    }

    public void Append(string piece)
    {
        _text.Append(piece);
        Wake();
    }

    /// <summary>The first end stands.</summary>
    public void End(Outcome<TDone> end)
    {
        _end ??= end;
        Wake();
    }

    /// <summary>Sends all readers away, who ask again.</summary>
    public void Close()
    {
        _isClosed = true;
        Wake();
    }

    /// <summary>What follows an offset, as soon as there is something, or nothing after ten seconds.</summary>
    /// <param name="offset">In UTF-16 characters, or one of <see cref="ReplyOffset"/>.</param>
    public async Task<ReplyProgress<THeard, TDone>> AfterAsync(int offset, Patience patience)
    {
        await patience.AwaitAllAsync(() => HasMoreThan(offset) ? null : _changed.Task);
        return After(offset);
    }

    public ReplyProgress<THeard, TDone> After(int offset)
    {
        var start = Math.Clamp(offset, 0, _text.Length);
        return new(id, _heard, _text.ToString(start, _text.Length - start), _end);
    }

    private bool HasMoreThan(int offset) =>
        IsEnded || _isClosed || _text.Length > Math.Max(0, offset) || (offset == ReplyOffset.Message && _heard is not null);

    private void Wake()
    {
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
