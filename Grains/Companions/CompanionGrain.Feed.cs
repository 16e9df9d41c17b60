using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>
/// What those see who watch the conversation. The place of a message is the moment it was written; what goes with it stands a little before
/// or after, where <see cref="Transcript.Room"/> leaves space. So the places are the same after any restart.
/// </summary>
internal sealed partial class CompanionGrain : ICompanionFeedGrain
{
    /// <summary>In microseconds, as places are.</summary>
    private const long Step = 10;

    private const int MaxMissed = 100;

    /// <summary>How far back a client's history reaches.</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>Null while nobody has watched since this activation: then nothing is told, and telling costs nothing.</summary>
    private Feed? _feed;

    public async Task<Outcome<FeedStart>> Open(string ownerId, HistoryQuery query)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        var seq = FeedOf(transcript).Last;
        return new FeedStart(await _services.Tracking.RecallAsync(Id, transcript.LastSeq, query, Now, transcript.ClearedThrough), seq);
    }

    public async Task<Outcome<FeedPage>> Next(string ownerId, long after)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        var feed = FeedOf(transcript);
        if (after > Math.Max(feed.Last, Place(Now) + Step)) return new FeedPage([], HasGap: true);
        return await feed.NextAsync(after) is { } events ? new FeedPage(events) : await MissedAsync(transcript, after);
    }

    /// <summary>What can be told of the time after a place by the log alone.</summary>
    private async Task<FeedPage> MissedAsync(Transcript transcript, long after)
    {
        if (after < Place(Now - Retention)) return new FeedPage([], HasGap: true);
        var missed = await _services.Tracking.SinceAsync(Id, Instant.FromStored(after), transcript.LastSeq, MaxMissed);
        // Taken back since.
        if (missed is null || missed.Any(row => row.Message.Content.Length == 0)) return new FeedPage([], HasGap: true);
        return new FeedPage([.. missed.SelectMany(Happened).Where(happened => happened.Seq > after)]);
    }

    /// <summary>What a message of the log stands for.</summary>
    private static IEnumerable<FeedEvent> Happened(TrackedMessage row)
    {
        yield return new MessageAdded(Place(row.Message), row);
        if (row.Emotions is { } felt) yield return new MoodChanged(Place(row.Message) + Step, felt, Temperament.MoodOf(felt));
    }

    private Feed FeedOf(Transcript transcript) =>
        _feed ??= new Feed(transcript.Last is { } last ? Place(last) + Step : 0, _services.Patience);

    private void TellHeard(Message heard)
    {
        var at = Place(heard);
        _feed?.Add(
            new MessageAdded(at, new TrackedMessage(heard, null, heard.CreatedAt, null)),
            new TypingChanged(at + Step, true));
    }

    private void TellAnswered(Message heard, Message answer, Emotions felt)
    {
        if (_feed is null) return;
        var at = Place(answer);
        _feed.Add(new MessageRead(at - (2 * Step), heard.Id), new TypingChanged(at - Step, false));
        TellWritten(answer, felt);
    }

    private void TellWritten(Message written, Emotions felt)
    {
        var at = Place(written);
        _feed?.Add(
            new MessageAdded(at, new TrackedMessage(written, felt, null, null)),
            new MoodChanged(at + Step, felt, Temperament.MoodOf(felt)));
    }

    private void TellReplaced(Message old, Message answer, Emotions felt)
    {
        var at = Place(answer);
        _feed?.Add(
            new TypingChanged(at - Step, false),
            new MessageReplaced(at, old.Id, new TrackedMessage(answer, felt, null, null)));
    }

    private void TellTyping()
    {
        if (_feed is not null) _feed.Add(new TypingChanged(_feed.Last + Step, true));
    }

    private void TellMissed(Message heard)
    {
        if (_feed is null) return;
        var at = Math.Max(Place(Now), _feed.Last + Step);
        _feed.Add(new TypingChanged(at, false), new ReplyMissed(at + Step, heard.Id));
    }

    private void TellChanged()
    {
        if (_feed is not null) _feed.Add(new HistoryChanged(Math.Max(Place(Now), _feed.Last + Step)));
    }

    /// <summary>Now, or as soon after what was told last as a message can be written.</summary>
    private DateTimeOffset NextMoment()
    {
        var now = Now;
        return _feed is { } feed && Instant.FromStored(feed.Last) + Transcript.Room is var next && next > now ? next : now;
    }

    /// <summary>Leaves once nothing is under way: nothing in memory is to be trusted any more, or worth its place.</summary>
    private void Retire()
    {
        _feed?.Wake();
        _drafts?.Close();
        DeactivateOnIdle();
    }

    private static long Place(Message message) => Place(message.CreatedAt);

    private static long Place(DateTimeOffset moment) => Instant.ToStored(moment);
}
