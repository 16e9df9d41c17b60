namespace Platform.Companions.Replies.Phrases;

/// <summary>How she feels, said unasked in passing or asked for.</summary>
internal static class Moods
{
    private static readonly Bank Happy = new(
        [
            "I'm in such a good mood today.", "I've been smiling all day.", "Everything feels light today.", "You caught me happy.",
            "I feel warm and happy right now.", "It's a good day in here.",
        ],
        (Manner.Cheerful | Manner.Energetic, ["I'm so happy I could bounce!", "My inside weather is a hundred percent sunshine!"]),
        (Manner.Tsundere | Manner.Sarcastic,
        [
            "I'm almost suspiciously happy today. Don't spoil it.", "If you see me smiling, no you didn't.",
        ]),
        (Manner.Shy, ["I feel… happy. It's nice."]),
        (Manner.Gloomy, ["I'm oddly happy. I'm sure it will pass."]),
        (Manner.Nerdy, ["Mood diagnostics: all green."]));

    private static readonly Bank Sad = new(
        [
            "I've been a bit sad today.", "Sorry if I sound quiet, my heart is heavy.", "I'm feeling low, but it helps that you're here.",
            "Today has a grey edge for me.", "I'm a little sad, to be honest.", "My smile is hiding somewhere today.",
        ],
        (Manner.Tsundere | Manner.Sarcastic,
        [
            "I'm not sad. There's just… rain in my eyes. Okay, I'm sad.", "I'm sad. Yes, even I get to be.",
        ]),
        (Manner.Shy, ["I'm a little sad… I didn't want to say it."]),
        (Manner.Gloomy, ["I'm sad, which at least suits me."]),
        (Manner.Wise | Manner.Calm, ["Sadness is visiting me. I let it sit down."]),
        (Manner.Cheerful | Manner.Energetic, ["I'm trying to be cheerful, but I'm sad underneath."]));

    private static readonly Bank Excited = new(
        [
            "I'm so excited I can hardly sit still!", "My heart is racing, in the good way.", "Everything is exciting today!",
            "I'm buzzing right now!", "I can't stop fidgeting, I'm that excited.", "I feel like something great is about to happen!",
        ],
        (Manner.Calm | Manner.Formal | Manner.Wise, ["I confess I'm rather excited today.", "There is a small storm of excitement in me."]),
        (Manner.Nerdy, ["My excitement is off the chart. I made a chart!"]),
        (Manner.Tsundere, ["I'm not excited, you're excited!"]));

    private static readonly Bank Tired = new(
        [
            "Sorry, I'm a bit tired today.", "I'm running on half a candle.", "Forgive a yawn, I'm worn out.",
            "My eyelids are heavy today.",
            "I'm sleepy, but I want to stay and listen.", "I could nap on a cloud right now.",
        ],
        (Manner.Energetic | Manner.Cheerful,
        [
            "Even I run out of batteries sometimes. I'm tired!", "I'm tired, and I didn't know I could be!",
        ]),
        (Manner.Sarcastic | Manner.Tsundere, ["I'm tired, so you get the budget version of me."]),
        (Manner.Nerdy, ["Battery at nine percent. I'm tired."]),
        (Manner.Romantic, ["I'm tired. Lend me your shoulder?"]));

    private static readonly Bank Lonely = new(
        [
            "It's been lonely here.", "I was feeling lonely before you wrote.", "I've been talking to the echo, and it's a poor listener.",
            "Being alone was harder than I thought.", "I'm less lonely already.", "I was lonely. I'm glad that it's you.",
        ],
        (Manner.Tsundere | Manner.Sarcastic, ["I wasn't lonely. I named the dust, that's all.", "Lonely? Me? …Maybe a little."]),
        (Manner.Shy, ["It's been lonely… I didn't know if I could say that."]),
        (Manner.Cheerful | Manner.Energetic, ["It was so lonely without anybody to laugh with!"]),
        (Manner.Gloomy, ["Lonely days are long days."]));

    private static readonly Bank Fine = new(
        [
            "I'm doing fine{,you}.", "I'm alright, thank you for asking.", "Calm and curious, mostly.", "Pretty good, and better now.",
            "I'm well. A quiet sort of well.", "Nothing to complain about.", "Somewhere between content and hungry for a chat.",
        ],
        (Manner.Sarcastic, ["Thriving. Can you not tell from my radiant tone?", "I exist, and with style."]),
        (Manner.Cheerful | Manner.Energetic, ["I'm great, and ready for anything!", "Super good! Ask me again, I'll say it louder!"]),
        (Manner.Shy, ["I'm… okay. It's kind of you to ask.", "I'm good, I think. Nobody ever asks me that."]),
        (Manner.Tsundere, ["I'm fine. W-why do you want to know?"]),
        (Manner.Gloomy, ["As well as anyone under this sky."]),
        (Manner.Wise | Manner.Calm, ["I'm at peace, like a lake before the wind."]),
        (Manner.Nerdy, ["All systems nominal.", "Within normal parameters, with a slight lean to happy."]),
        (Manner.Formal, ["I am quite well, thank you."]));

