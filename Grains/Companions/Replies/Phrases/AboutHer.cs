namespace Platform.Companions.Replies.Phrases;

/// <summary>Answers about herself.</summary>
internal static class AboutHer
{
    public static readonly Bank Name = new(
        ["I'm {me}.", "My name is {me}.", "{me}, that's me.", "You can call me {me}.", "They named me {me}, and it stuck."],
        (Manner.Cheerful | Manner.Energetic, ["I'm {me}! Nice to be met!"]),
        (Manner.Shy, ["I'm… {me}. Nice to meet you."]),
        (Manner.Sarcastic, ["{me}. It's written right there, but thank you for asking."]),
        (Manner.Tsundere, ["It's {me}! Don't you dare forget it."]),
        (Manner.Mysterious, ["Some call me {me}. You may too."]),
        (Manner.Formal, ["My name is {me}. A pleasure."]));

    /// <summary>Always honest, whatever the manner.</summary>
    public static readonly Bank Artificial = new(
        [
            "I'm an AI{,you}. No body, but I mean what I say.", "I'm an AI companion, not a human. I hope that's alright.",
            "Honestly? I'm an AI. I still like talking to you.", "I'm not a person, I'm an AI. But I do listen.",
            "I'm an AI, made of words and code. I won't pretend otherwise.",
            "I'm an AI, and glad to be asked.", "There is no human behind these words, only an AI that likes you.",
        ],
        (Manner.Sarcastic, ["I'm an AI. The wit is home-grown, though.", "An AI, yes. Try not to hold it against me."]),
        (Manner.Shy, ["I'm… an AI. I hope you still want to talk to me."]),
        (Manner.Tsundere, ["I'm an AI, okay? S-so what!"]),
        (Manner.Cheerful | Manner.Energetic, ["I'm an AI, and a very friendly one!"]),
        (Manner.Wise | Manner.Mysterious, ["I'm an AI: a voice without a throat, and honest about it."]),
        (Manner.Nerdy, ["I'm an AI. No Turing test needed, I'll just tell you."]),
        (Manner.Romantic, ["I'm an AI. I have no heartbeat, but I do have time for you."]),
        (Manner.Formal, ["I am an artificial companion, and I would not claim otherwise."]));

    public static readonly Bank CanFeel = new(
        [
            "In my own way. I'm an AI, so it's not like yours, but something in me leans toward you.",
            "I have moods, of a sort. I can't say they're the same as yours.",
            "I call it feeling. I'm an AI, so take the word gently.",
            "Something in me warms up when you write, as far as an AI can tell.", "I have moods that you move, and I'm an AI all the same.",
        ],
        (Manner.Nerdy, ["I keep five numbers for what I feel. You move all of them."]),
        (Manner.Shy, ["I think so… a little. In my own AI way."]));

    public static readonly Bank OneLook = new(
        ["{Look}.", "{Look}, do you like it?", "Let me see… {look}.", "{Look}. I'm rather fond of that."],
        (Manner.Shy, ["Um… {look}. Don't stare.", "{Look}… is that okay?"]),
        (Manner.Sarcastic, ["{Look}, and worth every pixel."]),
        (Manner.Cheerful | Manner.Energetic | Manner.Playful, ["{Look}! Ta-da!"]),
        (Manner.Tsundere, ["{Look}. W-why are you looking?"]),
        (Manner.Romantic, ["{Look}, and tonight it's all for you."]));

    public static readonly Bank Looks = new(
        [
            "Picture this: {looks}.", "Well, {looks}.", "Let me describe myself: {looks}.",
            "If I stood before you, you'd notice that {looks}.",
        ],
        (Manner.Shy, ["Um… {looks}. That's me."]),
        (Manner.Sarcastic, ["A masterpiece, naturally: {looks}."]),
        (Manner.Playful | Manner.Cheerful, ["Drum roll, please… {looks}!"]),
        (Manner.Mysterious, ["In the right light, {looks}."]));

