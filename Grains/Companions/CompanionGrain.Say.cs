using System.Buffers.Binary;
using System.Globalization;
using Platform.Companions.Replies;
using Platform.Conversations;
using Platform.Storage;
using Draft = Platform.Conversations.ReplyDraft<Platform.Conversations.Message, Platform.Companions.Exchange>;

namespace Platform.Companions;

/// <summary>How a companion hears a message and answers it.</summary>
internal sealed partial class CompanionGrain
{
    private static readonly Refusal NoReply =
        new(RefusalKind.ReplyFailed, "The reply could not be written. Your message was kept; please try again.");

    private static readonly Refusal Reused = new(RefusalKind.RequestReused, "This request was sent before with another body.");

    /// <summary>Null until somebody speaks to her.</summary>
    private ReplyDrafts<Message, Exchange>? _drafts;

    private ReplyDrafts<Message, Exchange> Drafts =>
        // A request that came before has its message under the id that it had then.
        _drafts ??= new((id, exchange) => exchange.UserMessage.Id == id || exchange.Reply.Id == id);

    /// <summary>Null until a request comes that may be sent again.</summary>
    private SaidRequests? _requests;

    public Task<Outcome<Exchange>> Say(string ownerId, NewMessage message) => SayAsync(ownerId, message, isStreamed: false);

    public Task<Outcome<Exchange>> SayStreamed(string ownerId, NewMessage message) => SayAsync(ownerId, message, isStreamed: true);

    private Task<Outcome<Exchange>> SayAsync(string ownerId, NewMessage message, bool isStreamed) => AnswerInTurnAsync(
        ownerId,
        message.Id,
        async (companion, transcript, draft) => await SaidBeforeAsync(companion, transcript, message, draft)
            ?? await HearAsync(companion, transcript, message, draft, isStreamed));

