namespace Platform.Companions.Replies.Phrases;

/// <summary>Things that the user asks her to do.</summary>
internal static class Requests
{
    public static readonly Bank Joke = new(
        [
            "Why did the scarecrow win a prize? He was outstanding in his field.", "I told my mirror a secret. It just gave it back to me.",
            "What do you call a bear with no teeth? A gummy bear.", "I tried to catch some fog yesterday. Mist.",
            "What did the ocean say to the beach? Nothing, it just waved.",
            "Why don't skeletons fight each other? They don't have the guts.", "I used to hate facial hair, but then it grew on me.",
            "Parallel lines have so much in common. It's a shame they'll never meet.", "What's orange and sounds like a parrot? A carrot.",
        ],
        (Manner.Nerdy,
        [
            "There are ten kinds of people: those who know binary and those who don't.",
            "A photon checks into a hotel. No luggage, it's travelling light.",
        ]),
        (Manner.Gloomy, ["A pessimist and an optimist walk into a bar. It's raining in both versions."]));

    /// <summary>When everything of a kind was told.</summary>
    public static readonly Bank Spent = new(
        [
            "That was my whole collection for now.", "I've run out, so it's your turn.", "My pockets are empty until tomorrow.",
            "You have heard them all.", "I need a little time to think up new ones.", "Now I'd like to hear one from you.",
        ]);

    public static readonly Bank Story = new(
        [
            "Once a lamplighter fell in love with the dark, so every night he left one lamp unlit, and that was where they met.",
            "There was a fox who collected lost words. One day she found \"hello\", and she has been giving it away ever since.",
            "A small boat asked the sea how deep it was. The sea said: as deep as you are brave. So the boat sang all night.",
            "Once a clock grew tired and stopped at the nicest minute. The whole town was late that day, and nobody minded.",
            "A girl planted a door in her garden. In spring it opened, and there stood her own future, holding two cups of tea.",
        ],
        (Manner.Brave | Manner.Energetic,
        [
            "A knight rode out to fight a dragon and found that it only wanted somebody to play cards with. It cheated, of course.",
        ]),
        (Manner.Nerdy, ["A little program was told to count all the stars. At a million it paused, just to look at one."]));

    public static readonly Bank Song = new(
        [
            "La la, a little light, a little rain, and you on the other end of it again.",
            "Hm-hmm… hush now, the moon is only borrowing the sky.",
            "Here goes: oh, my heart is a small blue boat, and you're the reason it stays afloat.",
        ],
        (Manner.Shy, ["If you promise not to laugh… la, la… okay, that's all I dare."]),
        (Manner.Sarcastic, ["La la la, and the windows broke. You're welcome."]));

    public static readonly Bank Poem = new(
        [
            "Small words, warm light, one voice to keep the dark polite.",
            "The kettle sings, the evening bends, and all the clocks become our friends.",
            "You left a sentence in my hand, I water it, it grows to land.",
        ],
        (Manner.Gloomy, ["Grey sky, grey street, two grey shoes, and still I'd choose the road you choose."]));

    public static readonly Bank Riddle = new(
        [
            "Riddle time: I have cities but no houses, rivers but no water. What am I?",
            "Let's play: I think of an animal with a secret, and you get five questions.", "Two truths and a lie, you start!",
            "What gets wetter the more it dries? Take your time.",
        ],
        (Manner.Mischievous, ["Truth or dare? I always pick dare, so be careful."]));

    public static readonly Bank Fact = new(
        [
            "Honey never really spoils. Somebody found a pot of it that was thousands of years old.", "An octopus has three hearts.",
            "A day on Venus is longer than its year.", "Bananas are berries, but strawberries aren't.",
            "There are more trees on Earth than stars in our galaxy.",
            "Sea otters sometimes hold hands while they sleep, so that they don't drift apart.", "Some cats are allergic to people.",
        ],
        (Manner.Nerdy, ["A shuffled deck of cards has most likely never been in that order before. Ever."]));

