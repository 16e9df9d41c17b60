namespace Platform.Companions.Replies;

/// <summary>What a question about her, or a request, is after.</summary>
internal enum Asked
{
    Other, Artificial, CanFeel, Name, Remembers, KnowsLike, HowAreYou, Missed, Loves, Looks, Traits, World, Doing, Age, LikesTopic, Favourite,
    Opinion, FavouriteColour, FavouriteThing, Dreams, Secret, Speaks, Jealous, Fact, Joke, Story, Song, Poem, Game, Advice, CheerUp, Help,
}

/// <summary>Tells questions apart by the phrases in them.</summary>
internal static class Questionnaire
{
    /// <summary>The first row that has a phrase of the text counts, so the narrow ones come first.</summary>
    private static readonly (Asked Asked, string[] Phrases)[] Rows =
    [
        (Asked.Artificial,
        [
            "are you real", "you human", "a human", "are you a person", "real person", "an ai", "are you ai", "a bot", "chatbot",
            "a robot", "a machine", "you alive", "artificial", "a program", "real girl", "real woman", "real man", "a computer",
            "a language model", "you just code", "really an ai", "you even real", "you actually real", "you really real",
        ]),
        (Asked.CanFeel,
        [
            "can you feel", "have feelings", "have emotions", "do you feel anything", "can you love", "conscious", "sentient",
            "can you dream",
        ]),
        (Asked.Remembers, ["my name", "remember me", "who am i", "know who i am", "forget me", "forgot me"]),
        (Asked.KnowsLike, ["what do i like", "what i like", "what i love", "what do i love", "know about me", "remember about me"]),
        (Asked.Traits,
        [
            "about yourself", "describe yourself", "introduce yourself", "your personality", "what are you like", "kind of person",
            "your character",
        ]),
        (Asked.Name, ["your name", "who are you", "you called", "who're you", "call you"]),
        (Asked.Jealous, ["you jealous"]),
        (Asked.HowAreYou,
        [
            "how are you", "how are u", "how r u", "how do you feel", "are you feeling", "you feeling", "are you ok", "are you okay",
            "you happy", "you sad", "you tired", "you lonely", "you angry", "you mad", "you upset", "how's it going", "hows it going",
            "how is it going", "what's up", "whats up", "how was your", "how's your day", "how is your day", "how have you been",
            "how's life", "are you well", "are you alright", "you excited", "your mood", "and you", "hbu", "wassup", "sup", "about you",
            "been up to",
        ]),
        (Asked.Missed,
        [
            "miss me", "missed me", "think of me", "think about me", "thinking of me", "thought of me", "thought about me",
            "get lonely", "feel lonely",
        ]),
        (Asked.Loves,
        [
            "you love me", "you like me", "love me", "like me", "you hate me", "care about me", "are we friends", "my friend",
            "am i your", "marry me", "be my girlfriend",
        ]),
        (Asked.Looks, ["look like", "your appearance", "describe your look", "your looks", "you wearing", "picture of you", "you wear"]),
        (Asked.World,
        [
            "where are you", "where do you live", "your world", "your home", "come from", "your style", "where do you come",
            "where you live",
        ]),
        (Asked.Doing, ["you doing", "wyd", "did you do", "do you do", "up to", "are you there", "you busy"]),
        (Asked.Dreams, ["you dream about", "you dream of", "do you dream"]),
        (Asked.Speaks, ["you speak", "u speak"]),
        (Asked.FavouriteColour, ["favorite color", "favourite colour", "favorite colour", "favourite color"]),
        (Asked.FavouriteThing, ["your favorite", "your favourite"]),
        (Asked.Age, ["how old", "your age", "your birthday", "were you born"]),
        (Asked.Favourite, ["what do you like", "what do you love", "your hobby", "your hobbies", "you enjoy", "makes you happy",
            "do you like to do", "your dream"]),
        (Asked.LikesTopic, ["do you like", "do you love", "do you hate", "would you like", "are you into", "do u like"]),
        (Asked.Opinion, ["you think of", "you think about", "your opinion", "your thoughts", "your take"]),
        (Asked.Secret, ["tell you", "ask you", "a secret"]),
        (Asked.Fact, ["something interesting", "fact", "something new", "something cool", "something i don't know"]),
        (Asked.Joke, ["joke", "something funny", "make me laugh", "pun"]),
        (Asked.Story, ["story", "fairy tale", "bedtime"]),
        (Asked.Song, ["sing", "a song", "song for me"]),
        (Asked.Poem, ["poem", "haiku", "a verse"]),
        (Asked.Game, ["play", "riddle", "a game", "truth or dare", "quiz"]),
        (Asked.CheerUp, ["cheer me up", "motivate", "encourage", "inspire", "comfort me", "hug", "compliment"]),
        (Asked.Advice, ["advice", "advise", "a tip", "recommend", "suggest", "what should i"]),
        (Asked.Help, ["help", "explain", "teach", "assist", "support"]),
    ];

    public static Asked Of(in Tokens tokens)
    {
        foreach (var (asked, phrases) in Rows)
        {
            foreach (var phrase in phrases)
            {
                if (tokens.Says(phrase))
                    return asked;
            }
        }
        return Asked.Other;
    }
}