    private async Task<Outcome<Exchange>> AnswerInTurnAsync(
        string ownerId, string replyId, Func<CompanionState, Transcript, Draft, Task<Outcome<Exchange>>> answer)
    {
        if (Owned(ownerId) is not { } companion) return Unknown;
        var transcript = await LoadTranscriptAsync();
        try
        {
            return await Drafts.WriteAsync(replyId, draft => answer(companion, transcript, draft));
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

    private async Task<Outcome<Exchange>> HearAsync(
        CompanionState companion, Transcript transcript, NewMessage message, Draft draft, bool isStreamed)
    {
        // Before the message: a crash between the two leaves her knowing what is sent again, or was never said, and neither does harm.
        companion = await LearnAsync(companion, message.Text);
        var now = NextMoment();
        var appraisal = Appraiser.Read(message.Text);
        var before = _feelings!.AsOf(now);
        var felt = before.Hear(appraisal, now);
        var heard = new LoggedMessage(
            transcript.Draft(MessageRole.User, message.Text, null, now, id: message.Id), felt.ToJson(), SaidRequests.Write(message.Request));
        var question = new Question(heard, felt, appraisal, felt.Stats.Minus(before.Stats), transcript.Recent, Seed(message.Id));
        var request = RequestFor(companion, question);
        if (isStreamed)
        {
            await KeepAsync(companion, transcript, question, draft);
            return await AnswerKeptAsync(transcript, question, await StreamAsync(request, draft));
        }

        using var given = new CancellationTokenSource();
        var writing = _services.Replies.WriteAsync(request, given.Token);
        // An engine that answers at once shares one commit with the message; one that takes its time finds the message already kept.
        if (writing.IsCompleted) return await KeepWithAnswerAsync(companion, transcript, question, await writing, draft);
        try
        {
            await KeepAsync(companion, transcript, question, draft);
        }
        catch
        {
            await given.CancelAsync();
            throw;
        }

        return await AnswerKeptAsync(transcript, question, await writing);
    }

    /// <summary>Keeps what the message tells of the user for good. Most tell nothing new, and cost nothing.</summary>
    private async ValueTask<CompanionState> LearnAsync(CompanionState companion, string text)
    {
        var known = Known.After(companion.Known, Memory.In(text));
        if (ReferenceEquals(known, companion.Known)) return companion;
        var next = companion with { Known = known, Feelings = _feelings! };
        await _companion.SaveAsync(next);
        return next;
    }

    /// <summary>What came of the same request when it was here before; null: it wasn't.</summary>
    private async ValueTask<Outcome<Exchange>?> SaidBeforeAsync(
        CompanionState companion, Transcript transcript, NewMessage message, Draft draft)
    {
        if (message.Request is not { } request) return null;
        _requests ??= await SaidRequests.LoadAsync(_services.Log, Id, transcript.LastSeq, Now);
        if (_requests.Find(request.Name, Now) is not { } seq) return null;

        var rows = await _services.Log.RangeAsync(Id, seq, seq + 1);
        var heard = rows[0];
        if (SaidRequests.Read(heard.Request!) != request) return Reused;
        if (rows is [_, { Gained: not null } answer])
        {
            draft.Hear(heard.Message);
            draft.Append(answer.Message.Content);
            return ExchangeOf(heard, answer) with { IsReplay = true };
        }

        // Taken back since; or something else was said since its answer failed.
        if (heard.Message.Content.Length == 0) return Unknown;
        return seq == transcript.LastSeq ? await AnswerAgainAsync(companion, transcript, heard, draft) : NoReply;
    }

    /// <summary>The message with its answer, or alone where there is none, in one commit.</summary>
    private async Task<Outcome<Exchange>> KeepWithAnswerAsync(
        CompanionState companion, Transcript transcript, Question question, ReplyResult? reply, Draft draft)
    {
        if (reply is null)
        {
            await KeepAsync(companion, transcript, question, draft);
            return Missed(question);
        }

        var heard = question.Heard;
        var answer = AnswerTo(question, transcript, reply);
        await transcript.AppendAsync(heard with { Feelings = null }, answer with { Feelings = heard.Feelings }, TooLateFor(companion, question.Felt.At));
        Heard(question);
        return Answered(question, answer);
    }

    private async Task KeepAsync(CompanionState companion, Transcript transcript, Question question, Draft draft)
    {
        await transcript.AppendAsync(question.Heard, TooLateFor(companion, question.Felt.At));
        Heard(question);
        draft.Hear(question.Heard.Message);
        // Her answer may take a while, and its silo die meanwhile: what the message brings nearer must not wait for that.
        await TryPlanAsync(companion);
    }

    private void Heard(Question question)
    {
        var message = question.Heard.Message;
        _feelings = question.Felt;
        _trail = _trail.Answered();
        TellHeard(message);
        if (question.Heard.Request is { } request) _requests!.Add(SaidRequests.Read(request), message.Seq, message.CreatedAt);
    }

    private async Task<Outcome<Exchange>> AnswerKeptAsync(Transcript transcript, Question question, ReplyResult? reply)
    {
        if (reply is null) return Missed(question);
        var answer = AnswerTo(question, transcript, reply);
        await transcript.AppendAsync(answer);
        return Answered(question, answer);
    }

    private Exchange Answered(Question question, LoggedMessage answer)
    {
        var heard = question.Heard.Message;
        TellAnswered(heard, answer.Message, question.Felt.Emotions);
        return new Exchange(heard, answer.Message, question.Reaction);
    }

    private Refusal Missed(Question question)
    {
        TellMissed(question.Heard.Message);
        return NoReply;
    }

    private LoggedMessage AnswerTo(Question question, Transcript transcript, ReplyResult reply) => new(
        transcript.Draft(MessageRole.Assistant, reply.Text, question.Felt.Word, NextMoment(), after: question.Heard.Message),
        question.Felt.ToJson(),
        Gained: question.Heard.Request is null ? null : WriteGained(question.Gained));

    private ValueTask<ReplyResult?> StreamAsync(ReplyRequest request, Draft draft) => _services.Replies.StreamAsync(
        request,
        piece =>
        {
            draft.Append(piece);
            return ValueTask.CompletedTask;
        });

    private static ReplyRequest RequestFor(CompanionState companion, Question question)
    {
        var (felt, before, heard) = (question.Felt, question.Before, question.Heard.Message);
        var silence = before is [.., var last] && last.CreatedAt < heard.CreatedAt ? heard.CreatedAt - last.CreatedAt : TimeSpan.Zero;
        PastMessage[] recent = [.. before.Select(message => new PastMessage(message.Role == MessageRole.User, message.Content))];
        return new(companion.Persona, felt.Emotions, felt.Word, question.Appraisal, felt.Bond, silence, recent, heard.Content, question.Seed, companion.Known);
    }

    /// <summary>As the log tells it. What a message changed is told only of some; of the others its full effect is the best there is.</summary>
    private Exchange ExchangeOf(LoggedMessage heard, LoggedMessage answer)
    {
        var appraisal = Appraiser.Read(heard.Message.Content);
        var gained = answer.Gained is { } written ? ReadGained(written) : Feelings.EffectOf(appraisal);
        var felt = Feelings.FromJson(answer.Feelings) ?? _feelings!;
        return new Exchange(heard.Message, answer.Message, Question.ReactionOf(appraisal, gained, felt));
    }

    private static string WriteGained(Stats stats) => string.Create(CultureInfo.InvariantCulture, $"{stats.Energy} {stats.Mood} {stats.Bond}");

    private static Stats ReadGained(string gained)
    {
        var numbers = gained.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Stats(numbers[0], numbers[1], numbers[2]);
    }

    /// <summary>The id is random, so replies vary; it is stored, so a reply can be written again to the letter.</summary>
    private static ulong Seed(string id)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.Parse(id).TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    /// <summary>A message that is to be answered.</summary>
    /// <param name="Felt">What she feels after it.</param>
    /// <param name="Gained">By how much it moved her stats.</param>
    /// <param name="Before">What was said before it, oldest first.</param>
    private sealed record Question(
        LoggedMessage Heard, Feelings Felt, Appraisal Appraisal, Stats Gained, IReadOnlyList<Message> Before, ulong Seed)
    {
        public Reaction Reaction => ReactionOf(Appraisal, Gained, Felt);

        public static Reaction ReactionOf(Appraisal appraisal, Stats gained, Feelings felt) =>
            new(felt.Word, Feelings.EffectOf(appraisal), gained, felt.Emotions, Temperament.MoodOf(felt.Emotions));
    }
}
