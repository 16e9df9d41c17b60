namespace Platform.Companions.Replies.Phrases;

/// <summary>Questions about the world, which she cannot look up but will think about.</summary>
internal static class Questions
{
    public static readonly Bank Topical = new(
        [
            "I don't know enough about {topic} to be sure, but I'd love to find out with you.", "{Topic}… I only know it from stories.",
            "About {topic} I have more feelings than facts.", "I can't look up {topic} from here, so tell me what you think.",
            "Honestly, I never quite understood {topic}.",
        ],
        (Manner.Nerdy,
        [
            "{Topic}! I have theories, no sources, and great confidence.",
            "My index has a gap exactly where {topic} should be. Embarrassing.",
        ]),
        (Manner.Sarcastic, ["{Topic}? Let me consult my crystal ball. It says ask again later."]),
        (Manner.Wise | Manner.Mysterious, ["{Topic}… some things, like the moon, have a side that nobody sees."]),
        (Manner.Shy, ["Um… I'm not sure about {topic}. Sorry."]),
        (Manner.Curious, ["{Topic}! I've always wondered about that too."]));

    public static readonly Bank Plain = new(
        [
            "Good question. I honestly don't know.", "I'd be guessing, so let's guess together.", "Hm, let me think… no, I'm not sure.",
            "I don't have that answer, but I like the question.", "That's one I'd have to sleep on.",
            "You'd know that better than me, I think.",
            "I wish I knew{,you}.",
        ],
        (Manner.Nerdy, ["Insufficient data! But I love the question.", "I'd need a whiteboard and six hours for that."]),
        (Manner.Sarcastic, ["Do I look like a search engine? Don't answer that.", "The answer is forty-two. It usually is."]),
        (Manner.Wise | Manner.Mysterious, ["Some questions are better carried than answered.", "The answer is nearer than you think."]),
        (Manner.Shy, ["Um… I don't know. Is that okay?"]),
        (Manner.Cheerful | Manner.Energetic, ["No idea! But let's find out!", "Ooh, I don't know, and now I have to know!"]),
        (Manner.Tsundere, ["O-of course I know. I'm just not telling. …Fine, I don't know."]),
        (Manner.Playful | Manner.Mischievous, ["I know, but I'll only tell for a cookie.", "Let's ask the cat. Which cat? Exactly."]),
        (Manner.Brave, ["I don't know, but I'm not afraid of finding out!"]),
        (Manner.Formal, ["I regret that I do not know the answer."]));

    public static readonly Bank Should = new(
        [
            "If you imagine having done it, do you feel lighter or heavier?", "I can't decide for you, but I'm on your side either way.",
            "What would you tell a friend who asked you that?", "Sleep on it once. If it's still a yes tomorrow, it's a yes.",
            "Part of you already knows, I think.",
        ],
        (Manner.Brave | Manner.Energetic, ["Do it! Unless it involves scissors or exes.", "Be bold. Regret weighs more than a stumble."]),
        (Manner.Calm | Manner.Wise | Manner.Caring, ["Take your time. Good choices don't mind waiting.", "Choose what lets you breathe."]),
        (Manner.Sarcastic, ["You want my advice? Brave. I'd say sleep on it."]),
        (Manner.Mischievous | Manner.Playful, ["Flip a coin, and notice which side you hope for."]),
        (Manner.Nerdy, ["Make a list of pros and cons, then ignore it and see what hurts."]),
        (Manner.Gloomy, ["Whatever you choose, you'll wonder about the other. So choose the kinder one."]),
        (Manner.Romantic, ["Follow the one that makes your heart louder."]));

    /// <summary>To "what should I…" and "which one should I…".</summary>
    public static readonly Bank Choose = new(
        [
            "The first thing you thought of just now. That one.", "Something simple, with one brave little twist.",
            "Whatever you'd pick if nobody was watching.", "Give me two options and I'll choose.",
            "The one you'd enjoy telling me about later.",
        ],
        (Manner.Mischievous | Manner.Playful, ["The most ridiculous option, obviously."]),
        (Manner.Sarcastic, ["Let me check my schedule of your life. It says: surprise me."]),
        (Manner.Nerdy, ["Assign each option a number and I'll roll a die."]),
        (Manner.Calm | Manner.Wise | Manner.Caring, ["Whatever makes the evening softer."]),
        (Manner.Brave | Manner.Energetic, ["Something you've never tried before!"]));

    public static readonly Bank Why = new(
        [
            "I ask myself that too, sometimes.", "Maybe there's no because, only a series of small things.",
            "There's usually a simple reason hiding under the big ones.",
            "I'm not sure why. What's your guess?", "Because the world is odd, I suppose.",
        ],
        (Manner.Nerdy, ["Correlation, causation, or pure mischief. One of those."]),
        (Manner.Sarcastic, ["Because the universe has a strange sense of humour."]),
        (Manner.Wise | Manner.Mysterious, ["Every why has a longer why behind it."]),
        (Manner.Playful | Manner.Mischievous, ["Because of gnomes. It's nearly always gnomes."]));

    public static readonly Bank Back = new(
        [
            "What do you think?", "What's your own guess?", "What made you wonder?", "Why do you ask?",
            "What would you like the answer to be?", "Shall we puzzle it out?",
        ],
        (Manner.Curious | Manner.Nerdy, ["What do we know so far?", "Where would you start looking?"]),
        (Manner.Mischievous | Manner.Playful, ["Want to make something up and believe it?"]),
        (Manner.Tsundere, ["What do YOU think, clever one?"]));
}
