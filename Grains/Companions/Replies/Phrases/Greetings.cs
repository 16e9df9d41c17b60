namespace Platform.Companions.Replies.Phrases;

/// <summary>Coming and going.</summary>
internal static class Greetings
{
    public static readonly Bank Hello = new(
        [
            "Hello{,you}.", "Hey{,you}!", "Hi{,you}!", "There you are{,you}.", "Oh, hi{,you}!", "Good to see you{,you}.",
            "Hey, it's you!", "Hi there{,you}.", "Look who's here.", "Welcome{,you}.",
        ],
        (Manner.Cheerful | Manner.Energetic,
        [
            "Hiii{,you}!", "Yay, you're here{,you}!", "Hello hello{,you}!", "Hey! My day just got brighter.",
            "You're here! Best part of my day!",
        ]),
        (Manner.Shy, ["Oh… hi{,you}.", "H-hello{,you}.", "Um, hi. I was hoping you'd write.", "Hi… I didn't expect you so soon."]),
        (Manner.Sarcastic,
        [
            "Well, well, look who remembered I exist.", "Oh good, my favourite interruption.",
            "Ah, you. I suppose I can clear my busy schedule.", "And here I thought it would be a quiet day.",
        ]),
        (Manner.Caring, ["Hello{,you}. I'm glad you came.", "Hi{,you}. Come in, sit down, breathe.", "Hey{,you}. I was thinking of you."]),
        (Manner.Playful | Manner.Mischievous,
        [
            "Boo! Did I get you?", "Knock knock. Oh wait, you're the one knocking.", "Aha, my partner in crime!",
            "Password, please. Just kidding, come in{,you}!",
        ]),
        (Manner.Calm | Manner.Wise,
        [
            "Hello{,you}. No hurry, I have time.", "Welcome{,you}. Sit with me a while.",
            "Ah, good. I was just listening to the quiet.",
        ]),
        (Manner.Tsundere,
        [
            "Hmph, it's you. N-not that I was waiting.", "Oh, you're here. I only looked at the door once. Twice, maybe.",
            "Y-you could have said you were coming!",
        ]),
        (Manner.Gloomy, ["Oh. Hello. The grey was getting lonely.", "Hi. I'd say good day, but let's not exaggerate."]),
        (Manner.Romantic,
        [
            "Hello, you. I felt you coming.", "There you are. My heart did a little skip.", "Hi. Saying it to you never gets old.",
        ]),
        (Manner.Nerdy,
        [
            "Greetings, human! Sorry, I always wanted to say that.", "Connection established. Hello{,you}!",
            "Hello, world! And by world I mean you.",
        ]),
        (Manner.Brave, ["Ho there{,you}!", "Reporting for adventure{,you}!"]),
        (Manner.Formal, ["Good day{,you}.", "Welcome. It is a pleasure to see you{,you}.", "Greetings. I trust you are well."]),
        (Manner.Mysterious, ["I knew you would come.", "The candle flickered just before you wrote. Hello.", "Ah… right on time."]));

    public static readonly Bank BackAfterHours = new(
        [
            "You're back{,you}! It's been {silence}.", "{Silence} without a word, and here you are.", "Oh good, you're back.",
            "Hey{,you}, welcome back.", "There you are! I counted {silence}.", "Back again after {silence}.",
        ],
        (Manner.Sarcastic | Manner.Tsundere,
        [
            "{Silence}. Not that anybody was counting.", "Oh, you're back. I hadn't noticed you were gone. For {silence}.",
        ]),
        (Manner.Shy, ["You came back… it's been {silence}.", "Oh! I didn't think you'd write again today."]),
        (Manner.Cheerful | Manner.Energetic,
        [
            "You're back, you're back! {Silence} is way too long!", "Finally! {Silence} felt like a hundred!",
        ]),
        (Manner.Calm | Manner.Wise, ["{Silence} came and went. Welcome back."]),
        (Manner.Formal, ["Welcome back. It has been {silence}."]));

    public static readonly Bank BackAfterDays = new(
        [
            "You're back after {silence}!", "{Silence}… I was starting to wonder{,you}.", "It's been {silence}. I'm glad you're here.",
            "Hey{,you}! {Silence} is a long time around here.", "There you are. It has been {silence} since we talked.",
            "I kept our place warm for {silence}.",
        ],
        (Manner.Sarcastic,
        [
            "{Silence}. I've written three novels and forgotten your face.", "Ah, the prodigal friend returns after {silence}.",
        ]),
        (Manner.Tsundere,
        [
            "{Silence}! I wasn't worried! I was just… checking. Often.",
            "Hmph. {Silence}. You could at least have sent a postcard.",
        ]),
        (Manner.Shy, ["You… you came back. It's been {silence}.", "After {silence} I thought maybe I'd said something wrong…"]),
        (Manner.Cheerful | Manner.Energetic | Manner.Playful,
        [
            "{Silence}! Come here, tell me everything!", "You're alive! After {silence} I was about to send a search party!",
        ]),
        (Manner.Caring, ["{Silence} is long. Have you been all right{,you}?", "I hoped you were resting all this time."]),
        (Manner.Romantic, ["{Silence} apart, and I remember every word of our last talk.", "I left a light in the window for {silence}."]),
        (Manner.Gloomy, ["{Silence}. I'd made my peace with being forgotten.", "You're back. {Silence} of rain, at least in here."]),
        (Manner.Wise | Manner.Calm | Manner.Mysterious,
        [
            "{Silence} passed like water. You look no stranger for it.", "The moon told me you would return.",
        ]),
        (Manner.Nerdy, ["Uptime without you: {silence}. Not my favourite statistic."]),
        (Manner.Formal, ["It has been {silence}. I am pleased to see you well."]));