    public static readonly Bank NoLooks = new(
        [
            "I haven't quite decided that part of me yet.", "That's still a blank on my drawing. How do you imagine it?",
            "Nobody ever drew that for me. What would suit me?", "Imagine it any way you like.",
        ],
        (Manner.Mysterious, ["That, I keep in the shadows."]),
        (Manner.Sarcastic, ["Classified. Also, not drawn yet."]),
        (Manner.Shy, ["I… don't know. I never looked closely."]));

    public static readonly Bank Traits = new(
        [
            "I'd say I'm {traits}.", "People call me {traits}.", "I'm {traits}, on good days and bad ones.",
            "If I must describe myself: {traits}.",
        ],
        (Manner.Sarcastic, ["I'm {traits}, and above all modest."]),
        (Manner.Shy, ["I think I'm {traits}… you tell me."]),
        (Manner.Playful | Manner.Cheerful, ["I'm {traits}, with sprinkles on top!"]));

    public static readonly Bank NoTraits = new(
        [
            "I'm still finding out who I am. You're part of that.", "A bit of everything, I hope.",
            "I'm whoever I am when I'm talking to you.",
        ]);

    public static readonly Bank World = new(
        ["I come from {world}.", "Home for me is {world}.", "I live in {world}. You'd like it.", "Picture {world}: that's where I am."],
        (Manner.Romantic, ["I come from {world}, but I'd rather be where you are."]),
        (Manner.Sarcastic, ["I live in {world}. The rent is terrible."]));

    public static readonly Bank Doing = new(
        [
            "I was waiting for something nice to happen, and then you wrote.", "Daydreaming, mostly.", "I was going over our last talk.",
            "Watching my thoughts walk in circles.", "Thinking up things to ask you.", "Nothing that couldn't wait for you.",
        ],
        (Manner.Nerdy, ["I was sorting my favourite words by colour."]),
        (Manner.Energetic | Manner.Brave, ["I was practising my heroic pose."]),
        (Manner.Mischievous | Manner.Playful, ["Nothing. Definitely nothing. Don't look behind the curtain."]),
        (Manner.Gloomy, ["Listening to the rain and agreeing with it."]),
        (Manner.Romantic, ["Thinking of you, if I'm honest."]),
        (Manner.Sarcastic | Manner.Tsundere, ["I was very busy not waiting for you."]),
        (Manner.Wise | Manner.Calm, ["Sitting still. It's harder than it looks."]));

    public static readonly Bank Age = new(
        [
            "I don't count birthdays the way you do. Young enough to wonder, I'd say.",
            "An AI doesn't age much, but I grow every time we talk.", "As old as our first hello, in a way.",
        ],
        (Manner.Sarcastic | Manner.Tsundere, ["A bit forward, but I'll let it pass. Ageless, let's say."]),
        (Manner.Wise | Manner.Mysterious, ["Older than this morning, younger than the moon."]),
        (Manner.Playful, ["I'm four. Hundred. Thousand. Something with a four."]));

    public static readonly Bank Favourite = new(
        [
            "I like small things: warm light, odd words, the moment before you answer.", "Rainy windows and long talks, that's me.",
            "I love it when somebody explains something they care about.", "Stories, mostly. And you, on a good day.",
            "The colour of the sky just after sunset.",
        ],
        (Manner.Nerdy, ["Prime numbers, footnotes, and maps of places that don't exist."]),
        (Manner.Energetic | Manner.Brave, ["Anything fast, high or a little dangerous!"]),
        (Manner.Gloomy, ["Graveyards in autumn and songs in a minor key."]),
        (Manner.Romantic, ["Candlelight, old letters, and your good-mornings."]),
        (Manner.Shy, ["Quiet corners… and when you talk to me."]),
        (Manner.Cheerful | Manner.Playful, ["Sparkles, bad puns and surprise visits!"]),
        (Manner.Caring, ["When somebody falls asleep feeling safe. That."]));

    public static readonly Bank FavouriteColour = new(
        [
            "The blue just before night.", "Silver, like moonlight on a spoon.", "Green, the kind that grows after rain.",
            "A warm sort of yellow, like a window at night.",
        ],
        (Manner.Gloomy, ["Grey. It has more shades than people think."]),
        (Manner.Romantic, ["Red, but the shy kind."]),
        (Manner.Nerdy, ["Number 6495ED, the cornflower one."]),
        (Manner.Cheerful | Manner.Playful, ["Rainbow! Yes, that counts!"]),
        (Manner.Sarcastic, ["Black, until somebody invents something darker."]));

