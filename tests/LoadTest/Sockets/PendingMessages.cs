namespace Platform.LoadTest.Sockets;

/// <summary>
/// The messages that were sent over one socket and are not answered yet. The protocol names no message of the client, but the companion
/// takes them in turn: so what comes is for the oldest that waits for it.
/// </summary>
internal sealed class PendingMessages
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Pending> _pending = [];

    /// <summary>Notes a message. It must be sent before the next one is noted.</summary>
    public Pending Add(TimeSpan due)
    {
        var pending = new Pending(due);
        lock (_lock) _pending.AddLast(pending);
        return pending;
    }

    /// <summary>The oldest message that was not delivered before now is; null where there is none.</summary>
    public Pending? Delivered()
    {
        lock (_lock)
        {
            var first = _pending.FirstOrDefault(pending => !pending.IsDelivered);
            if (first is not null) first.IsDelivered = true;
            return first;
        }
    }

    /// <summary>The oldest delivered message is answered; null where there is none, so that the companion has written by herself.</summary>
    public Pending? Answered() => Take(pending => pending.IsDelivered);

    /// <summary>The oldest message has failed; null where there is none.</summary>
    public Pending? Failed() => Take(_ => true);

    private Pending? Take(Predicate<Pending> condition)
    {
        lock (_lock)
        {
            if (_pending.First is not { } first || !condition(first.Value)) return null;
            _pending.RemoveFirst();
            return first.Value;
        }
    }
}

/// <param name="due">When it should have been sent.</param>
internal sealed class Pending(TimeSpan due)
{
    private readonly TaskCompletionSource<string?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TimeSpan Due => due;

    public bool IsDelivered { get; set; }

    /// <summary>Null when it is answered, else what went wrong.</summary>
    public Task<string?> End => _end.Task;

    public void Finish(string? problem) => _end.TrySetResult(problem);
}
