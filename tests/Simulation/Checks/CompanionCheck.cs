using Platform.Companions;
using Platform.Conversations;

namespace Platform.Simulation.Checks;

/// <summary>
/// Checks the log of one companion against what her user did and was told. It is told of everything in order of time: checks that passed,
/// what was tried and answered, and then what is new in the log.
/// </summary>
internal sealed class CompanionCheck(string id, AutonomySettings settings, DateTimeOffset born, Action<Violation> report)
{
    /// <summary>Two messages of one moment are logged a microsecond apart.</summary>
    private const double Tolerance = 1e-6;

    private readonly Expectation _expectation = new();
    private readonly List<LogRow> _rows = [];
    private readonly Dictionary<string, int> _tried = [];
    private readonly List<Exchange> _acknowledged = [];
    private readonly uint _seed = SeedOf(id);
    private AutonomySettings _settings = settings;

    /// <summary>What she felt at birth, and after each message.</summary>
    private readonly List<Feelings> _felt = [Feelings.AtBirth(born)];
    private readonly List<(Emotions Shown, DateTimeOffset At, long Seq)> _shown = [];
    private DateTimeOffset _checked = born;
    private (DateTimeOffset At, CheckInTrigger Trigger)? _due;
    private long _acknowledgedThrough;
    private bool _awaitsReply;

    /// <summary>Whether her time may have come while no silo was up.</summary>
    private bool _mayBeOverdue;

    public string Id => id;

    public long LastSeq => _rows.Count;

    /// <summary>What was said, a line each.</summary>
    public IEnumerable<string> Lines => _rows.Select(row => row.ToString());

    /// <summary>
    /// Time passes up to and with this moment. Where no silo is up nobody checks: what was due then is looked at again when there is one.
    /// </summary>
    public void Pass(DateTimeOffset until, bool isUp)
    {
        var interval = TimeSpan.FromMinutes(_settings.CheckIntervalMinutes);
        for (var check = LastCheck(_checked) + interval; isUp && _due is null && check <= until; check += interval)
        {
            if (_expectation.DueAt(check, _settings, _felt[^1]) is { } trigger) _due = (check, trigger);
        }

        _checked = until;
        if (!isUp) _mayBeOverdue = true;
    }

    /// <summary>She is woken if her time came while no silo was up, and looks as she would have at her last check.</summary>
    public void Sweep(DateTimeOffset now)
    {
        var check = LastCheck(now);
        if (!_mayBeOverdue || check < _felt[^1].At || Expectation.IsQuiet(_settings, now)) return;
        if (_expectation.DueAt(check, _settings, _felt[^1]) is { } trigger) _due = (now, trigger);
    }

    /// <summary>The user sends this, maybe more than once as the same request: it may be in the log once more.</summary>
    public void Tried(string text) => _tried[text] = _tried.GetValueOrDefault(text) + 1;

    /// <summary>The user was told that this is kept.</summary>
    public void Acknowledged(Exchange exchange)
    {
        _acknowledged.Add(exchange);
        _acknowledgedThrough = exchange.Reply.Seq;
        CheckRange(exchange.Reaction.Emotions, exchange.UserMessage.CreatedAt);
    }

    /// <summary>She plans anew, from now on.</summary>
    public void Chose(AutonomySettings chosen) => (_settings, _mayBeOverdue) = (chosen, false);

    /// <summary>The user was shown these feelings.</summary>
    public void Saw(Emotions shown, DateTimeOffset at)
    {
        CheckRange(shown, at);
        _shown.Add((shown, at, Math.Max(LastSeq, _acknowledgedThrough)));
    }

