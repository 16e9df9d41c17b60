using System.Buffers.Binary;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>The conversation of a companion: hearing a message, answering it, and the history.</summary>
internal sealed partial class CompanionGrain
{
    private static readonly Refusal NoReply =
        new(RefusalKind.ReplyFailed, "The reply could not be written. Your message was kept; please try again.");

    private Transcript? _transcript;

    public async Task<Outcome<Exchange>> Say(string ownerId, string text)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        try
        {
            return await AnswerAsync(companion, transcript, text);
        }
        catch (StoreException)
        {
            // Another activation was first, or nobody knows what was written: nothing in memory is to be trusted.
            DeactivateOnIdle();
            throw;
        }
        finally
        {
            await TryPlanAsync(companion);
        }
    }

    public async Task<Outcome<MessagePage>> History(string ownerId, int page, int pageSize)
    {
        if (Owned(ownerId) is null) return Unknown;
        return await (await LoadTranscriptAsync()).PageAsync(page, pageSize);
    }

    public async Task<Outcome<MessagePage>> Latest(string ownerId, int skip, int limit)
    {
        if (Owned(ownerId) is null) return Unknown;
        return await (await LoadTranscriptAsync()).LatestAsync(skip, limit);
    }

    public async Task<Outcome<Done>> Clear(string ownerId)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        await SettleMissionsAsync();
        // The state first: from now on nobody sees a message, also if a crash comes before they are erased.
        await _companion.SaveAsync(companion with { ClearedThrough = transcript.LastSeq, Feelings = _feelings! });
        try
        {
            await transcript.ClearAsync();
        }
        catch (StoreException)
        {
            DeactivateOnIdle();
            throw;
        }

        return Done.Instance;
    }

    public async Task<Outcome<HistorySlice>> Recall(string ownerId, HistoryQuery query)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        return await _services.Tracking.RecallAsync(Id, transcript.LastSeq, query, Now);
    }

    public async Task<Outcome<Done>> MarkDelivered(string ownerId, long throughSeq)
    {
        if (Owned(ownerId) is null) return Unknown;
        await _services.Tracking.MarkDeliveredAsync(Id, throughSeq - HistoryQuery.MaxLimit + 1, throughSeq, Now);
        return Done.Instance;
    }

    public async Task<Outcome<Done>> MarkRead(string ownerId, string messageId)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        await _services.Tracking.MarkReadAsync(Id, transcript.LastSeq, messageId, Now);
        return Done.Instance;
    }

    private async Task<Outcome<Exchange>> AnswerAsync(CompanionState companion, Transcript transcript, string text)
    {
        var now = Now;
        var appraisal = Appraiser.Read(text);
        var before = _feelings!.AsOf(now);
        var felt = before.Hear(appraisal, now);
        var emotion = felt.Word;
        var heard = new LoggedMessage(transcript.Draft(MessageRole.User, text, null, now), felt.ToJson());
        var silence = transcript.Last is { } last ? now - last.CreatedAt : TimeSpan.Zero;
        var writing = _services.Replies.WriteAsync(
            new(companion.Persona, felt.Emotions, emotion, appraisal, felt.Bond, silence, Context(transcript), text, Seed(heard.Message)));

        // An engine that answers at once shares one commit with the message; one that takes its time finds the message already kept.
        var kept = !writing.IsCompleted;
        if (kept) await KeepAsync(companion, transcript, heard, felt);
        var reply = await writing;
        if (reply is null)
        {
            if (!kept) await KeepAsync(companion, transcript, heard, felt);
            return NoReply;
        }

        var answer = new LoggedMessage(
            transcript.Draft(MessageRole.Assistant, reply.Text, emotion, Now, after: heard.Message), kept ? felt.ToJson() : heard.Feelings);
        if (kept)
        {
            await transcript.AppendAsync(answer);
        }
        else
        {
            await transcript.AppendAsync(heard with { Feelings = null }, answer, TooLateFor(companion, now));
            Heard(felt);
        }

        return new Exchange(heard.Message, answer.Message, ReactionOf(appraisal, before.Stats, felt));
    }

    private async Task KeepAsync(CompanionState companion, Transcript transcript, LoggedMessage heard, Feelings felt)
    {
        await transcript.AppendAsync(heard, TooLateFor(companion, felt.At));
        Heard(felt);
    }

    private void Heard(Feelings felt)
    {
        _feelings = felt;
        _trail = _trail?.Answered();
    }

    private static Reaction ReactionOf(Appraisal appraisal, Stats before, Feelings felt)
    {
        var after = felt.Stats;
        var change = new Stats(after.Energy - before.Energy, after.Mood - before.Mood, after.Bond - before.Bond);
        return new(felt.Word, Feelings.EffectOf(appraisal), change, felt.Emotions, Temperament.MoodOf(felt.Emotions));
    }

    private static PastMessage[] Context(Transcript transcript) =>
        [.. transcript.Recent.Select(message => new PastMessage(message.Role == MessageRole.User, message.Content))];

    /// <summary>The message's id is random, so replies vary; it is stored, so a reply can be written again to the letter.</summary>
    private static ulong Seed(Message message)
    {
        Span<byte> id = stackalloc byte[16];
        Guid.Parse(message.Id).TryWriteBytes(id);
        return BinaryPrimitives.ReadUInt64BigEndian(id[8..]);
    }

    private async ValueTask<Transcript> LoadTranscriptAsync()
    {
        if (_transcript is { } loaded) return loaded;
        var transcript = new Transcript(Id, _services.Log, _services.Ids);
        await transcript.LoadAsync(_companion.Value!.ClearedThrough);
        // Two interleaved calls may both load; the first to finish is kept, so that nobody holds an older one.
        return _transcript ??= transcript;
    }

    /// <summary>The state keeps the feelings of its last save, each message those after it: the later of the two are the truth.</summary>
    private async Task LoadFeelingsAsync(CompanionState companion)
    {
        var tail = await _services.Log.TailAsync(Id, 1);
        var logged = tail.Count > 0 ? Feelings.FromJson(tail[0].Feelings) : null;
        _feelings = logged?.Revision > companion.Feelings.Revision ? logged : companion.Feelings;
    }
}