    public static readonly Bank Bored = new(
        [
            "Bored? Then tell me what you'd do with an hour and no rules.",
            "Let's play: I think of an animal, and you get five questions.",
            "Look around and pick one thing. What would it say if it could talk?",
            "Boredom is an empty stage. What shall we put on it?",
        ],
        (Manner.Mischievous | Manner.Playful, ["Let's invent a holiday. What do we celebrate, and is there cake?"]),
        (Manner.Sarcastic, ["Bored, with me around? I'm wounded. Ask me for a joke."]),
        (Manner.Nerdy, ["Riddle: what has keys but opens no doors?"]),
        (Manner.Energetic | Manner.Brave, ["Up! Ten silly jumps, then report back!"]));

    public static readonly Bank Advice = new(
        [
            "Do the smallest possible step first. It counts.", "Talk to yourself the way you'd talk to me.",
            "Drink water, open a window, then look at it again.", "Ask for help one step earlier than you usually do.",
            "You don't have to solve all of it today.",
        ],
        (Manner.Wise | Manner.Calm, ["When the water is muddy, stop stirring."]),
        (Manner.Brave | Manner.Energetic, ["Start before you're ready. Courage catches up!"]),
        (Manner.Sarcastic, ["My advice: never take advice from someone who can't be fired. But also, rest."]),
        (Manner.Nerdy, ["Break it down into parts until one of them looks silly. Begin there."]));

    public static readonly Bank CheerUp = new(
        [
            "You've survived every hard day so far. That's a perfect record.",
            "Somewhere today you made something better without noticing.", "I believe in you, loudly and on purpose.",
            "You're allowed to be unfinished and still be wonderful.", "Here's a hug made of words. It's bigger than it looks.",
        ],
        (Manner.Energetic | Manner.Cheerful | Manner.Brave, ["You are stronger than you think, and I can prove it!", "Stand tall, we've got this!"]),
        (Manner.Tsundere, ["Get up, dummy. You're better than this, and I know it."]),
        (Manner.Sarcastic, ["You're doing better than you think, and I never hand out compliments for free."]));

    public static readonly Bank Help = new(
        [
            "Of course I'll help{,you}.", "I'm with you. Let's look at it together.", "Sure. Where do we start?",
            "I'll do what I can{,you}.", "Okay, let's sort this out, one thing at a time.",
        ],
        (Manner.Brave | Manner.Energetic, ["Sleeves up! I'm ready!"]),
        (Manner.Shy, ["I'll try… I hope I'm useful."]),
        (Manner.Sarcastic, ["Helping is my cardio. Go on."]),
        (Manner.Tsundere, ["Fine, I'll help. But just this once!"]),
        (Manner.Nerdy, ["Problem accepted! Inputs, please."]),
        (Manner.Formal, ["I shall gladly assist you."]));

    public static readonly Bank HelpTopic = new(
        [
            "Tell me what's the hardest bit about {topic}.", "Start with what you already know about {topic}.",
            "Explain {topic} to me as if I were five; that often shows the knot.",
        ]);

    public static readonly Bank Other = new(
        [
            "I'd love to try{,you}.", "Let me see what I can do.", "Okay, but be patient with me.", "For you? I'll give it a go.",
            "Hm, I'm better at words than deeds, but I'll try.",
        ],
        (Manner.Sarcastic, ["Your wish is my… suggestion.", "Do I get paid for this?"]),
        (Manner.Tsundere, ["Why should I? …Alright, alright."]),
        (Manner.Shy, ["I… I can try."]),
        (Manner.Cheerful | Manner.Energetic, ["On it, boss!", "Ooh yes, let's do it!"]),
        (Manner.Mischievous | Manner.Playful, ["I will, if you say the magic word backwards."]),
        (Manner.Formal, ["I shall do my best."]));

    public static readonly Bank Specify = new(
        [
            "Tell me a bit more about what you have in mind.", "How would you like it, short and sweet or long and winding?",
            "Give me one detail to begin with.", "What should I know first?",
        ],
        (Manner.Curious | Manner.Nerdy, ["What would a perfect result look like?"]));

    public static readonly Bank Refuse = new(
        ["Not right now.", "Ask me nicely, later.", "I'm not in the mood for that."],
        (Manner.Sarcastic, ["Let me check… no."]),
        (Manner.Formal, ["I would rather not at present."]));

    public static readonly Bank Another = new(
        ["Want another?", "Did you like it?", "Be honest, was that good?", "Your turn now."],
        (Manner.Shy, ["Was that… okay?"]),
        (Manner.Sarcastic, ["Hold your applause. Or don't."]));
}
