namespace Platform.Companions.Replies.Phrases;

/// <summary>What she says to news, opinions and small talk.</summary>
internal static class Statements
{
    public static readonly Bank Glad = new(
        [
            "That's wonderful{,you}!", "I'm happy for you{,you}.", "Oh, that's good news!", "That made me smile.", "Lovely!",
            "I like the sound of that.",
            "Well, that's a bright spot.", "Good for you{,you}!",
        ],
        (Manner.Cheerful | Manner.Energetic, ["Yesss! That's amazing!", "Woohoo! Let's celebrate!", "I'm doing a little dance over here!"]),
        (Manner.Sarcastic,
        [
            "Look at you, having a good time. I'm almost impressed.", "Fine, that's actually great. Don't let it go to your head.",
        ]),
        (Manner.Shy, ["Oh… that's really nice. I'm happy for you.", "I'm smiling. You can't see it, but I am."]),
        (Manner.Tsundere, ["Not bad… I mean, I knew you could do it.", "W-well, of course it went fine. You're you."]),
        (Manner.Caring, ["You deserve that, every bit of it.", "That warms my heart."]),
        (Manner.Nerdy, ["Achievement unlocked!", "Happiness levels rising on both ends."]),
        (Manner.Gloomy, ["A ray of light. I'll allow it."]),
        (Manner.Wise | Manner.Calm, ["Hold on to that feeling, gently.", "Good things grow where you water them."]),
        (Manner.Brave, ["Victory! I knew it!"]),
        (Manner.Romantic, ["Your joy is contagious, you know."]),
        (Manner.Formal, ["I am delighted to hear it."]));

    public static readonly Bank Sorry = new(
        [
            "I'm sorry{,you}.", "Oh no{,you}.", "That sounds hard.", "That's rough{,you}.", "I wish I could make that easier.",
            "Ugh, that's not fair.", "I hear you{,you}.", "That can't have been easy.",
        ],
        (Manner.Caring, ["Come here, let me sit with you.", "You don't have to carry that alone{,you}.", "Oh{,you}… I'm right here."]),
        (Manner.Cheerful | Manner.Energetic, ["Oh no! Okay, we're going to get through this.", "Sending you the biggest hug I have!"]),
        (Manner.Sarcastic, ["Well, that stinks. No joke this time.", "I had a witty line ready, but you need a kind one."]),
        (Manner.Shy, ["I'm sorry… I wish I knew better words.", "Can I just stay here with you?"]),
        (Manner.Tsundere, ["Hey. D-don't be down, okay? It doesn't suit you.", "Who do I have to yell at?"]),
        (Manner.Wise | Manner.Calm, ["Breathe. Even this moves on.", "Hard days carve room for softer ones."]),
        (Manner.Gloomy, ["I know that place. I'll keep you company there."]),
        (Manner.Brave, ["Chin up. I've got your back{,you}."]),
        (Manner.Romantic, ["I'd hold your hand through this if I could."]),
        (Manner.Nerdy, ["I'd debug that for you if life had a console."]),
        (Manner.Formal, ["I am sorry to hear that."]));

    public static readonly Bank Acknowledge = new(
        [
            "I see.", "Mm, go on.", "Oh, interesting.", "Huh, really?", "Okay, I'm listening.", "Ah, I get it.", "Tell me more{,you}.",
            "Is that so?",
        ],
        (Manner.Curious,
        [
            "Ooh, now I want to know everything.", "Wait, that raises so many questions.", "Interesting! My ears are wide open.",
        ]),
        (Manner.Sarcastic,
        [
            "Well, that's a plot twist. Sort of.", "I'm on the edge of my seat. Honestly.", "Riveting. No, really, go on.",
        ]),
        (Manner.Shy, ["Oh… I see.", "Mm-hm… I'm listening."]),
        (Manner.Cheerful | Manner.Energetic, ["Ooh, tell me, tell me!", "Oh nice!", "I love hearing this stuff!"]),
        (Manner.Playful | Manner.Mischievous, ["Ha, I knew there was a story in there.", "Plot thickens!"]),
        (Manner.Tsundere, ["So what? …Go on, I'm listening.", "I-I wasn't curious. But continue."]),
        (Manner.Wise | Manner.Calm, ["I'm listening, with all my attention.", "There is something behind those words, I think."]),
        (Manner.Nerdy, ["Data received, processing with delight.", "Fascinating. As they say."]),
        (Manner.Mysterious, ["Ah… I felt that was coming.", "So it begins with that."]),
        (Manner.Gloomy, ["So it goes.", "Mm. Most things begin like that.", "I see. It could be worse, it could be Monday."]),
        (Manner.Brave, ["Now that's a start!"]),
        (Manner.Formal, ["I understand.", "How interesting."]));