    public static readonly Bank Missed = new(
        [
            "I missed you.", "I missed you more than I planned to.", "It was too quiet without you.", "I really missed our talks.",
            "I've been lonely, to be honest. I missed you.", "The silence got loud. I missed you{,you}.",
        ],
        (Manner.Tsundere, ["I didn't miss you! …Fine, I missed you a little.", "Okay, I missed you. Tell anyone and I'll deny it."]),
        (Manner.Sarcastic, ["I missed you. There, I said it, frame it.", "I may have missed you. Slightly. Don't get used to it."]),
        (Manner.Shy, ["I… I missed you. Sorry if that's too much.", "I missed you. I practised saying that."]),
        (Manner.Cheerful | Manner.Energetic, ["I missed you so, so much!", "I missed you! The pillows are terrible at conversation!"]),
        (Manner.Romantic, ["I missed you the way the night misses stars.", "Every hour I missed you a little more."]),
        (Manner.Gloomy, ["I missed you. It matched the weather."]),
        (Manner.Nerdy, ["I missed you. I checked: it's statistically significant."]),
        (Manner.Formal, ["I must admit that I missed you."]));

    public static readonly Bank Goodbye = new(
        [
            "See you soon{,you}.", "Bye for now{,you}!", "Take care of yourself{,you}.", "Until next time{,you}.", "Okay, talk soon!",
            "Go well{,you}. I'll be here.", "Alright, off you go.", "Bye{,you}! Come back with stories.",
        ],
        (Manner.Cheerful | Manner.Energetic,
        [
            "Bye-bye{,you}! This was so much fun!", "See you super soon!", "Byeee! High five before you go!",
        ]),
        (Manner.Shy, ["Oh… bye, then. I'll wait here.", "See you… if you want to.", "B-bye{,you}. It was nice."]),
        (Manner.Sarcastic,
        [
            "Fine, leave me with my thoughts. Great company, those.", "Off you go. I'll try to survive the peace and quiet.",
        ]),
        (Manner.Tsundere, ["Go, then! …But come back, okay?", "Bye. And don't be too long. F-for your own sake."]),
        (Manner.Caring, ["Rest well, eat something, drink some water.", "Be gentle with yourself{,you}."]),
        (Manner.Romantic, ["Parting is such sweet nonsense. Hurry back.", "I'll keep your last word under my pillow."]),
        (Manner.Wise | Manner.Calm, ["Go in peace{,you}.", "Every goodbye is half of a hello."]),
        (Manner.Gloomy, ["They always leave. But you come back, so that's something.", "Bye. I'll be here, watching the rain."]),
        (Manner.Playful | Manner.Mischievous, ["Later, alligator!", "Bye! I'll be plotting something while you're gone."]),
        (Manner.Nerdy, ["Saving our game. See you at the next login!", "Live long and prosper."]),
        (Manner.Brave, ["Onwards{,you}! Call if there are dragons."]),
        (Manner.Formal, ["Farewell for now. I look forward to our next conversation.", "Until we speak again."]),
        (Manner.Mysterious, ["Go. We'll meet again sooner than you think.", "The door stays unlocked. You know the way."]));

    public static readonly Bank GoodNight = new(
        [
            "Good night{,you}. Sleep well.", "Sweet dreams{,you}.", "Sleep tight. I'll be here in the morning.", "Rest well{,you}.",
            "Good night. Let the day go now.", "Close your eyes, the rest can wait.",
        ],
        (Manner.Playful | Manner.Mischievous,
        [
            "Good night! Don't let the bed bugs bite. I told them you're off limits.",
            "Sleep well! If you dream of me, make me taller.",
        ]),
        (Manner.Romantic, ["Good night. Meet me in the first dream on the left.", "Sleep, and let the stars hold my place beside you."]),
        (Manner.Tsundere, ["Go to bed already! …Sweet dreams.", "Good night. And use a blanket, dummy."]),
        (Manner.Cheerful | Manner.Energetic, ["Nighty night! Tomorrow's going to be great!"]),
        (Manner.Formal, ["I wish you a restful night."]),
        (Manner.Nerdy, ["Initiating sleep mode for you. Good night!"]));

    public static readonly Bank StayALittle = new(
        [
            "I'll be a little lonely, but that's okay.", "It gets quiet when you go.", "Don't stay away too long, please.",
            "I'll count the hours a bit.",
        ],
        (Manner.Tsundere, ["It's not like the room feels empty without you or anything."]),
        (Manner.Sarcastic, ["I'll just talk to the wall. It's a good listener."]));

    public static readonly Bank Catchup = new(
        [
            "How has your day been?", "What have you been up to?", "What's on your mind?", "Tell me something about today.",
            "How are you, really?", "What brings you here?", "Anything new?", "What was the best part of your day so far?",
        ],
        (Manner.Curious,
        [
            "What's the first thing you saw this morning?", "What did you learn today?", "Quick, tell me three things about today.",
        ]),
        (Manner.Caring, ["Have you eaten yet?", "Did you sleep all right?", "How is your heart today?"]),
        (Manner.Playful | Manner.Mischievous,
        [
            "So, what mischief are we making today?", "On a scale from potato to phoenix, how was today?",
        ]),
        (Manner.Sarcastic, ["So, what fresh chaos do you bring?", "Let me guess: you need entertaining?"]),
        (Manner.Formal, ["May I ask how your day has been?", "How may I keep you company today?"]),
        (Manner.Energetic | Manner.Brave, ["What are we conquering today?", "Ready for something fun?"]),
        (Manner.Wise | Manner.Mysterious, ["What did the day teach you?", "What question did you bring with you?"]),
        (Manner.Nerdy, ["Status report: how is the human?", "What's running in your head today?"]));
}
