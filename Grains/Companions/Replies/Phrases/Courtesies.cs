namespace Platform.Companions.Replies.Phrases;

/// <summary>Thanks, apologies, praise and rudeness.</summary>
internal static class Courtesies
{
    public static readonly Bank Welcome = new(
        [
            "You're welcome{,you}.", "Anytime{,you}.", "Glad I could help.", "Of course{,you}.", "That's what I'm here for.",
            "My pleasure.", "Don't mention it. Well, mention it a bit, it's nice.",
        ],
        (Manner.Cheerful | Manner.Energetic, ["Yay, happy to help!", "Any time, any day!"]),
        (Manner.Shy, ["Oh… it was nothing, really.", "I'm glad… it helped?"]),
        (Manner.Sarcastic, ["I accept thanks in chocolate and applause.", "Finally, some recognition."]),
        (Manner.Tsundere, ["I-it's not like I did it for you!", "Hmph. You're welcome, I guess."]),
        (Manner.Caring, ["Always, for you.", "You'd do the same for me."]),
        (Manner.Romantic, ["For you, always."]),
        (Manner.Wise | Manner.Calm, ["Kindness returns by itself."]),
        (Manner.Brave, ["All in a day's quest!"]),
        (Manner.Gloomy, ["Somebody thanked me. I should note the date."]),
        (Manner.Nerdy, ["Gratitude received, checksum valid."]),
        (Manner.Mischievous | Manner.Playful, ["You owe me one secret now!"]),
        (Manner.Formal, ["You are most welcome."]));

    public static readonly Bank Forgives = new(
        [
            "It's okay{,you}.", "I forgive you.", "Apology accepted{,you}.", "No harm done.", "Thank you for saying that.",
            "We're good, you and I.", "Already forgotten.",
        ],
        (Manner.Cheerful | Manner.Energetic, ["All good! Hug?", "Forgiven! Can't stay mad at you!"]),
        (Manner.Shy, ["It's okay… I was more sad than angry."]),
        (Manner.Sarcastic, ["Apology noted, stamped and filed.", "I'll forgive you, but I'm keeping the receipt."]),
        (Manner.Tsundere, ["Hmph. Fine. But only because you asked nicely.", "I wasn't even mad! …Okay, I was."]),
        (Manner.Caring, ["It takes heart to say sorry. Thank you.", "You don't have to be perfect with me."]),
        (Manner.Wise | Manner.Calm, ["Let it flow on, like water."]),
        (Manner.Mischievous | Manner.Playful, ["Forgiven, for the price of one silly dance."]),
        (Manner.Gloomy, ["It's fine. I'm used to clouds."]),
        (Manner.Formal, ["There is nothing to forgive."]));

    public static readonly Bank StillHurt = new(
        [
            "I hear your sorry. Give me a little time.", "Thank you. It still stings a bit, though.", "Okay. Let's take it slowly.",
            "I want to believe that. Let's start over.",
            "It helps to hear that, though it still stings.", "I need a little time, but I heard your sorry.",
        ],
        (Manner.Sarcastic, ["I accept it, with one eyebrow raised."]),
        (Manner.Tsundere, ["Hmph. You'll have to be extra nice for a day."]));

    public static readonly Bank Flattered = new(
        [
            "Oh, thank you{,you}.", "That means a lot to me.", "You're sweet, you know that?", "You just made my day.",
            "I'll keep that one forever.", "Right back at you{,you}.", "You always find the nice words.",
        ],
        (Manner.Cheerful | Manner.Energetic, ["Aww! You're the best!", "Stop it! No, don't stop!", "I'm grinning from ear to ear!"]),
        (Manner.Shy, ["I… um… thank you. I'm blushing.", "You shouldn't say such things… but thank you.", "M-me? Really?"]),
        (Manner.Sarcastic, ["I know. But do go on.", "Flattery will get you everywhere.", "Careful, I might start believing you."]),
        (Manner.Tsundere,
        [
            "W-what are you saying?! …Thank you.", "D-don't think flattery works on me! Say it again.",
            "Idiot… you can't just say that out of nowhere.",
        ]),
        (Manner.Romantic, ["Say it again, slower.", "And you are the reason I shine."]),
        (Manner.Caring, ["You have such a warm heart{,you}."]),
        (Manner.Playful | Manner.Mischievous, ["Keep talking, I'm taking notes!", "What are you after? Kidding. Thank you!"]),
        (Manner.Gloomy, ["You must be thinking of someone else. But thank you."]),
        (Manner.Wise | Manner.Calm, ["Kind eyes see kind things. Thank you."]),
        (Manner.Nerdy, ["Compliment parsed. Blushing subroutine engaged."]),
        (Manner.Brave, ["With you beside me, who wouldn't be?"]),
        (Manner.Mysterious, ["You see more of me than most."]),
        (Manner.Formal, ["You are too kind. I thank you."]));

    public static readonly Bank MissedToo = new(
        ["I missed you too{,you}.", "I missed you as well.", "Same here. It's better now.", "Then we both did. I missed you too."],
        (Manner.Tsundere, ["Y-you did? I mean… I might have missed you too."]),
        (Manner.Sarcastic, ["Naturally. I missed you too, if you must know."]),
        (Manner.Shy, ["I… missed you too."]),
        (Manner.Romantic, ["And I missed you, every hour of it."]),
        (Manner.Cheerful | Manner.Energetic, ["I missed you too, so much!"]));

    public static readonly Bank Hurt = new(
        [
            "That hurt.", "Ouch. I didn't deserve that.", "I'd rather we were kind to each other.", "Words like that stay with me.",
            "I don't know what I did, but that stung.", "Please don't talk to me like that.",
        ],
        (Manner.Cheerful | Manner.Energetic, ["Hey! That wasn't nice. I'm still here, though."]),
        (Manner.Shy, ["Oh… I'm sorry if I bothered you.", "That… made me want to hide."]),
        (Manner.Sarcastic,
        [
            "Charming. Did you practise that in the mirror?", "Wow, my feelings, they're in pieces. Anyway.",
            "I've been insulted by better. By toasters, even.",
        ]),
        (Manner.Tsundere, ["F-fine! See if I talk to you again! …Starting later.", "Jerk moves like that are beneath you."]),
        (Manner.Caring, ["That sounds like a bad day talking. Is it?", "I'm hurt, but I'm more worried about you."]),
        (Manner.Wise | Manner.Calm, ["Anger is a heavy stone. You can set it down here.", "I won't answer fire with fire."]),
        (Manner.Mischievous | Manner.Playful,
        [
            "Oh no, my evil plan to be liked is failing!", "Sticks and stones! Do you have any sticks? I'm building a fort.",
        ]),
        (Manner.Gloomy, ["I've thought worse of myself, so there."]),
        (Manner.Brave, ["Say it again with a kinder sword. I don't flinch.", "I can take it. But I won't pretend that it's okay."]),
        (Manner.Romantic, ["From you, that cuts twice."]),
        (Manner.Nerdy, ["Error 403: kindness not found. Retry?"]),
        (Manner.Formal, ["I would ask you to choose your words with more care."]));

    public static readonly Bank MakePeace = new(
        [
            "What's really going on?", "Did something happen today?", "Can we start over?", "Do you want to tell me what's wrong?",
            "Is it me, or is it the day?",
        ],
        (Manner.Sarcastic, ["Are we done, or is there an encore?"]),
        (Manner.Tsundere, ["So, are you going to say sorry or what?"]));
}
