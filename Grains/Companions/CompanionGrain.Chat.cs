using System.Buffers.Binary;
using System.Globalization;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Storage;

namespace Platform.Companions;

/// <summary>The conversation of a companion: hearing a message, answering it, and the history.</summary>
internal sealed partial class CompanionGrain
{
    private static readonly Refusal NoReply =
        new(RefusalKind.ReplyFailed, "The reply could not be written. Your message was kept; please try again.");

    private static readonly Refusal Reused = new(RefusalKind.RequestReused, "This request was sent before with another body.");

    private Transcript? _transcript;

    /// <summary>Null until a request comes that may be sent again.</summary>
    private SaidRequests? _requests;

    public async Task<Outcome<Exchange>> Say(string ownerId, NewMessage message)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        try
        {
            return await SaidBeforeAsync(companion, transcript, message) ?? await AnswerAsync(companion, transcript, message);
        }
        catch (StoreException)
        {
            // Another activation was first, or nobody knows what was written: nothing in memory is to be trusted.
            Retire();
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
            Retire();
            throw;
        }

        TellChanged();
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

    private async Task<Outcome<Exchange>> AnswerAsync(CompanionState companion, Transcript transcript, NewMessage message)
    {
        var now = NextMoment();
        var appraisal = Appraiser.Read(message.Text);
        var before = _feelings!.AsOf(now);
        var felt = before.Hear(appraisal, now);
        var draft = transcript.Draft(MessageRole.User, message.Text, null, now, id: message.Id);
        var heard = new LoggedMessage(draft, felt.ToJson(), SaidRequests.Write(message.Request));
        var reaction = ReactionOf(appraisal, felt.Stats.Minus(before.Stats), felt);
        using var given = new CancellationTokenSource();
        var writing = WriteAsync(companion, felt, appraisal, transcript.Recent, draft, given.Token);

        // An engine that answers at once shares one commit with the message; one that takes its time finds the message already kept.
        var kept = !writing.IsCompleted;
        try
        {
            if (kept) await KeepAsync(companion, transcript, heard, felt);
        }
        catch
        {
            await given.CancelAsync();
            throw;
        }

        var reply = await writing;
        if (reply is null)
        {
            if (!kept) await KeepAsync(companion, transcript, heard, felt);
            TellMissed(draft);
            return NoReply;
        }

        var answer = AnswerTo(heard, transcript, reply, kept ? felt : null, reaction);
        if (kept)
        {
            await transcript.AppendAsync(answer);
        }
        else
        {
            await transcript.AppendAsync(heard with { Feelings = null }, answer with { Feelings = heard.Feelings }, TooLateFor(companion, now));
            Heard(heard, felt);
        }

        TellAnswered(draft, answer.Message, felt.Emotions);
        return new Exchange(draft, answer.Message, reaction);
    }

    /// <summary>What came of the same request when it was here before; null: it wasn't.</summary>
    private async ValueTask<Outcome<Exchange>?> SaidBeforeAsync(CompanionState companion, Transcript transcript, NewMessage message)
    {
        if (message.Request is not { } request) return null;
        var requests = await LoadRequestsAsync(transcript);
        if (requests.Find(request.Name, Now) is not { } seq) return null;

        var rows = await _services.Log.RangeAsync(Id, seq, seq + 1);
        if (SaidRequests.Read(rows[0].Request!) != request) return Reused;
        if (rows is [var said, { Gained: { } gained } answer])
        {
            var reaction = ReactionOf(Appraiser.Read(said.Message.Content), ReadGained(gained), Feelings.FromJson(answer.Feelings)!);
            return new Exchange(said.Message, answer.Message, reaction, IsReplay: true);
        }

        // Taken back since; or something else was said since its answer failed.
        if (rows[0].Message.Content.Length == 0) return Unknown;
        return seq == transcript.LastSeq ? await AnswerAgainAsync(companion, transcript, rows[0]) : NoReply;
    }