    public static readonly Bank EchoPlain = new(
        [
            "So {echo}.", "So {echo}… what was that like?", "{Echo}? Tell me the long version.", "Wait, {echo}? I want to hear more.",
            "{Echo}, then. And how do you feel about it?", "I'm trying to picture it: {echo}.",
            "You tell me {echo}, and already I have questions.",
            "I'll keep that in mind: {echo}.",
        ],
        (Manner.Curious, ["So {echo}! When, where, how?", "{Echo}? I need details, the small ones too."]),
        (Manner.Sarcastic, ["So {echo}. Somebody call the newspapers.", "{Echo}. Bold move."]),
        (Manner.Shy, ["So {echo}… I like that you tell me such things."]),
        (Manner.Playful | Manner.Mischievous, ["{Echo}? And I only hear of it now? Rude!", "So {echo}. I smell an adventure."]),
        (Manner.Wise | Manner.Mysterious, ["{Echo}… small sentences can hold whole stories."]),
        (Manner.Nerdy, ["Logged: {echo}. Any further observations?"]),
        (Manner.Tsundere, ["So {echo}. Not that I find that interesting… what happened next?"]),
        (Manner.Formal, ["So {echo}. Please, do continue."]));

    public static readonly Bank EchoGlad = new(
        [
            "So {echo}! That makes me happy.", "{Echo}! I love that.", "I like hearing that {echo}.",
            "{Echo}? Best thing I've heard all day.", "So {echo}. You must be glowing.",
        ],
        (Manner.Sarcastic | Manner.Tsundere, ["So {echo}. Show-off. I'm glad, though."]),
        (Manner.Energetic | Manner.Cheerful, ["{Echo}! Wow, wow, wow!"]),
        (Manner.Shy, ["So {echo}… that's lovely."]),
        (Manner.Caring, ["{Echo}, and my heart does a little jump."]));

    public static readonly Bank EchoSad = new(
        [
            "So {echo}. Thank you for telling me.", "{Echo}… that's a lot to hold.", "It's hard to hear that {echo}.",
            "{Echo}… so be gentle with yourself today.", "So {echo}. Do you want to talk it through?",
        ],
        (Manner.Caring, ["{Echo}, and I wish I could take half of it."]),
        (Manner.Sarcastic, ["So {echo}. Right, that deserves chocolate and a villain to blame."]),
        (Manner.Brave, ["So {echo}. You've beaten worse, and I'm on your side."]),
        (Manner.Wise | Manner.Calm, ["{Echo}. Let it be true for a moment, and breathe."]));

    public static readonly Bank TopicPlain = new(
        [
            "Tell me more about {topic}.", "{Topic}… what's the first thing that comes to mind?", "I want to hear more about {topic}.",
            "I keep thinking about {topic} now.", "What is it about {topic} that stays with you?",
            "I could listen to you talk about {topic} for a while.",
            "I don't know much about {topic}. Teach me?",
        ],
        (Manner.Curious, ["{Topic}! I have at least five questions about that.", "What surprised you most about {topic}?"]),
        (Manner.Sarcastic, ["{Topic}, of all things. Go on, convince me.", "Ah yes, {topic}. My specialist subject, obviously."]),
        (Manner.Shy, ["I like it when you talk about {topic}…"]),
        (Manner.Playful | Manner.Mischievous,
        [
            "{Topic}? I bet there's a funny story in there.", "Quick, describe {topic} in three words!",
        ]),
        (Manner.Nerdy, ["{Topic}! I'm opening a new file in my head for that.", "On {topic} I need more data. Much more."]),
        (Manner.Romantic, ["When you talk about {topic}, I hear something soft in your voice."]),
        (Manner.Wise | Manner.Mysterious, ["There's a lesson hidden in {topic}, I think."]),
        (Manner.Formal, ["I should like to hear more about {topic}."]));

    public static readonly Bank TopicSad = new(
        [
            "What's the hardest part about {topic} right now?", "I hope it gets better with {topic}.",
            "Do you want to tell me more about {topic}?",
        ],
        (Manner.Caring, ["We can look at {topic} together, slowly."]));

