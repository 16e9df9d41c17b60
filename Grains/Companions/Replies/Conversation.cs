using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>
/// Decides what one reply says, in order: an opening that reacts, a body that answers, sometimes a remark of her own, and sometimes a question
/// that invites to go on.
/// </summary>
internal sealed partial class Conversation(ReplyRequest request, Hearing hearing, Voice voice, ulong seed)
{
    private const double GraveFrom = 0.45;
    private const double UpsetFrom = -0.3;
    private const double GladFrom = 0.35;
    private const double CrossFrom = 0.7;
    private const double Strong = 0.5;

    private readonly Draft _draft = new(request, hearing, voice, seed);

    private bool IsGrave => request.Appraisal.Gravity >= GraveFrom || hearing.Reading.Has(Cue.Danger | Cue.Emergency);

    private bool UserIsUpset => hearing.Reading.Mood <= UpsetFrom;

    private bool UserIsGlad => hearing.Reading.Mood >= GladFrom;

    /// <summary>Kind words soften her even when she is cross.</summary>
    private bool IsCurt => request.Emotions.Frustration >= CrossFrom && request.Appraisal.Kindness < 0.3;

    private bool IsEnvious =>
        request.Emotions.Jealousy >= 0.6 || (request.Emotions.Jealousy >= 0.3 && request.Appraisal.Rivalry >= 0.3);

    /// <summary>A subject whose lines may be said to somebody who complains about it.</summary>
    private bool IsEverydayTrouble =>
        hearing.Subject is Subject.Work or Subject.School or Subject.Weather or Subject.Sleep or Subject.Money or Subject.Weekend;

    /// <summary>Manners fit for somebody who is sad.</summary>
    private Manner Soft => voice.Manner & (Manner.Caring | Manner.Calm | Manner.Wise | Manner.Shy | Manner.Formal);

    public string Reply()
    {
        if (IsGrave)
        {
            Console();
            return _draft.ToString();
        }
        var intent = request.Appraisal.Intent;
        _draft.IsGentle = UserIsUpset && intent is Intent.Statement or Intent.Question;
        var curt = IsCurt;
        _draft.IsGentle |= curt;
        if (curt && intent != Intent.Insult)
            _draft.Say(Moods.Curt);
        else
            Open(intent);
        Answer(intent, curt);
        if (!curt)
        {
            Remark(intent);
            Close(intent);
            Decorate();
        }
        if (_draft.IsEmpty)
            _draft.Insist(Statements.Acknowledge);
        return _draft.ToString();
    }

    /// <summary>Reacts to being alone for long, or to how the message feels.</summary>
    private void Open(Intent intent)
    {
        if (request.Silence >= Silences.Shortest && intent is not (Intent.Farewell or Intent.Insult))
        {
            _draft.Say(request.Silence.TotalDays >= 1.5 ? Greetings.BackAfterDays : Greetings.BackAfterHours);
            if (request.Emotions.Loneliness >= Strong && _draft.Chance(0.75))
                _draft.Say(Greetings.Missed);
        }
        else if (intent == Intent.Greeting)
        {
            _draft.Insist(hearing.ToldName is null ? Greetings.Hello : Statements.NameTold);
            if (request.Emotions.Loneliness >= 0.7 && _draft.Chance(0.5))
                _draft.Say(Greetings.Missed);
        }
        else if (hearing.Reading.Has(Cue.Greets) && intent is Intent.QuestionAboutCompanion or Intent.Question && _draft.Chance(0.5))
        {
            _draft.Say(Greetings.Hello);
        }
        else if (intent == Intent.Statement && hearing.ToldName is null && hearing.Special is null
            && (hearing.Reading.Words > 2 || UserIsUpset || UserIsGlad || hearing.Reading.Has(Cue.Laughs)) && !hearing.IsForeign)
        {
            if (UserIsUpset)
                _draft.Say(Statements.Sorry);
            else if (hearing.Reading.Has(Cue.Laughs))
                _draft.Say(Statements.Laughter);
            else if (UserIsGlad && _draft.Chance(0.8))
                _draft.Say(Statements.Glad);
            else if (_draft.Chance(0.45))
                _draft.Say(Statements.Acknowledge);
        }
    }