    /// <summary>What is new in the log, in its order.</summary>
    public void Read(IReadOnlyList<LogRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Seq != LastSeq + 1) Report(Invariant.NoMessageLost, row.At, $"After number {LastSeq} comes {row.Seq}.");
            _rows.Add(row);
            _felt.Add(_felt[^1]);
            if (row.CheckIn is { } checkIn) ReadCheckIn(row, checkIn);
            else if (row.Role == MessageRole.User) ReadUsers(row);
            else if (!_awaitsReply) Report(Invariant.NoMessageTwice, row.At, $"A reply to nothing: {row.Content}");
            _awaitsReply = row.Role == MessageRole.User;
        }
    }

    /// <summary>All that was due by now has to be there.</summary>
    public void Settle()
    {
        if (_due is { } due)
        {
            Report(Invariant.NoCheckInMissed, due.At, $"{due.Trigger} was due.");
            _expectation.Sent(due.At);
            _due = null;
        }

        foreach (var exchange in _acknowledged) Find(exchange);
        _acknowledged.Clear();
        foreach (var (shown, at, seq) in _shown.Where(one => one.Seq <= LastSeq))
            CheckClosedForm(shown, _felt[(int)seq].AsOf(at).Emotions, at);
        _shown.Clear();
    }

    /// <summary>The silo was killed at this very moment: what was due now is due at the first check after it is back.</summary>
    public void Killed()
    {
        _due = null;
        Settle();
    }

    /// <summary>Reads the whole log again: nothing in it may have changed.</summary>
    public void Compare(IReadOnlyList<LogRow> all, DateTimeOffset now)
    {
        if (!all.SequenceEqual(_rows))
            Report(Invariant.NoMessageLost, now, $"{all.Count} messages are there, of {_rows.Count}, or not the same.");
    }

    /// <summary>What tells her checks from those of others.</summary>
    public static uint SeedOf(string id) => GrainId.Create("companion", id).GetUniformHashCode();

    private DateTimeOffset LastCheck(DateTimeOffset moment)
    {
        var interval = TimeSpan.FromMinutes(_settings.CheckIntervalMinutes);
        var first = DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds(_seed % (uint)interval.TotalSeconds);
        return first + (long)((moment - first) / interval) * interval;
    }

    private void ReadCheckIn(LogRow row, LoggedCheckIn checkIn)
    {
        if (_due is null) Report(Invariant.NoCheckInTwice, row.At, $"Nothing was due, and there is {row}");
        else if (_due != (row.At, checkIn.Trigger))
            Report(Invariant.NoCheckInMissed, _due.Value.At, $"{_due.Value.Trigger} was due, and there is {row}");
        _due = null;
        _expectation.Sent(row.At);
        CheckRange(checkIn.Emotions, row.At);
        CheckClosedForm(checkIn.Emotions, _felt[^1].AsOf(row.At).Emotions, row.At);
    }

    private void ReadUsers(LogRow row)
    {
        if (_tried.GetValueOrDefault(row.Content) > 0) _tried[row.Content]--;
        else Report(Invariant.NoMessageTwice, row.At, $"Nobody sent this, or not so often: {row.Content}");
        _felt[^1] = _felt[^1].Hear(Appraiser.Read(row.Content), row.At);
        _expectation.Answered();
    }

    private void Find(Exchange exchange)
    {
        foreach (var message in (Message[])[exchange.UserMessage, exchange.Reply])
        {
            var row = new LogRow(message.Seq, message.Id, message.Role, message.Content, message.CreatedAt, null);
            if (message.Seq > LastSeq || _rows[(int)message.Seq - 1] != row)
                Report(Invariant.NoMessageLost, message.CreatedAt, $"Acknowledged, and not there: {message.Content}");
        }
    }

    private void CheckRange(Emotions felt, DateTimeOffset at)
    {
        if (!Values(felt).All(value => value is >= 0 and <= 1)) Report(Invariant.EmotionsInRange, at, $"{felt}");
    }

    private void CheckClosedForm(Emotions shown, Emotions computed, DateTimeOffset at)
    {
        if (!Values(shown).Zip(Values(computed)).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance))
            Report(Invariant.EmotionsByClosedForm, at, $"{shown}, not {computed}");
    }

    private static double[] Values(Emotions felt) => [felt.Loneliness, felt.Excitement, felt.Frustration, felt.Jealousy, felt.Affection];

    private void Report(Invariant invariant, DateTimeOffset at, string detail) => report(new(invariant, id, at, detail));
}