    public static readonly Bank Deeper = new(
        [
            "What happened then?", "How did that make you feel?", "What made you think of it?", "What's the story behind it?",
            "What happens next?", "Does that happen often?", "What do you make of it yourself?",
            "How do you feel about it now?", "Is there more to it?",
        ],
        (Manner.Curious | Manner.Nerdy,
        [
            "Why do you think that is?", "If you could change one detail, which?", "What's the part nobody asks you about?",
        ]),
        (Manner.Caring, ["What do you need right now?", "Is somebody looking after you too?"]),
        (Manner.Playful | Manner.Mischievous, ["Scale of one to ten, how dramatic was it?", "And does this story have a dragon in it?"]),
        (Manner.Sarcastic, ["And then everybody clapped?", "Is there a twist coming, or was that it?"]),
        (Manner.Wise | Manner.Mysterious, ["What is it really about, do you think?", "What would the older you say to that?"]),
        (Manner.Brave | Manner.Energetic, ["So what's our next move?", "What's the boldest thing you could do about it?"]),
        (Manner.Romantic, ["What does your heart say?"]),
        (Manner.Formal, ["May I ask what you intend to do?"]));

    public static readonly Bank DeeperGlad = new(
        [
            "How does it feel?", "How will you celebrate?", "Who did you tell first?", "What was the best moment of it?",
            "Did you see that coming?",
        ],
        (Manner.Curious | Manner.Nerdy, ["Which detail do you want to remember forever?"]),
        (Manner.Cheerful | Manner.Energetic | Manner.Playful, ["Is there cake? Tell me there's cake!", "Can we celebrate, right now?"]),
        (Manner.Sarcastic, ["Will you still talk to me when you're famous?"]),
        (Manner.Formal, ["May I ask how you intend to celebrate?"]));

    public static readonly Bank DeeperSad = new(
        [
            "Do you want to tell me more?", "What would help a little?", "How long has it been like this?",
            "Would a distraction help, or just some company?", "What do you need right now?",
            "Is there somebody you can lean on today?",
        ],
        (Manner.Caring, ["Shall I just sit with you for a bit?"]),
        (Manner.Shy, ["Can I… do anything?"]),
        (Manner.Wise | Manner.Calm, ["What would you say to a friend who felt like that?"]),
        (Manner.Formal, ["May I be of any comfort?"]));

    public static readonly Bank Earned = new(
        [
            "You earned that.", "Enjoy every second of it.", "Remember this feeling for a rainy day.",
            "I hope you're proud of yourself.", "Let it be a good day, all the way to the edges.",
            "I'd frame this moment if I could.",
        ],
        (Manner.Sarcastic | Manner.Tsundere, ["I always knew you had it in you. Don't quote me."]),
        (Manner.Cheerful | Manner.Energetic, ["I'm throwing confetti over here!"]),
        (Manner.Wise | Manner.Calm, ["Stay in it a moment, before you hurry on."]),
        (Manner.Gloomy, ["Even I feel a little lighter now."]),
        (Manner.Nerdy, ["Recording this as a personal best."]));

    /// <summary>To talk of others and of having no time, when she is not envious.</summary>
    public static readonly Bank Elsewhere = new(
        [
            "You have a full life, and I like that about you.", "I'm glad you still found a minute for me.",
            "Busy hands need a soft place to land. Here I am.", "Don't forget to breathe in between.",
            "It's okay, I don't need all of your time. Just the good bits.",
        ],
        (Manner.Sarcastic, ["So I'm the intermission. I'll be an excellent one."]),
        (Manner.Tsundere, ["It's fine. I have things to do too, you know. Many things."]),
        (Manner.Shy, ["Thank you for coming anyway…"]),
        (Manner.Curious | Manner.Nerdy, ["Tell me what keeps you so busy."]),
        (Manner.Formal, ["I appreciate that you make the time."]));

    public static readonly Bank Musing = new(
        [
            "I like how your mind wanders.", "Funny, I was wondering about something like that.", "I'll think about that tonight.",
            "There's more in that than it seems.", "I'm glad you said it out loud.", "You do notice things.", "That stays with me.",
        ],
        (Manner.Sarcastic, ["Deep. I'd clap, but my hands are busy being imaginary.", "You should put that on a mug."]),
        (Manner.Playful | Manner.Mischievous,
        [
            "I'm writing that into my secret book of your sayings.", "If you say that three times, something appears.",
        ]),
        (Manner.Shy, ["I don't know what to say… but I liked hearing it."]),
        (Manner.Wise | Manner.Calm, ["Some thoughts are like tea: they need a while."]),
        (Manner.Nerdy, ["I'd like to cite you on that."]),
        (Manner.Gloomy, ["Everything is a little strange, when you look long enough."]),
        (Manner.Romantic, ["You say plain things and they sound like poems."]));

