using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Platform.Generation;

/// <summary>
/// The one place of a silo where jobs wait for their turn: so many are drawn at once, and <see cref="FairQueue{T}"/> says who is next. What
/// waits is in memory only; a job whose silo died queues again where it comes back.
/// </summary>
internal sealed class RenderQueue(IOptions<GenerationOptions> options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly FairQueue<Ticket> _waiting = new();
    private readonly HashSet<string> _known = [];
    private readonly RenderTimes _times = new();
    private int _drawing;

    /// <summary>Whether a job waits or is drawn here.</summary>
    public bool Knows(string jobId)
    {
        lock (_lock) return _known.Contains(jobId);
    }

    /// <summary>Queues a job. Dispose the ticket when it is drawn, or needs no drawing any more.</summary>
    public Ticket Enter(StoredJob job)
    {
        lock (_lock)
        {
            var ticket = new Ticket(this, job.Id, job.Order, job.Priority);
            _known.Add(job.Id);
            ticket.Place = _waiting.Add(ticket, job.OwnerId, job.Priority, _times.Of(job.Order));
            JobMeasure.Waiting(job.Order, job.Priority, 1);
            Serve();
            return ticket;
        }
    }

    private void Serve()
    {
        while (_drawing < options.Value.Concurrency && _waiting.Take() is { } next)
        {
            _drawing++;
            JobMeasure.Waiting(next.Order, next.Priority, -1);
            JobMeasure.Drawing(next.Order, 1);
            next.Begin(clock.GetTimestamp());
        }
    }

    private void Took(JobOrder order, TimeSpan time)
    {
        _times.Add(order, time);
        JobMeasure.Drawn(order, time);
    }

    private (int Position, double Seconds)? Wait(Ticket ticket)
    {
        lock (_lock)
        {
            if (_waiting.PositionOf(ticket.Place!) is not { } position) return null;
            var before = _waiting.CostBefore(ticket.Place!) / options.Value.Concurrency;
            return (position, before + _times.Of(ticket.Order));
        }
    }

    private void Leave(Ticket ticket, bool isDone)
    {
        lock (_lock)
        {
            _known.Remove(ticket.JobId);
            if (_waiting.Remove(ticket.Place!))
            {
                JobMeasure.Waiting(ticket.Order, ticket.Priority, -1);
                return;
            }

            _drawing--;
            JobMeasure.Drawing(ticket.Order, -1);
            if (isDone) Took(ticket.Order, clock.GetElapsedTime(ticket.BegunAt));
            Serve();
        }
    }

    /// <summary>A job's place in the queue, and then at the drawing board.</summary>
    public sealed class Ticket(RenderQueue queue, string jobId, JobOrder order, int priority) : IDisposable
    {
        private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _isDone;
        private int _hasLeft;

        public string JobId => jobId;

        public JobOrder Order => order;

        public int Priority => priority;

        /// <summary>Completes when it may be drawn.</summary>
        public Task Turn => _turn.Task;

        /// <summary>How many go before it, and the seconds until it is done; null: it doesn't wait.</summary>
        public (int Position, double Seconds)? Wait => queue.Wait(this);

        internal FairQueue<Ticket>.Entry? Place { get; set; }

        internal long BegunAt { get; private set; }

        internal void Begin(long at)
        {
            Debug.Assert(!Turn.IsCompleted, "It has begun before.");
            BegunAt = at;
            _turn.SetResult();
        }

        /// <summary>It was drawn: the time that it took tells how long others will take.</summary>
        public void Done() => _isDone = true;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasLeft, 1) == 0) queue.Leave(this, _isDone);
        }
    }
}
