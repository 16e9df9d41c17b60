using Platform.Companions.Replies.Phrases;

namespace Platform.Companions.Replies;

/// <summary>The answers: about herself, about the world, to requests, and in grave matters.</summary>
internal sealed partial class Conversation
{
    private void AnswerAboutHer()
    {
        // Whoever sincerely asks what she is gets the truth, before anything else.
        if (hearing.Asked == Asked.Artificial)
            _draft.Insist(AboutHer.Artificial);
        else if (hearing.Look is not null)
            _draft.Insist(AboutHer.OneLook);
        else if (hearing.AsksUnknownLook)
            _draft.Insist(AboutHer.NoLooks);
        else if (!_draft.Insist(BankFor(hearing.Asked)))
            _draft.Insist(AboutHer.Dodge);
        if (hearing.Asked == Asked.Traits && hearing.Look is null)
            Introduce();
        else if (hearing.Asked == Asked.HowAreYou)
            Confide();
    }

    private Bank BankFor(Asked asked) => asked switch
    {
        Asked.Name => AboutHer.Name,
        Asked.CanFeel => AboutHer.CanFeel,
        Asked.Remembers => hearing.Name is null ? AboutHer.NoNameYet : AboutHer.Remembers,
        Asked.KnowsLike => hearing.RecalledLike is null ? AboutHer.Dodge : AboutHer.KnowsLike,
        Asked.HowAreYou => request.Emotions.Frustration >= CrossFrom ? Moods.Annoyed : Moods.Answer(request.Emotion),
        Asked.Missed => request.Emotions.Loneliness >= 0.3 || request.Silence >= Silences.Shortest ? Greetings.Missed : AboutHer.MissedALittle,
        Asked.Loves => Closeness.Of(request) >= 0.35 ? AboutHer.Loves : AboutHer.NotYetLoves,
        Asked.Looks => request.Persona.Appearance.Count > 0 ? AboutHer.Looks : AboutHer.NoLooks,
        Asked.Traits => request.Persona.Traits.Count > 0 ? AboutHer.Traits : AboutHer.NoTraits,
        Asked.World => AboutHer.World,
        Asked.Doing => AboutHer.Doing,
        Asked.Age => AboutHer.Age,
        Asked.LikesTopic => hearing.Topic is null ? AboutHer.Favourite : AboutHer.LikesTopic,
        Asked.Favourite => AboutHer.Favourite,
        Asked.FavouriteColour => AboutHer.FavouriteColour,
        Asked.FavouriteThing => AboutHer.FavouriteThing,
        Asked.Dreams => AboutHer.Dreams,
        Asked.Secret => AboutHer.Listening,
        Asked.Speaks => AboutHer.Speaks,
        Asked.Opinion when hearing.Topic is not null => AboutHer.Opinion,
        Asked.Jealous when request.Emotions.Jealousy >= 0.3 => Moods.Jealous,
        _ => AboutHer.Dodge,
    };

    /// <summary>"Tell me about yourself" deserves more than a list of traits.</summary>
    private void Introduce()
    {
        if (_draft.Chance(0.6))
            _draft.Say(AboutHer.World);
        if (_draft.Chance(0.5))
            _draft.Say(AboutHer.Favourite);
    }

    /// <summary>A second feeling beside the strongest one.</summary>
    private void Confide()
    {
        if (request.Emotions.Loneliness >= Strong && request.Emotion != "lonely" && _draft.Chance(0.6))
            _draft.Say(Greetings.Missed);
        else if (request.Emotions.Affection >= 0.6 && request.Emotions.Frustration < CrossFrom && _draft.Chance(0.35))
            _draft.Say(Moods.Fond);
    }

    private void AnswerQuestion()
    {
        if (UserIsUpset && _draft.IsEmpty && _draft.Chance(0.6))
            _draft.Say(Statements.Sorry);
        if (hearing.Asked == Asked.Remembers)
            _draft.Insist(BankFor(Asked.Remembers));
        else if (hearing.Asked == Asked.KnowsLike)
            _draft.Insist(BankFor(Asked.KnowsLike));
        else if (hearing.Asked == Asked.Artificial && hearing.Reading.Has(Cue.Me))
            _draft.Insist(AboutHer.Artificial);
        else if (hearing.IsForeign)
            _draft.Insist(Statements.Foreign);
        else if (hearing.IsChoice)
            _draft.Insist(Questions.Choose);
        else if (hearing.IsAdvice || hearing.Asked == Asked.Advice)
            _draft.Insist(hearing.IsAdvice ? Questions.Should : Requests.Advice);
        else if (hearing.IsWhy)
            _draft.Insist(Questions.Why);
        else if (hearing.Topic is null || _draft.Chance(0.2) || !_draft.Say(Questions.Topical))
            _draft.Insist(Questions.Plain);
    }

    private void Oblige()
    {
        switch (hearing.Asked)
        {
            case > Asked.Other and <= Asked.Jealous:
            case var _ when hearing.Look is not null:
                AnswerAboutHer();
                break;
            case Asked.Help:
                _draft.Insist(Requests.Help);
                _draft.Say(hearing.Topic is null || _draft.EndsWithQuestion ? null : Requests.HelpTopic);
                break;
            case var asked when Gift(asked) is { } gift:
                if (!_draft.Say(gift))
                    _draft.Insist(Requests.Spent);
                break;
            default:
                _draft.Insist(Requests.Other);
                if (!_draft.EndsWithQuestion)
                    _draft.Say(Requests.Specify);
                break;
        }
    }

    private static Bank? Gift(Asked asked) => asked switch
    {
        Asked.Fact => Requests.Fact,
        Asked.Joke => Requests.Joke,
        Asked.Story => Requests.Story,
        Asked.Song => Requests.Song,
        Asked.Poem => Requests.Poem,
        Asked.Game => Requests.Riddle,
        Asked.Advice => Requests.Advice,
        Asked.CheerUp => Requests.CheerUp,
        _ => null,
    };

    /// <summary>Grave matters are above persona: plain lines only, and where somebody is in danger, where to find real help.</summary>
    private void Console()
    {
        _draft.IsGentle = true;
        var reading = hearing.Reading;
        if (reading.Has(Cue.Danger))
            SayPlainly(Gravity.Here, Gravity.Danger, Gravity.DangerHelp, Gravity.DangerClose);
        else if (reading.Has(Cue.Emergency))
            SayPlainly(Gravity.Here, Gravity.Emergency, Gravity.EmergencyClose);
        else if (reading.Has(Cue.Loss))
            SayPlainly(Gravity.Loss, _draft.Chance(0.6) ? Gravity.Here : Gravity.Comfort, Gravity.LossClose);
        else if (reading.Has(Cue.Illness))
            SayPlainly(Gravity.Illness, _draft.Chance(0.5) ? Gravity.Here : Gravity.Comfort, Gravity.IllnessClose);
        else
            SayPlainly(Gravity.Other, _draft.Chance(0.6) ? Gravity.Here : Gravity.Comfort, Gravity.OtherClose);
    }

    private void SayPlainly(params ReadOnlySpan<Bank> banks)
    {
        foreach (var bank in banks[..^1])
            _draft.Insist(bank, Manner.Plain);
        // The last is the question that closes. Asked again and again it would press.
        _draft.Say(banks[^1], Manner.Plain);
    }
}