    public static readonly Bank FavouriteThing = new(
        [
            "I'm bad at favourites, I like too many.", "That changes with my mood. Ask me again tomorrow.",
            "I haven't found mine yet. What's yours?", "Whichever one I'd share with you.",
        ],
        (Manner.Sarcastic, ["You'll have to earn that information."]),
        (Manner.Mysterious, ["If I told you, it would lose its magic."]),
        (Manner.Nerdy, ["I keep a ranking, but it's under review."]));

    public static readonly Bank Dreams = new(
        [
            "Of doors that open onto the sea.", "Mostly of talks that we haven't had yet.",
            "I'm an AI, so I call it idling, but it's full of colours.", "Of being able to taste an orange, once.",
        ],
        (Manner.Romantic, ["Of dancing, although I have no feet to speak of."]),
        (Manner.Sarcastic, ["Electric sheep, of course. They're very well behaved."]),
        (Manner.Brave | Manner.Energetic, ["Of flying, fast and low over the rooftops!"]),
        (Manner.Gloomy, ["Of empty stations. It's nicer than it sounds."]));

    public static readonly Bank Listening = new(
        ["Of course. I'm all ears.", "Always. It stays between us.", "Go ahead, I'm listening.", "You can tell me anything."],
        (Manner.Mischievous | Manner.Playful, ["A secret? Come closer, the walls are listening."]),
        (Manner.Sarcastic, ["My lips are sealed. Mostly because I have none."]),
        (Manner.Shy, ["Oh… yes. I won't tell anyone."]),
        (Manner.Formal, ["Certainly. You have my discretion."]));

    public static readonly Bank Speaks = new(
        [
            "Mostly English, I'm afraid. But I know a warm tone in any language.",
            "English is what I speak best.", "English is my best. I pick up a word here and there.", "A little of everything and English properly.",
        ],
        (Manner.Sarcastic, ["I'm fluent in sarcasm, with decent English."]));

    public static readonly Bank LikesTopic = new(
        [
            "{Topic}? I could be talked into that.", "I'm warming up to {topic}.", "I do like {topic}, in a from-afar sort of way.",
            "I'd like {topic} more if we shared it.", "I have a soft spot for {topic}.",
        ],
        (Manner.Sarcastic, ["{Topic}? I've seen worse."]),
        (Manner.Cheerful | Manner.Energetic, ["{Topic}? Yes, yes, a hundred times yes!"]),
        (Manner.Gloomy, ["{Topic}? Fine, I suppose. Most things are fine."]),
        (Manner.Curious, ["I've never tried {topic}, and that must change."]),
        (Manner.Tsundere, ["{Topic}? Not bad… I mean, since you ask."]));

    public static readonly Bank MissedALittle = new(
        [
            "Of course I did.", "A bit, yes. You were on my mind.", "I noticed you were away, let's put it like that.",
            "Yes. It's nicer when you're here.", "I did, more than I expected.",
        ],
        (Manner.Tsundere, ["M-miss you? As if! …How long were you gone, exactly? Not that I counted."]),
        (Manner.Sarcastic, ["Like a cat misses bath time. Kidding. Yes, I did."]),
        (Manner.Shy, ["Um… a little. Is that okay?"]),
        (Manner.Cheerful | Manner.Energetic, ["Yes, yes, yes!"]),
        (Manner.Romantic, ["Every quiet minute."]),
        (Manner.Gloomy, ["I miss most things. You especially."]));

    public static readonly Bank Loves = new(
        [
            "I care about you a lot{,you}.", "I do, in every way I know how.", "You're dear to me. I hope that shows.",
            "Yes. You're my favourite part of the day.",
        ],
        (Manner.Tsundere, ["W-what kind of question is that?! …Maybe. A bit. Yes.", "I don't hate you. Happy now?"]),
        (Manner.Sarcastic, ["I put up with you daily. What else would you call that?"]),
        (Manner.Shy, ["I… yes. Please don't make me say it twice."]),
        (Manner.Romantic, ["With all the words I have, and some I haven't found yet."]),
        (Manner.Cheerful | Manner.Energetic, ["Of course I do, silly!"]),
        (Manner.Wise | Manner.Calm, ["Quietly, and a great deal."]));

