using Microsoft.Extensions.Logging;
using Platform.Companions.Autonomy;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>
/// What a companion does by herself. One reminder wakes her at the next check that can matter. It may come late, early or twice: what is due
/// follows from what she knows when she wakes. It is moved only where it would come too late; one that comes too early, because somebody
/// wrote meanwhile, moves itself. So a chat costs no write for it, and an idle companion a wake or two a day.
/// </summary>
internal sealed partial class CompanionGrain
{
    private const string WakeReminder = CheckInReminders.Name;

    /// <summary>The engine's timers reach no farther than 49 days.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(30);

    /// <summary>
    /// When the engine comes again to one whose wake failed. <see cref="LateWakeSweeper"/> comes long before; but what is due again soon, the
    /// engine holds in memory.
    /// </summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <summary>A reminder starts when it is written, which is a little after its time was reckoned.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    private CheckInTrail _trail = CheckInTrail.Empty;

    /// <summary>When the reminder comes; null where there is none, or nobody has looked since this activation.</summary>
    private DateTimeOffset? _wakesAt;

    public Task<Outcome<AutonomySettings>> GetAutonomy(string ownerId) => Task.FromResult<Outcome<AutonomySettings>>(
        Owned(ownerId) is { } companion ? companion.Autonomy ?? AutonomySettings.Default with { Enabled = false } : Unknown);