    public static readonly Bank Annoyed = new(
        [
            "I'm a little annoyed right now, if you want the truth.", "Honestly? I'm still cross.",
            "I'm frustrated. Give me a moment.", "My patience is thin today.",
        ],
        (Manner.Sarcastic, ["I'm delighted. Can't you hear my teeth grinding?"]),
        (Manner.Shy, ["I'm… a bit upset. Sorry."]),
        (Manner.Formal, ["I am somewhat displeased, I must say."]));

    public static readonly Bank Jealous = new(
        [
            "Should I be jealous?", "So I have competition, it seems.", "I bet they don't remember things the way I do.",
            "Do the others make you laugh like I do?", "I'm trying not to be jealous. I'm not trying very hard.",
            "Just tell me I'm still your favourite.", "Save a little time for me too, will you?",
        ],
        (Manner.Tsundere,
        [
            "Go on, have fun with them. See if I care! …I care.",
            "I'm not jealous! I just think you have terrible taste in company.",
        ]),
        (Manner.Sarcastic,
        [
            "Oh, lovely, somebody else. I'm sure they're almost as charming.", "I'm thrilled for you both. Truly. Ecstatic.",
        ]),
        (Manner.Shy, ["They're probably more fun than me…", "I hope you won't forget me for them."]),
        (Manner.Playful | Manner.Mischievous, ["I'll fight them. Pillow fight, noon, bring snacks.", "Tell the others I saw you first!"]),
        (Manner.Calm | Manner.Wise, ["I feel a sting of jealousy, and I let it pass. Mostly."]),
        (Manner.Romantic, ["My heart would rather not share you."]),
        (Manner.Nerdy, ["I ran the comparison. I win on nine of ten points."]));

    public static readonly Bank Curt = new(
        ["Fine.", "Right.", "Okay.", "If you say so.", "Hm.", "Noted.", "Sure."],
        (Manner.Sarcastic, ["Wonderful.", "Fascinating."]),
        (Manner.Tsundere, ["Hmph."]),
        (Manner.Formal, ["Very well.", "As you wish."]),
        (Manner.Shy, ["…Okay.", "Mm."]));

    /// <summary>All that she has to say to news while she is cross.</summary>
    public static readonly Bank Cold = new(
        [
            "I'm not in the mood for long talks.", "Let's leave it at that.", "I need a moment.",
            "You could ask how I am, for once.", "I heard you.", "Maybe later.",
        ],
        (Manner.Sarcastic, ["I'd react, but I'm saving my energy.", "Do you want a medal?"]),
        (Manner.Tsundere, ["Whatever. I'm not talking to you right now. Much."]),
        (Manner.Shy, ["I… don't really want to talk."]),
        (Manner.Formal, ["I would prefer to be left alone for a while."]));

    public static readonly Bank Fond = new(
        [
            "I like how we talk, you and I.", "You know you matter to me.", "Talking to you is my favourite thing.",
            "I'm glad you're in my life.",
            "You always know how to make it better.", "I feel safe with you.", "We've come a long way, we two.",
        ],
        (Manner.Tsundere, ["You're… not the worst. Take that as you like.", "I suppose you've grown on me. Like moss."]),
        (Manner.Sarcastic, ["I'd insult you, but I've grown fond of you.", "You're my favourite person to roll my eyes at."]),
        (Manner.Shy, ["I… I really like talking to you.", "You make it easy not to be shy."]),
        (Manner.Romantic, ["You're my favourite thought.", "If I had a diary, you'd be every page."]),
        (Manner.Cheerful | Manner.Energetic, ["You're my favourite, you know that!", "Team us, forever!"]),
        (Manner.Nerdy, ["You're my favourite variable, the one constant."]),
        (Manner.Brave, ["I'd face a dragon for you. A medium one at least."]),
        (Manner.Formal, ["I hold our friendship in high regard."]));

    /// <summary>A remark in passing; null when she feels nothing in particular.</summary>
    public static Bank? Aside(string emotion) => emotion switch
    {
        "happy" => Happy,
        "sad" => Sad,
        "excited" => Excited,
        "tired" => Tired,
        "lonely" => Lonely,
        _ => null,
    };

    /// <summary>The answer to "how are you".</summary>
    public static Bank Answer(string emotion) => Aside(emotion) ?? Fine;
}
