namespace Platform.Generation;

/// <summary>One try at a job.</summary>
internal sealed class JobRun : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private bool _isOver;

    public JobRun(RenderQueue.Ticket ticket) => (Ticket, Stopping) = (ticket, _stopping.Token);

    public RenderQueue.Ticket Ticket { get; }

    /// <summary>Nobody wants it any more.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>It failed, and is to be tried once more.</summary>
    public bool IsToRepeat { get; set; }

    public void Stop()
    {
        if (!_isOver) _stopping.Cancel();
    }

    public void Dispose()
    {
        _isOver = true;
        Ticket.Dispose();
        _stopping.Dispose();
    }
}