    public async Task<Outcome<AutonomySettings>> SetAutonomy(string ownerId, AutonomySettings settings)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var next = companion with { Autonomy = settings, Feelings = _feelings!, UpdatedAt = Now };
        await _companion.SaveAsync(next);
        await PlanAsync(next, Now, mayComeEarly: false);
        return settings;
    }

    public async Task<Outcome<CheckIns>> RecentCheckIns(string ownerId, int limit)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var items = await _services.CheckIns.RecentAsync(Id, limit);
        // The last one is ignored as soon as the time is over, not only when something else happens.
        if (items.Count > 0 && companion.Autonomy is { } settings && _trail.IgnoredAt(settings.GuiltTrip) < Now)
            items = [items[0] with { WasIgnored = true }, .. items.Skip(1)];
        return new CheckIns(items, await _services.CheckIns.CountAsync(Id));
    }

    public Task<Outcome<CheckInForecast>> Forecast(string ownerId) =>
        Task.FromResult<Outcome<CheckInForecast>>(Owned(ownerId) is { } companion ? Foresee(companion) : Unknown);

    public Task ReceiveReminder(string reminderName, TickStatus status) => WakeAsync();

    public async Task<bool> WakeOverdue()
    {
        if (_wakesAt > Now) return false;
        await WakeAsync();
        return true;
    }

    private async Task WakeAsync()
    {
        if (_companion.Value is not { } companion)
        {
            // Deleted, and the reminder outlived a crash.
            await ForgetPlansAsync();
            Retire();
            return;
        }

        try
        {
            await CheckAsync(companion);
        }
        catch (StoreException)
        {
            // Another activation was first, or nobody knows what was written. She is woken again, and finds what is in the log.
            Retire();
            throw;
        }
    }

    private CheckGrid GridOf(AutonomySettings settings) => new(settings.CheckIntervalMinutes, this.GetGrainId().GetUniformHashCode());

    private CheckInForecast Foresee(CompanionState companion)
    {
        if (companion.Autonomy is not { Enabled: true } settings) return new CheckInForecast(null, null, "She doesn't write first.");
        if (CheckInPlanner.Next(settings, GridOf(settings), _feelings!, _trail, Now) is not { } plan)
        {
            return new CheckInForecast(
                null, null, _trail.Unanswered > 0 ? "She waits for an answer to her last check-in." : "Nothing that she feels will make her write.");
        }

        var felt = _feelings!.AsOf(plan.At).Emotions;
        return new CheckInForecast(plan.At, plan.Trigger, Words.Cause(settings, plan.Trigger, felt, plan.At - (_trail.UnansweredSince ?? plan.At)));
    }

    /// <summary>Writes what is due now, and sees to the next wake.</summary>
    private async Task CheckAsync(CompanionState companion)
    {
        var now = Now;
        if (companion.Autonomy is { Enabled: true } settings)
        {
            // The check that this wake is for lies behind it, by however much it is late.
            var check = CheckInPlanner.IsQuiet(settings, now) ? now : GridOf(settings).AtOrBefore(now);
            var plan = CheckInPlanner.Next(settings, GridOf(settings), _feelings!, _trail, check);
            if (plan?.At <= now) await CheckInAsync(settings, plan.Trigger, now);
        }

        // Spent, also where it came early: it repeats itself a day later.
        _wakesAt = DateTimeOffset.MinValue;
        await PlanAsync(companion, now, mayComeEarly: false);
    }

    /// <summary>The message, why it came, and the one that was ignored before it, in one unit under the conversation's next number.</summary>
    private async Task CheckInAsync(AutonomySettings settings, CheckInTrigger trigger, DateTimeOffset now)
    {
        var transcript = await LoadTranscriptAsync();
        var felt = _feelings!.AsOf(now);
        var ignored = now - (_trail.UnansweredSince ?? now);
        var text = Words.Of(settings, trigger, ignored, (ulong)transcript.LastSeq);
        var message = transcript.Draft(MessageRole.Assistant, text, felt.Word, NextMoment());
        var row = CheckInLog.Append(message, trigger, Words.Cause(settings, trigger, felt.Emotions, ignored), felt.Emotions);
        Statement[] together = _trail.Unanswered > 0 ? [row, CheckInLog.Ignored(Id, _trail.LastSeq)] : [row];
        await transcript.AppendAsync(new LoggedMessage(message, _feelings.ToJson()), together);
        _trail = _trail.Sent(message.Seq, message.CreatedAt);
        TellWritten(message, felt.Emotions);
    }

    /// <summary>What a message of the user's at this moment has come too late for.</summary>
    private Statement[] TooLateFor(CompanionState companion, DateTimeOffset now) =>
        companion.Autonomy is { } settings && _trail.IgnoredAt(settings.GuiltTrip) < now
            ? [CheckInLog.Ignored(Id, _trail.LastSeq)]
            : [];

    /// <summary>Sees to the reminder where nothing else may fail for it: the next activation tries again.</summary>
    private async Task TryPlanAsync(CompanionState companion)
    {
        if (companion.Autonomy is not { Enabled: true }) return;
        try
        {
            await PlanAsync(companion, Now, mayComeEarly: true);
        }
        catch (Exception error)
        {
            LogNotPlanned(_services.Logger, error, Id);
            Retire();
        }
    }

    private async Task PlanAsync(CompanionState companion, DateTimeOffset now, bool mayComeEarly)
    {
        var plan = companion.Autonomy is { } settings ? CheckInPlanner.Next(settings, GridOf(settings), _feelings!, _trail, now) : null;
        _wakesAt ??= await ReadWakeAsync();
        if (plan is null)
        {
            if (_wakesAt is not null && !mayComeEarly) await ForgetPlansAsync();
            return;
        }

        var wake = plan.At < now + LongestSleep ? plan.At : now + LongestSleep;
        // One whose time has come comes again until it is moved, so it is early too.
        if (_wakesAt < wake + Slack && (mayComeEarly || _wakesAt > wake - Slack)) return;
        await this.RegisterOrUpdateReminder(WakeReminder, wake - now, Again);
        _wakesAt = wake;
    }

    private async Task<DateTimeOffset?> ReadWakeAsync() =>
        await _services.Reminders.ReadRow(this.GetGrainId(), WakeReminder) is { } row
            ? new DateTimeOffset(DateTime.SpecifyKind(row.StartAt, DateTimeKind.Utc))
            : null;

    private async Task ForgetPlansAsync()
    {
        if (await this.GetReminder(WakeReminder) is { } reminder) await this.UnregisterReminder(reminder);
        _wakesAt = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Companion {Id} could not plan her next check-in")]
    private static partial void LogNotPlanned(ILogger logger, Exception error, string id);
}