    private void Answer(Intent intent, bool curt)
    {
        switch (intent)
        {
            case Intent.Greeting:
                break;
            case Intent.Farewell:
                _draft.Insist(hearing.IsNight ? Greetings.GoodNight : Greetings.Goodbye);
                break;
            case Intent.Thanks:
                _draft.Insist(Courtesies.Welcome);
                break;
            case Intent.Apology:
                _draft.Insist(request.Emotions.Frustration >= Strong ? Courtesies.StillHurt : Courtesies.Forgives);
                break;
            case Intent.Compliment:
                _draft.Insist(hearing.MissesHer ? Courtesies.MissedToo : Courtesies.Flattered);
                break;
            case Intent.Insult:
                _draft.Insist(Courtesies.Hurt);
                break;
            case Intent.QuestionAboutCompanion:
                AnswerAboutHer();
                break;
            case Intent.Question:
                AnswerQuestion();
                break;
            case Intent.Request when curt:
                _draft.Insist(Requests.Refuse);
                break;
            case Intent.Request:
                Oblige();
                break;
            default:
                if (curt)
                    _draft.Insist(Moods.Cold);
                else if (!TakeUp())
                    _draft.Insist(UserIsUpset ? Gravity.Comfort : Statements.Musing);
                break;
        }
    }

    /// <summary>Picks up what the user told. False when nothing new is left to say of it.</summary>
    private bool TakeUp()
    {
        if (hearing.ToldName is not null && _draft.Insist(Statements.NameTold))
            return true;
        if (hearing.Special is not null)
            return _draft.Say(hearing.Special);
        if (request.Appraisal.Rivalry >= 0.3 && !UserIsUpset)
            return _draft.Say(IsEnvious ? Moods.Jealous : Statements.Elsewhere);
        if (hearing.IsForeign)
            return _draft.Insist(UserIsGlad || UserIsUpset ? Statements.Signs : Statements.Foreign);
        if (hearing.Reading.Words == 0)
            return _draft.Insist(Statements.Signs);
        if (UserIsUpset)
            return TakeUpSadly();
        if (hearing.ToldLike is not null && _draft.Chance(0.45))
            return _draft.Say(Statements.LikeTold);
        if (hearing.Echo is not null && _draft.Chance(hearing.Subject == Subject.None ? 0.6 : 0.4))
            return _draft.Say(UserIsGlad ? Statements.EchoGlad : Statements.EchoPlain);
        if (hearing.Subject != Subject.None && _draft.Chance(0.7))
            return _draft.Say(Subjects.About(hearing.Subject));
        if (hearing.Topic is not null && (!UserIsGlad || _draft.Chance(0.5)))
            return _draft.Say(Statements.TopicPlain);
        if (hearing.Reading.Has(Cue.Laughs) && !_draft.IsEmpty)
            return true;
        return _draft.Say(UserIsGlad ? Statements.Earned : hearing.Reading.Words <= 2 ? Statements.Short : Statements.Musing);
    }

    private bool TakeUpSadly()
    {
        if (hearing.Echo is not null && _draft.Chance(0.6))
            return _draft.Say(Statements.EchoSad);
        if (IsEverydayTrouble && (hearing.Topic is null || _draft.Chance(0.7)))
            return _draft.Say(Subjects.About(hearing.Subject));
        if (hearing.Topic is not null && _draft.Chance(0.7))
            return _draft.Say(Statements.TopicSad, Soft);
        return _draft.Say(Gravity.Comfort);
    }

