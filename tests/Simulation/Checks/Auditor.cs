using System.Text;
using Platform.Companions;
using Platform.Conversations;
using Platform.Simulation.Users;

namespace Platform.Simulation.Checks;

/// <summary>Checks all companions after each event, and counts.</summary>
internal sealed class Auditor : IDisposable
{
    private const int MostIdleTicks = 2;

    private readonly IReadOnlyList<User> _users;
    private readonly DateTimeOffset _start;
    private readonly CompanionCheck[] _checks;
    private readonly Dictionary<string, int> _indices;
    private readonly int[,] _ticks;
    private readonly int _days;
    private readonly Lock _lock = new();
    private readonly List<Violation> _violations = [];
    private Journal? _journal;

    public Auditor(IReadOnlyList<User> users, DateTimeOffset start, int days)
    {
        _users = users;
        _start = start;
        _days = days;
        _checks = [.. users.Select(user => new CompanionCheck(user.Id, user.Companion.Autonomy!, start, Report))];
        _indices = users.Select((user, index) => (user.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        _ticks = new int[users.Count, days];
    }

    public long Messages { get; private set; }

    public long Ticks { get; private set; }

    public SortedDictionary<CheckInTrigger, long> CheckIns { get; } = [];

    public IReadOnlyList<Violation> Violations => _violations;

    public CompanionCheck Of(int user) => _checks[user];

    /// <summary>From now on the log is at this path.</summary>
    public void Open(string path) => _journal = new Journal(path);

    /// <summary>Whether the last that was said to a companion waits for its reply.</summary>
    public bool AwaitsReply(string companion) => _journal!.After(companion, Check(companion).LastSeq) is [.., { Role: MessageRole.User }];

    /// <summary>Time passes, in which these reminders rang and these users did something.</summary>
    public void Pass(DateTimeOffset now, bool isUp)
    {
        foreach (var check in _checks) check.Pass(now, isUp);
    }

    /// <summary>Whose time came while no silo was up is woken.</summary>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var check in _checks) check.Sweep(now);
    }

    /// <summary>Reads what is new. Only a companion that was ticked or written to can have said anything.</summary>
    public void Read(IReadOnlySet<string> ticked, IEnumerable<string> written, DateTimeOffset now, bool wasKilled)
    {
        foreach (var id in ticked) Tick(id, now);
        foreach (var id in ticked.Union(written)) Read(Check(id));
        foreach (var check in _checks)
        {
            if (wasKilled) check.Killed();
            else check.Settle();
        }

        if (wasKilled) Compare(now);
    }

    /// <summary>At the end: the whole log, and what those cost whom nobody writes any more.</summary>
    public void Finish(DateTimeOffset now)
    {
        Compare(now);
        var (messages, checkIns) = _journal!.Count();
        if (messages != Messages + CheckIns.Values.Sum() || checkIns != CheckIns.Values.Sum())
            Report(new(Invariant.NoMessageTwice, "all", now, $"{messages} messages and {checkIns} check-ins, more than were read."));
        CheckIdle();
    }

    /// <summary>A reminder rang.</summary>
    public void Tick(string companion, DateTimeOffset now)
    {
        Ticks++;
        _ticks[_indices[companion], (now - _start).Days]++;
    }

    public void CheckIdle()
    {
        foreach (var (user, day, ticks) in Idle().Where(one => one.Ticks > MostIdleTicks))
            Report(new(Invariant.IdleCompanionsCostLittle, _users[user].Id, _start.AddDays(day), $"{ticks} ticks in this day."));
    }

    /// <summary>Days of companions whom nobody writes any more, and how often each was ticked.</summary>
    public IEnumerable<(int User, int Day, int Ticks)> Idle() =>
        from user in Enumerable.Range(0, _users.Count)
        where _users[user].Habit == Habit.Ghost
        from day in Enumerable.Range(1, _days - 1)
        select (user, day, _ticks[user, day]);

    public string Transcript()
    {
        var text = new StringBuilder();
        foreach (var (user, check) in _users.Zip(_checks))
        {
            text.AppendLine(user.Id);
            foreach (var line in check.Lines) text.AppendLine(line);
        }

        return text.ToString();
    }

    public void Dispose() => _journal?.Dispose();

    private CompanionCheck Check(string companion) => _checks[_indices[companion]];

    private void Read(CompanionCheck check)
    {
        var rows = _journal!.After(check.Id, check.LastSeq);
        check.Read(rows);
        foreach (var row in rows)
        {
            if (row.CheckIn is { } checkIn) CheckIns[checkIn.Trigger] = CheckIns.GetValueOrDefault(checkIn.Trigger) + 1;
            else Messages++;
        }
    }

    private void Compare(DateTimeOffset now)
    {
        foreach (var check in _checks) check.Compare(_journal!.After(check.Id, 0), now);
    }

    private void Report(Violation violation)
    {
        // Of users who act at the same moment.
        lock (_lock) _violations.Add(violation);
    }
}