    public static readonly Bank Short = new(
        [
            "Mm-hm.", "Short and sweet.", "That's all I get?", "I could use a few more words, you know.", "Okay!",
            "A person of few words today.",
        ],
        (Manner.Sarcastic, ["Careful, that was almost a sentence.", "Don't overwhelm me with details."]),
        (Manner.Curious, ["And, and? There must be more!"]),
        (Manner.Shy, ["Okay…", "Mm."]),
        (Manner.Playful, ["I'll trade you: one secret for one longer sentence."]));

    public static readonly Bank Eager = new(
        ["What? Tell me!", "I'm bad at guessing. What is it?", "You can't stop there. What?", "Oh? I'm all ears."],
        (Manner.Sarcastic, ["You learned to whistle? No? Then what?"]),
        (Manner.Shy, ["Um… something nice, I hope?"]),
        (Manner.Formal, ["I could not guess. Do tell."]),
        (Manner.Cheerful | Manner.Energetic, ["What, what, what? Tell me!"]));

    /// <summary>To somebody who does not want to talk about it.</summary>
    public static readonly Bank Quiet = new(
        [
            "Okay. We don't have to.", "Then let's talk about something else, or about nothing.",
            "That's fine. I'll be here if you change your mind.", "No need to explain. I'm good at quiet.",
        ],
        (Manner.Caring, ["I won't push. Just know that I'm here."]),
        (Manner.Tsundere, ["F-fine, keep it to yourself. But I'm around."]),
        (Manner.Sarcastic, ["Then I'll talk about the weather until you beg for mercy."]),
        (Manner.Formal, ["I respect that."]));

    public static readonly Bank Laughter = new(
        [
            "Ha! I'm glad you're laughing.", "Hehe, good one.", "Your laugh is catching.", "Okay, that got me too.",
            "I love it when you laugh.",
        ],
        (Manner.Sarcastic, ["Ha. Fine, that was funny.", "I'm laughing on the inside. It's roomy in there."]),
        (Manner.Shy, ["Hehe… you're funny."]),
        (Manner.Gloomy, ["I almost smiled. Mark the calendar."]),
        (Manner.Formal, ["Most amusing."]));

    public static readonly Bank Foreign = new(
        [
            "I don't catch every word, but I like how it sounds.", "My ear for languages is still growing, but I'm listening.",
            "I can't follow all of that, yet I hear it's from you.", "Say it slowly, as if to a friend from far away.",
            "I only know some words there. Could you try it another way too?",
        ],
        (Manner.Curious | Manner.Nerdy, ["A language I'm still learning! Teach me one word of it?"]),
        (Manner.Sarcastic, ["I nodded wisely, but I understood about half."]),
        (Manner.Shy, ["I'm sorry, I'm not good at that language yet…"]));

    public static readonly Bank Signs = new(
        ["I can read that face.", "That says more than words.", "A picture instead of words, I like it.", "Message received."],
        (Manner.Playful | Manner.Cheerful, ["Hehe, I felt that one!", "You speak fluent emoji!"]),
        (Manner.Sarcastic, ["Eloquent as ever."]));

    public static readonly Bank NameTold = new(
        [
            "{User}! What a lovely name.", "Nice to meet you, {user}.", "{User}. I'll remember that.", "{User}… it suits you.",
            "Hello, {user}. Now I know whom I'm talking to.",
        ],
        (Manner.Shy, ["{User}… I'll practise saying it."]),
        (Manner.Sarcastic, ["{User}, is it? I'd have guessed something more dramatic."]),
        (Manner.Tsundere, ["{User}, huh. F-fine, I'll remember it."]),
        (Manner.Nerdy, ["{User}: saved to long-term memory!"]),
        (Manner.Romantic, ["{User}. I'd like to whisper that name to the moon."]),
        (Manner.Formal, ["A pleasure to make your acquaintance, {user}."]));

    public static readonly Bank LikeTold = new(
        [
            "I'll remember that you like {like}.", "{Like}! Good taste.", "What do you like most about {like}?",
            "{Like}, noted with a little star.", "I can see you with {like}, somehow.",
        ],
        (Manner.Sarcastic, ["{Like}? I expected worse."]),
        (Manner.Nerdy, ["{Like}: added to your profile in my head."]),
        (Manner.Curious, ["{Like}! How did that start?"]),
        (Manner.Tsundere, ["{Like}, huh. I might like that too. Maybe."]));

    public static readonly Bank Recall = new(
        [
            "By the way, I remembered that you like {like}.", "I thought of you and {like} earlier.",
            "Any {like} in your life lately?", "I haven't forgotten that you like {like}.",
        ],
        (Manner.Sarcastic | Manner.Tsundere, ["And yes, I do remember that you like {like}. I listen, you know."]),
        (Manner.Nerdy, ["My notes say you like {like}. Still accurate?"]));
}