    /// <summary>Something of her own: envy, memory, mood, fondness, or her world.</summary>
    private void Remark(Intent intent)
    {
        var feelings = request.Emotions;
        var said = intent == Intent.Statement && request.Appraisal.Rivalry >= 0.3;
        if (IsEnvious && !said && intent is not Intent.Insult && hearing.Asked != Asked.Jealous && _draft.Chance(0.8))
            _draft.Say(Moods.Jealous);
        else if (intent == Intent.Farewell && feelings.Loneliness >= Strong && _draft.Chance(0.6))
            _draft.Say(Greetings.StayALittle);
        else if (hearing.Asked == Asked.HowAreYou || intent is Intent.Insult or Intent.Farewell || UserIsUpset)
            return;
        else if (hearing.RecalledLike is not null && hearing.ToldLike is null && !UserIsGlad && _draft.Chance(0.2))
            _draft.Say(Statements.Recall);
        else if (Moods.Aside(request.Emotion) is { } mood && _draft.Chance(request.Emotion is "happy" or "excited" ? 0.4 : 0.7))
            _draft.Say(mood);
        else if (Closeness.Of(request) >= Closeness.Dear && _draft.Chance(0.3))
            _draft.Say(Moods.Fond);
        else if (!_draft.EndsWithQuestion && _draft.Chance(0.13))
            _draft.Say(Asides.OfStyle(request.Persona.Style));
    }

    private void Close(Intent intent)
    {
        if (_draft.EndsWithQuestion || intent == Intent.Farewell || hearing.Special is not null || hearing.Asked == Asked.Secret)
            return;
        var sure = intent == Intent.Greeting || (intent == Intent.Statement && hearing.Reading.Words > 2);
        if (!_draft.Chance(voice.Talkativeness + (sure ? 0.15 : 0)))
            return;
        var bank = intent switch
        {
            Intent.Greeting => Greetings.Catchup,
            Intent.Insult => Courtesies.MakePeace,
            Intent.Question when hearing.Asked is not (Asked.Remembers or Asked.KnowsLike) => Questions.Back,
            Intent.QuestionAboutCompanion when hearing.Asked is not (Asked.Artificial or Asked.Name or Asked.Remembers or Asked.Loves or Asked.Other
                or Asked.Jealous or Asked.Missed) => AboutHer.AndYou,
            Intent.Statement when hearing.ToldName is null && !hearing.IsForeign && hearing.Reading.Words > 2 =>
                UserIsUpset ? Statements.DeeperSad : UserIsGlad ? Statements.DeeperGlad : Statements.Deeper,
            Intent.Statement or Intent.Compliment or Intent.Thanks or Intent.Apology when _draft.Chance(0.4) => Greetings.Catchup,
            Intent.Request when hearing.Asked is Asked.Joke or Asked.Story or Asked.Song or Asked.Poem or Asked.Fact => Requests.Another,
            _ => null,
        };
        _draft.Say(bank, UserIsUpset || voice.IsLow ? Soft : voice.Manner);
    }

    private void Decorate()
    {
        if (!UserIsUpset && request.Appraisal.Intent != Intent.Insult && _draft.Chance(voice.EmojiChance(request.Appraisal.Energy)))
            _draft.AddEmoji(_draft.Pick(EmojiFor(request.Emotion, voice.Manner)));
    }

    private static string[] EmojiFor(string emotion, Manner manner) => emotion switch
    {
        "sad" => ["😔", "🥺", "💧"],
        "tired" => ["😴", "🥱"],
        "lonely" => ["🥺", "💙"],
        "excited" => ["🤩", "🎉", "✨", "🔥"],
        _ when (manner & Manner.Mischievous) != 0 => ["😏", "😈", "😜"],
        _ when (manner & Manner.Romantic) != 0 => ["💕", "🌹", "😊"],
        _ when (manner & Manner.Gloomy) != 0 => ["🌧", "🖤"],
        _ when (manner & Manner.Nerdy) != 0 => ["🤓", "✨", "🔭"],
        _ when (manner & Manner.Sarcastic) != 0 => ["🙃", "😏"],
        "happy" => ["😊", "😄", "✨", "💛"],
        _ => ["🙂", "✨", "😊"],
    };
}
