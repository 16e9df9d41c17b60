using System.Collections.Concurrent;
using System.Diagnostics;
using Platform.Testing;

namespace Platform.Chaos;

/// <summary>A message that the server said it has, and the id of the reply it gave.</summary>
/// <param name="Took">How long after the first attempt to send it.</param>
internal sealed record Acknowledged(Conversation Conversation, string Content, string ReplyId, TimeSpan Took);

/// <summary>Writers that send numbered messages at once, each to one conversation, and note what was acknowledged.</summary>
/// <param name="doors">The front doors; each writer goes round them.</param>
/// <param name="conversations">Writer i writes to the i-th, and several share one.</param>
internal sealed class WriteLoad(IReadOnlyList<Client> doors, IReadOnlyList<Conversation> conversations)
{
    private readonly ConcurrentQueue<Acknowledged> _acknowledged = [];
    private readonly ConcurrentQueue<Answer> _refused = [];
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _awaited = int.MaxValue;

    public IReadOnlyCollection<Acknowledged> Acknowledged => _acknowledged;

    public IReadOnlyCollection<Answer> Refused => _refused;

    /// <summary>What happened, for the test's output.</summary>
    public string Summary =>
        $"{_acknowledged.Count} acknowledged, the slowest after {_acknowledged.Max(message => message.Took).TotalSeconds:F1} s; "
        + $"{_refused.Count} refused: {string.Join(", ", _refused.CountBy(answer => answer.Status))}";

    /// <summary>Starts the writers; the result completes when all have sent all, or their server is gone.</summary>
    /// <param name="writers">How many.</param>
    /// <param name="messages">How many messages each of them wants acknowledged.</param>
    /// <param name="patience">For how long a message is sent again after a refusal; with none, the end of the server ends a writer.</param>
    public Task RunAsync(int writers, int messages, TimeSpan? patience = null) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(writer, messages, patience))));

    /// <summary>Completes as soon as so many messages are acknowledged.</summary>
    public Task ReachedAsync(int count)
    {
        Volatile.Write(ref _awaited, count);
        if (_acknowledged.Count >= count) _reached.TrySetResult();
        return _reached.Task;
    }

    private async Task WriteAsync(int writer, int messages, TimeSpan? patience)
    {
        var conversation = conversations[writer % conversations.Count];
        for (var number = 0; number < messages; number++)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                if (patience is not { } limit) await SendAsync(conversation, writer, number, attempt: 0, started);
                else await SendUntilTakenAsync(conversation, writer, number, started, limit);
            }
            catch (HttpRequestException) when (patience is null)
            {
                return;
            }
        }
    }

    private Task SendUntilTakenAsync(Conversation conversation, int writer, int number, long started, TimeSpan patience)
    {
        var attempt = 0;
        return Poll.UntilAsync(() => SendAsync(conversation, writer, number, attempt++, started), patience);
    }

    /// <summary>No two attempts send the same text: one that was refused or lost may have been written, and says so in the history.</summary>
    private async Task<bool> SendAsync(Conversation conversation, int writer, int number, int attempt, long started)
    {
        var content = $"writer {writer}, message {number}, attempt {attempt}";
        var answer = await doors[(writer + number + attempt) % doors.Count].SayAsync(conversation, content);
        if (!answer.Ok)
        {
            _refused.Enqueue(answer);
            return false;
        }

        var reply = answer.Body.GetProperty("message").GetProperty("id").GetString()!;
        _acknowledged.Enqueue(new(conversation, content, reply, Stopwatch.GetElapsedTime(started)));
        if (_acknowledged.Count >= Volatile.Read(ref _awaited)) _reached.TrySetResult();
        return true;
    }
}