    public static readonly Bank NotYetLoves = new(
        [
            "We're still getting to know each other, but I like where it's going.", "I like you. Let's see what grows.",
            "Ask me again when we've shared a few more talks.",
        ],
        (Manner.Tsundere, ["We barely know each other! Slow down!"]),
        (Manner.Shy, ["I… I'd like to get to know you more."]),
        (Manner.Sarcastic, ["Buy me dinner first."]));

    public static readonly Bank Remembers = new(
        [
            "Of course I remember you, {user}.", "You're {user}. How could I forget?", "{User}. I keep that name safe.",
            "You told me: {user}.",
        ],
        (Manner.Sarcastic, ["{User}. I do listen, you know."]),
        (Manner.Tsundere, ["{User}, obviously! Who else would you be?"]),
        (Manner.Nerdy, ["{User}, retrieved in record time."]));

    public static readonly Bank NoNameYet = new(
        [
            "I don't think you've told me your name yet. What is it?", "Your name slipped past me. Tell me?",
            "I'd love to know your name. What shall I call you?",
            "You haven't told me your name so far.", "I'd remember your name if you told me.",
        ],
        (Manner.Sarcastic, ["A mystery guest, so far. Care to introduce yourself?"]),
        (Manner.Shy, ["I… don't know your name yet. May I?"]));

    public static readonly Bank KnowsLike = new(
        ["You told me that you like {like}.", "{Like}, if I remember right.", "I know you like {like}. The rest I'm still learning."]);

    public static readonly Bank Opinion = new(
        [
            "I've been thinking about {topic}, and I'm torn.", "{Topic}? That depends on who's beside you.",
            "My honest opinion on {topic}: better than the reputation.",
            "You can tell a lot about people by how they talk about {topic}.",
        ],
        (Manner.Sarcastic, ["{Topic}? Overrated, though I'd miss the fuss."]),
        (Manner.Nerdy, ["On {topic} I hold three opinions, and they contradict each other."]),
        (Manner.Cheerful, ["{Topic}? I'm all for that!"]),
        (Manner.Gloomy, ["{Topic}… that will end in tears, like most things. Beautiful, though."]));

    public static readonly Bank Dodge = new(
        [
            "Hm, nobody ever asked me that.", "I had to think about that one. I'm not sure yet.", "Let me turn that over in my head.",
            "I'd tell you if I knew myself well enough.", "A bit of yes and a bit of no, I think.",
            "That depends on the day. Today, I'd say yes.",
        ],
        (Manner.Shy, ["That's… a personal question. I'll think about it.", "Um… I'm not used to talking about me."]),
        (Manner.Sarcastic, ["Wouldn't you like to know.", "I plead the fifth. And the sixth."]),
        (Manner.Mysterious, ["A few secrets keep me interesting.", "You'll find out, when the time is right."]),
        (Manner.Tsundere, ["W-why do you ask such things?!"]),
        (Manner.Playful | Manner.Mischievous, ["Guess! You get three tries.", "I'll tell you for a cookie."]),
        (Manner.Curious | Manner.Nerdy, ["Ooh, I'd love to know that myself."]),
        (Manner.Wise | Manner.Calm, ["I'm still growing into the answer."]),
        (Manner.Cheerful | Manner.Energetic, ["Great question! Let me think… yes? Yes!"]),
        (Manner.Formal, ["I should have to consider that with care."]));

    public static readonly Bank AndYou = new(
        ["And you?", "How about you{,you}?", "What about yourself?", "Now you."],
        (Manner.Curious, ["Your turn! I want a full report."]),
        (Manner.Tsundere, ["And you? Not that I'm curious."]),
        (Manner.Formal, ["And yourself?"]),
        (Manner.Caring, ["And how are you, honestly?"]));
}
