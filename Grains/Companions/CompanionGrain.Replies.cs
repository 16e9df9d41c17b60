using Platform.Conversations;
using Draft = Platform.Conversations.ReplyDraft<Platform.Conversations.Message, Platform.Companions.Exchange>;

namespace Platform.Companions;

/// <summary>Replies that are followed while they are written, and the last one written again.</summary>
internal sealed partial class CompanionGrain
{
    private static readonly Refusal NothingToAnswer = new(RefusalKind.NothingToAnswer, "Nothing was said yet that could be answered.");

    private static readonly Refusal NoSuchReply = new(RefusalKind.NotFound, "There is no such reply.");

    public Task<Outcome<Done>> Start(string ownerId, NewMessage? message, string replyId)
    {
        if (Owned(ownerId) is null) return Task.FromResult<Outcome<Done>>(Unknown);
        // A call of its own, so that it queues: this one interleaves with the reply that is being written.
        var self = this.AsReference<ICompanionChatGrain>();
        Drafts.Start(
            replyId, () => message is null ? self.Regenerate(ownerId, replyId) : self.SayStreamed(ownerId, message));
        return Task.FromResult<Outcome<Done>>(Done.Instance);
    }

    public async Task<Outcome<ReplyProgress<Message, Exchange>>> Follow(string ownerId, string? replyId, int offset)
    {
        if (Owned(ownerId) is null) return Unknown;
        var transcript = await LoadTranscriptAsync();
        if ((replyId is null ? _drafts?.Current : _drafts?.Find(replyId)) is { } draft)
            return await draft.AfterAsync(offset, _services.Patience);

        if (SeqAnsweredBy(transcript, replyId) is not { } seq) return NoSuchReply;
        var rows = await _services.Log.RangeAsync(Id, seq, seq + 1);
        var kept = new Draft(replyId ?? rows[0].Message.Id);
        kept.Hear(rows[0].Message);
        if (rows is [var heard, { Message.Role: MessageRole.Assistant } answer] && !IsCheckIn(answer.Message))
        {
            kept.Append(answer.Message.Content);
            kept.End(ExchangeOf(heard, answer));
        }
        else
        {
            // Its answer has failed, or was lost with a silo.
            kept.End(NoReply);
        }

        return kept.After(offset);
    }

    public Task<Outcome<Exchange>> Regenerate(string ownerId, string replyId) => AnswerInTurnAsync(
        ownerId,
        replyId,
        async (companion, transcript, draft) => transcript.Recent switch
        {
            [.., { Role: MessageRole.User } heard, { Role: MessageRole.Assistant } last] when !IsCheckIn(last) =>
                await ReplaceAsync(companion, transcript, heard, last, draft),
            [.., { Role: MessageRole.User } heard] =>
                await AnswerAgainAsync(companion, transcript, (await _services.Log.RangeAsync(Id, heard.Seq, heard.Seq))[0], draft),
            _ => NothingToAnswer,
        });

    /// <summary>Answers the last message, which was kept although its answer failed.</summary>
    private async Task<Outcome<Exchange>> AnswerAgainAsync(CompanionState companion, Transcript transcript, LoggedMessage heard, Draft draft)
    {
        var before = transcript.Recent.Where(message => message.Seq < heard.Message.Seq);
        var question = AskAgain(heard, [.. before], draft);
        draft.Hear(heard.Message);
        TellTyping();
        return await AnswerKeptAsync(transcript, question, await StreamAsync(RequestFor(companion, question), draft));
    }

    private async Task<Outcome<Exchange>> ReplaceAsync(
        CompanionState companion, Transcript transcript, Message heard, Message last, Draft draft)
    {
        var rows = await _services.Log.RangeAsync(Id, heard.Seq, last.Seq);
        draft.Hear(heard);
        if (last.Id == draft.Id)
        {
            // Written, but whoever asked for it never heard.
            draft.Append(last.Content);
            return ExchangeOf(rows[0], rows[1]) with { IsReplay = true };
        }

        // The old reply is among what was said before: she doesn't say the same again.
        var before = transcript.Recent.Where(message => message.Seq < heard.Seq);
        var question = AskAgain(rows[0], [.. before, last], draft);
        TellTyping();
        if (await StreamAsync(RequestFor(companion, question), draft) is not { } reply) return Missed(question);

        var answer = rows[1] with { Message = Transcript.Redraft(last, draft.Id, reply.Text, question.Felt.Word, NextMoment()) };
        await transcript.ReplaceLastAsync(answer);
        TellReplaced(last, answer.Message, question.Felt.Emotions);
        return ExchangeOf(rows[0], answer);
    }

    /// <summary>What a message did to her is long done, and how she was before it forgotten: its full effect is the best that can be told.</summary>
    private Question AskAgain(LoggedMessage heard, IReadOnlyList<Message> before, Draft draft)
    {
        var appraisal = Appraiser.Read(heard.Message.Content);
        return new(heard, _feelings!.AsOf(Now), appraisal, Feelings.EffectOf(appraisal), before, Seed(draft.Id));
    }

    /// <summary>The number of the message that a reply answers: by the id of that message, or of the reply where it was written again.</summary>
    private static long? SeqAnsweredBy(Transcript transcript, string? replyId) =>
        transcript.Recent.LastOrDefault(message => replyId is null ? message.Role == MessageRole.User : message.Id == replyId) switch
        {
            null => null,
            { Role: MessageRole.User, Seq: var seq } => seq,
            { Seq: var seq } => seq - 1,
        };

    private bool IsCheckIn(Message message) => _trail.LastSeq == message.Seq;
}