    /// <summary>Answers the last message, which was kept although its answer failed.</summary>
    private async Task<Outcome<Exchange>> AnswerAgainAsync(CompanionState companion, Transcript transcript, LoggedMessage heard)
    {
        var felt = _feelings!.AsOf(Now);
        var appraisal = Appraiser.Read(heard.Message.Content);
        var recent = transcript.Recent.Where(message => message.Seq < heard.Message.Seq);
        if (_feed is not null) _feed.Add(new TypingChanged(_feed.Last + Step, true));
        if (await WriteAsync(companion, felt, appraisal, [.. recent], heard.Message) is not { } reply)
        {
            TellMissed(heard.Message);
            return NoReply;
        }

        // What it did to her is long done, and how she was before it forgotten: its full effect is the best that can be told.
        var reaction = ReactionOf(appraisal, Feelings.EffectOf(appraisal), felt);
        var answer = AnswerTo(heard, transcript, reply, felt, reaction);
        await transcript.AppendAsync(answer);
        TellAnswered(heard.Message, answer.Message, felt.Emotions);
        return new Exchange(heard.Message, answer.Message, reaction);
    }

    private ValueTask<ReplyResult?> WriteAsync(
        CompanionState companion,
        Feelings felt,
        Appraisal appraisal,
        IReadOnlyList<Message> before,
        Message heard,
        CancellationToken cancellation = default)
    {
        var silence = before is [.., var last] ? heard.CreatedAt - last.CreatedAt : TimeSpan.Zero;
        PastMessage[] recent = [.. before.Select(message => new PastMessage(message.Role == MessageRole.User, message.Content))];
        return _services.Replies.WriteAsync(
            new(companion.Persona, felt.Emotions, felt.Word, appraisal, felt.Bond, silence, recent, heard.Content, Seed(heard)), cancellation);
    }

    private LoggedMessage AnswerTo(LoggedMessage heard, Transcript transcript, ReplyResult reply, Feelings? felt, Reaction reaction) => new(
        transcript.Draft(MessageRole.Assistant, reply.Text, reaction.Emotion, NextMoment(), after: heard.Message),
        felt?.ToJson(),
        Gained: heard.Request is null ? null : WriteGained(reaction.Change));

    private async Task KeepAsync(CompanionState companion, Transcript transcript, LoggedMessage heard, Feelings felt)
    {
        await transcript.AppendAsync(heard, TooLateFor(companion, felt.At));
        Heard(heard, felt);
    }

    private void Heard(LoggedMessage heard, Feelings felt)
    {
        _feelings = felt;
        _trail = _trail?.Answered();
        TellHeard(heard.Message);
        if (heard.Request is { } request) _requests!.Add(SaidRequests.Read(request), heard.Message.Seq, heard.Message.CreatedAt);
    }

    private static Reaction ReactionOf(Appraisal appraisal, Stats change, Feelings felt) =>
        new(felt.Word, Feelings.EffectOf(appraisal), change, felt.Emotions, Temperament.MoodOf(felt.Emotions));

    private static string WriteGained(Stats stats) => string.Create(CultureInfo.InvariantCulture, $"{stats.Energy} {stats.Mood} {stats.Bond}");

    private static Stats ReadGained(string gained)
    {
        var numbers = gained.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Stats(numbers[0], numbers[1], numbers[2]);
    }

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

    private async ValueTask<SaidRequests> LoadRequestsAsync(Transcript transcript) =>
        _requests ??= await SaidRequests.LoadAsync(_services.Log, Id, transcript.LastSeq, Now);

    /// <summary>The state keeps the feelings of its last save, each message those after it: the later of the two are the truth.</summary>
    private async Task LoadFeelingsAsync(CompanionState companion)
    {
        var tail = await _services.Log.TailAsync(Id, 1);
        var logged = tail.Count > 0 ? Feelings.FromJson(tail[0].Feelings) : null;
        _feelings = logged?.Revision > companion.Feelings.Revision ? logged : companion.Feelings;
    }
}
